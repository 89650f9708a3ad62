import { hasSchoolCodeShape, isCorporateNumber, isMunicipalityCode } from '#kernel/check-digit.ts';
import { findForbiddenCharacter, foldNumeric, foldWidth } from '#kernel/japanese-text.ts';
import { accept, refuse } from '#kernel/result.ts';
import type { Codec } from './field.ts';

/** 市区町村コード: six digits with the check digit (DAT-30). Whether there is such a municipality is not decided here. */
export function municipalityCode(): Codec<string> {
  return digitsCode('municipality-code', { length: 6, isCorrect: isMunicipalityCode });
}

/** 市区町村コード, with or without the name behind it: 「352039 山口市」, as the form offers it. */
export function namedMunicipality(): Codec<string> {
  const codes = municipalityCode();
  return { ...codes, parse: (typed) => codes.parse(typed.trim().replace(/^(\S+)\s+\D+$/u, '$1')) };
}

/** 法人番号: 13 digits with the check digit (DAT-31). */
export function corporateNumber(): Codec<string> {
  return digitsCode('corporate-number', { length: 13, isCorrect: isCorporateNumber });
}

/** 学校コード: 13 characters, by their shape alone (DAT-32). */
export function schoolCode(): Codec<string> {
  return {
    control: 'text',
    format: (code) => code,
    parse(typed) {
      const code = foldNumeric(typed).toUpperCase();
      return hasSchoolCodeShape(code)
        ? accept(code)
        : refuse({ kind: 'not-a-code', value: typed, code: 'school-code' });
    },
  };
}

/**
 * The number an office gives a record (派遣番号, 登録番号): 1 to 40 characters of folded width, kept as they are.
 * Blanks and invisible characters would make two numbers look alike; `;` separates numbers in one cell (contract.md §3).
 */
export function businessNumber(): Codec<string> {
  return {
    control: 'text',
    limit: 40,
    format: (number) => number,
    parse(typed) {
      const number = foldWidth(typed).trim();
      const forbidden = findForbiddenCharacter(number);
      if (forbidden) return refuse(forbidden);
      if (/^[^\s;\p{Cf}]{1,40}$/u.test(number)) return accept(number);
      return refuse({ kind: 'not-a-code', value: typed, code: 'business-number' });
    },
  };
}

function digitsCode(
  code: 'municipality-code' | 'corporate-number',
  { length, isCorrect }: { readonly length: number; readonly isCorrect: (digits: string) => boolean },
): Codec<string> {
  return {
    control: 'text',
    format: (digits) => digits,
    parse(typed) {
      const digits = foldNumeric(typed).replaceAll(/[\s-]/g, '');
      if (!/^\d+$/.test(digits) || digits.length !== length) return refuse({ kind: 'not-a-code', value: typed, code });
      return isCorrect(digits) ? accept(digits) : refuse({ kind: 'wrong-check-digit', value: typed, code });
    },
  };
}
