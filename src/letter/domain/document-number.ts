import { findForbiddenCharacter, graphemeLength } from '#kernel/japanese-text.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';

/** 文書番号: 「山技振第123号」, the place of a letter in its year's row behind what the corner's numbers begin with. */
export function documentNumberText(prefix: string, serial: number): string {
  return `${prefix}第${serial}号`;
}

/** What the numbers of a corner begin with until it says otherwise: the first character of its prefecture and 技振. */
export function standardPrefix(prefectureName: string): string {
  return `${[...prefectureName][0] ?? ''}技振`;
}

const LONGEST_PREFIX = 20;
const LARGEST_START = 99_999;

/** Why the beginning of the numbers stays as it is. */
export type NumberingRefusal =
  | { readonly kind: 'prefix-missing' }
  | { readonly kind: 'prefix-too-long'; readonly limit: number }
  | { readonly kind: 'prefix-character' }
  | { readonly kind: 'next-not-a-number'; readonly largest: number }
  | { readonly kind: 'numbers-given'; readonly last: number };

type Numbering = { readonly prefix: string; readonly next: number };

/**
 * 文書番号の決め方: the prefix may change at any time, the next number only while none was given in the 年度, so that the
 * row of a year has no gap.
 */
export function decideNumbering(
  { prefix, next }: Numbering,
  { given, last }: { readonly given: number; readonly last: number },
): Result<Numbering, NumberingRefusal> {
  const text = prefix.trim();
  if (text === '') return refuse({ kind: 'prefix-missing' });
  if (graphemeLength(text) > LONGEST_PREFIX) return refuse({ kind: 'prefix-too-long', limit: LONGEST_PREFIX });
  if (findForbiddenCharacter(text) || /[\s　第号\p{Cf}]/u.test(text)) return refuse({ kind: 'prefix-character' });
  if (!Number.isInteger(next) || next < 1 || next > LARGEST_START)
    return refuse({ kind: 'next-not-a-number', largest: LARGEST_START });
  if (given > 0 && next !== last + 1) return refuse({ kind: 'numbers-given', last });
  return accept({ prefix: text, next });
}
