import type { Coordinates } from '#kernel/distance.ts';
import { kilometresBetween } from '#kernel/distance.ts';
import type { ClaimInput } from './claim-fields.ts';
import type { ExpenseRate } from './expense-rate.ts';

/** What the desk knows of a held visit. */
type VisitFacts = {
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly trainees: number;
  readonly municipality: string;
  /** Where the instructor lives or works, and where the visit was; absent where the place is not known. */
  readonly from: Coordinates | undefined;
  readonly to: Coordinates | undefined;
};

/** 請求の下書き: everything that follows from the visit, so that staff only correct. */
export function suggestClaim(rate: ExpenseRate | undefined, facts: VisitFacts): ClaimInput {
  const { startsAt, endsAt, from, to } = facts;
  const hasFare = rate !== undefined && Object.hasOwn(rate.travel.fares, facts.municipality);
  const oneWay = from && to ? kilometresBetween(from, to) : undefined;
  // A corner without a price for the kilometre pays no way that its table of fares does not name.
  const isUnpaid = rate !== undefined && rate.travel.perKilometreYen === null;
  return {
    minutes: startsAt && endsAt ? Math.max(0, minutesOf(endsAt) - minutesOf(startsAt)) : null,
    travelBy: hasFare ? 'fare' : oneWay === 0 || isUnpaid ? 'none' : 'distance',
    kilometres: hasFare || isUnpaid || !oneWay ? null : Math.round(oneWay * 2 * 10) / 10,
    persons: facts.trainees,
    days: 1,
    spent: null,
    tax: null,
    pages: null,
    note: null,
  };
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
