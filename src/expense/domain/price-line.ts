import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import type { Program } from '#dispatch/domain/program.ts';
import { portionOf, sumYen, yenOf, type Yen } from '#kernel/money.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { ExpenseItem, ExpenseLineInput, PricedLine } from './expense-line.ts';
import type { ExpenseRate } from './expense-rate.ts';

const NOTHING = yenOf(0);
const MINUTES_AN_HOUR = 60;
const METRES_A_KILOMETRE = 1000;

/** Why a line has no price. */
export type PriceRefusal =
  | { readonly kind: 'no-honorarium'; readonly instructorKind: InstructorKind }
  | { readonly kind: 'no-distance-rate' }
  | { readonly kind: 'no-fare'; readonly municipality: string }
  | { readonly kind: 'no-material'; readonly program: Program }
  | { readonly kind: 'no-text-writing' }
  | { readonly kind: 'not-a-quantity'; readonly item: ExpenseItem };

/** What one line comes to by a rate table, fractions of a yen dropped. */
export function priceLine(rate: ExpenseRate, input: ExpenseLineInput): Result<PricedLine, PriceRefusal> {
  if (!quantitiesOf(input).every((quantity) => Number.isSafeInteger(quantity) && quantity >= 0))
    return refuse({ kind: 'not-a-quantity', item: input.item });
  switch (input.item) {
    case 'honorarium': {
      const { instructorKind, minutes } = input;
      const unit = rate.honorariumPerHourYen[instructorKind];
      if (unit === null) return refuse({ kind: 'no-honorarium', instructorKind });
      return line(input, unit, portionOf(unit, minutes, MINUTES_AN_HOUR));
    }
    case 'travel':
      return priceTravel(rate, input);
    case 'material':
      return priceMaterial(rate, input);
    case 'text-writing': {
      const unit = rate.textPerPageYen;
      return unit === null ? refuse({ kind: 'no-text-writing' }) : line(input, unit, portionOf(unit, input.pages, 1));
    }
  }
}

function priceTravel(
  { travel }: ExpenseRate,
  input: ExpenseLineInput & { readonly item: 'travel' },
): Result<PricedLine, PriceRefusal> {
  if (input.by === 'fare') {
    const fare = Object.hasOwn(travel.fares, input.municipality) ? travel.fares[input.municipality] : undefined;
    return fare === undefined ? refuse({ kind: 'no-fare', municipality: input.municipality }) : line(input, fare, fare);
  }
  const unit = travel.perKilometreYen;
  if (unit === null) return refuse({ kind: 'no-distance-rate' });
  return line(input, unit, portionOf(unit, input.metres, METRES_A_KILOMETRE));
}

/** Material up to persons × days × cap without tax; the tax of the receipts in the same proportion. The rest is excess. */
function priceMaterial(
  { materialCapYen }: ExpenseRate,
  input: ExpenseLineInput & { readonly item: 'material' },
): Result<PricedLine, PriceRefusal> {
  const { program, persons, days, spentYen, taxYen } = input;
  const cap = materialCapYen[program];
  if (cap === null) return refuse({ kind: 'no-material', program });
  const most = portionOf(cap, persons * days, 1);
  const borne = spentYen > most ? most : spentYen;
  const tax = spentYen === 0 ? NOTHING : portionOf(taxYen, borne, spentYen);
  const amountYen = sumYen([borne, tax]);
  return accept({ input, unitYen: cap, amountYen, excessYen: yenOf(spentYen + taxYen - amountYen) });
}

function line(input: ExpenseLineInput, unitYen: Yen, amountYen: Yen): Result<PricedLine, PriceRefusal> {
  return accept({ input, unitYen, amountYen, excessYen: NOTHING });
}

function quantitiesOf(input: ExpenseLineInput): readonly number[] {
  switch (input.item) {
    case 'honorarium':
      return [input.minutes];
    case 'travel':
      return input.by === 'distance' ? [input.metres] : [];
    case 'material':
      return [input.persons, input.days, input.spentYen, input.taxYen, input.persons * input.days];
    case 'text-writing':
      return [input.pages];
  }
}
