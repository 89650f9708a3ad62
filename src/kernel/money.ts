/** 円. An amount of money in whole yen, never negative: nothing that is paid or charged here is less than nothing. */
export type Yen = number & { readonly brand: 'Yen' };

/** An amount that is known to be one; anything else is a bug and throws. */
export function yenOf(amount: number): Yen {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new Error(`not an amount in yen: ${amount}`);
  return (amount + 0) as Yen;
}

export function sumYen(amounts: readonly Yen[]): Yen {
  return yenOf(amounts.reduce((sum, amount) => sum + amount, 0));
}

/** `amount × times ÷ parts` in whole yen, fractions dropped; computed in integers, so exact at any size. */
export function portionOf(amount: Yen, times: number, parts: number): Yen {
  return yenOf(Number((BigInt(amount) * BigInt(times)) / BigInt(parts)));
}

/** 「12,345円」 (DOC-04). */
export function formatYen(amount: number): string {
  return `${String(amount).replace(/\B(?=(?:\d{3})+$)/gu, ',')}円`;
}
