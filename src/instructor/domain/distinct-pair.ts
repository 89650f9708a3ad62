import { foldKanaSound, foldSearchText } from '#kernel/japanese-text.ts';
import { phoneDigits, type Likeness } from './duplicate.ts';

/** 別人の記録: why two records cannot be said to be two people's. */
export type DistinctionRefusal =
  | { readonly kind: 'not-suspected' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'reason-too-long'; readonly limit: number };

/** A pair in one order, whichever of the two was named first. */
export function orderPair(one: string, other: string): readonly [string, string] {
  return one < other ? [one, other] : [other, one];
}

/** What of a person the saying rests on. It is hashed before it is stored; the spelling alone changes nothing. */
export function identityOf({ nameKana, birthYear, phone }: Likeness): string {
  const kana = foldKanaSound(foldSearchText(nameKana));
  return JSON.stringify([kana, birthYear, phoneDigits(phone) ?? null]);
}
