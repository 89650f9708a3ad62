import { createHmac, randomBytes, randomInt } from 'node:crypto';
import { ACCESS_CODE_LENGTH, accessLetters, formatAccessCode, type AccessCode } from './domain/access-code.ts';

const TOKEN_BYTES = 32;

/** The code of a letter, as it is printed and read out on the phone. */
export function makeAccessCode(corner: string): AccessCode {
  const letters = Array.from({ length: ACCESS_CODE_LENGTH }, () =>
    accessLetters.charAt(randomInt(accessLetters.length)),
  );
  return { corner, secret: letters.join('') };
}

/** A secret that only a machine carries: of a link or a session, behind the corner that it belongs to. */
export function makeAccessToken(corner: string): string {
  return `${corner}.${randomBytes(TOKEN_BYTES).toString('base64url')}`;
}

/** The corner of a token; nothing when it has not the shape of one. */
export function cornerOfToken(token: string): string | undefined {
  const [, corner] = /^(0[1-9]|[1-3]\d|4[0-7])\.[\w-]{43}$/u.exec(token) ?? [];
  return corner;
}

/** What the database keeps of a secret. Codes are short: without the key of the desk, its hash leads to none of them. */
export function hashOfSecret(key: string, text: string): string {
  return createHmac('sha256', key).update(`own ${text}`).digest('hex');
}

export function hashOfCode(key: string, code: AccessCode): string {
  return hashOfSecret(key, formatAccessCode(code));
}
