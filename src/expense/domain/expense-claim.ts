import { sumYen, type Yen } from '#kernel/money.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { ExpenseItem, ExpenseLineInput, PricedLine } from './expense-line.ts';
import type { ExpenseRate } from './expense-rate.ts';
import { priceLine, type PriceRefusal } from './price-line.ts';

/** 謝金等の請求の金額. Kept with the claim, reproducible from the inputs of its lines and the rate table it names. */
export type PricedClaim = {
  readonly rateId: string;
  readonly lines: readonly PricedLine[];
  readonly totalYen: Yen;
  /** What income tax is withheld from. */
  readonly withheldBaseYen: Yen;
};

export type ClaimPriceRefusal = { readonly line: number } & (
  PriceRefusal | { readonly kind: 'no-lines' } | { readonly kind: 'item-twice'; readonly item: ExpenseItem }
);

/** Prices every line of a claim by one rate table. 謝金 and テキスト作成費 stand once; ways and materials may be several. */
export function priceClaim(
  rate: ExpenseRate,
  inputs: readonly ExpenseLineInput[],
): Result<PricedClaim, ClaimPriceRefusal> {
  if (inputs.length === 0) return refuse({ kind: 'no-lines', line: 0 });
  const lines: PricedLine[] = [];
  for (const [at, input] of inputs.entries()) {
    const { item } = input;
    const stands = (item === 'honorarium' || item === 'text-writing') && lines.some((each) => each.input.item === item);
    if (stands) return refuse({ kind: 'item-twice', item, line: at });
    const priced = priceLine(rate, input);
    if (!priced.ok) return refuse({ ...priced.refusal, line: at });
    lines.push(priced.value);
  }
  const withheld = lines.filter(({ input }) => rate.withheldItems.includes(input.item));
  return accept({
    rateId: rate.id,
    lines,
    totalYen: sumYen(lines.map(({ amountYen }) => amountYen)),
    withheldBaseYen: sumYen(withheld.map(({ amountYen }) => amountYen)),
  });
}
