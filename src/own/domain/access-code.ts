import { foldNumeric } from '#kernel/japanese-text.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';

/** Letters and digits that nobody takes for another on paper: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
export const accessLetters = 'ACDEFGHJKMNPQRTWXY34679';

export const ACCESS_CODE_LENGTH = 8;
const GROUP_LENGTH = 4;

/** 本人用のコード: the corner it was issued in, and the secret behind it. */
export type AccessCode = { readonly corner: string; readonly secret: string };

export type AccessCodeRefusal = { readonly kind: 'not-a-code' };

/** As it stands on the letter: 35-ACDE-FGHJ. */
export function formatAccessCode({ corner, secret }: AccessCode): string {
  return `${corner}-${secret.slice(0, GROUP_LENGTH)}-${secret.slice(GROUP_LENGTH)}`;
}

const spelling = new RegExp(`^(0[1-9]|[1-3]\\d|4[0-7])([${accessLetters}]{${ACCESS_CODE_LENGTH}})$`, 'u');

/** A code as somebody typed it: small letters, full width, other dashes or none and blanks are all right (FRM-21). */
export function parseAccessCode(typed: string): Result<AccessCode, AccessCodeRefusal> {
  const plain = foldNumeric(typed)
    .toUpperCase()
    .replaceAll(/[\s\p{P}\p{S}]/gu, '');
  const [, corner, secret] = spelling.exec(plain) ?? [];
  return corner && secret ? accept({ corner, secret }) : refuse({ kind: 'not-a-code' });
}

/** 登録番号 as it is compared: how it is spelled says nothing about who somebody is. */
export function foldNumber(typed: string): string {
  return foldNumeric(typed).toUpperCase().replaceAll(/\s/gu, '');
}
