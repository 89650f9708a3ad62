import { kilometresBetween } from '#kernel/distance.ts';
import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { findRuleOn } from '#record/domain/dated-rule.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { isValidOn, type Validity } from '#reference/domain/validity.ts';

/** 移動時間の見積り. How long somebody needs from one place to the next. */
export type TravelAssumption = {
  /** Over the distance as the crow flies. */
  readonly kilometresAnHour: number;
  /** Packing up, finding the way in; needed between two visits at one place too. */
  readonly extraMinutes: number;
};

/**
 * The estimates by their days: a change is another line. No source gives figures; these are the desk's own: roads of a
 * prefecture at 40 km/h over the straight distance, and a quarter of an hour for leaving and arriving.
 */
const ASSUMPTIONS: readonly (Validity & TravelAssumption)[] = [
  { validFrom: plainDate('2000-04-01'), validUntil: null, kilometresAnHour: 40, extraMinutes: 15 },
];

/** The estimate that holds on that day. */
export function travelAssumptionOn(day: PlainDate): TravelAssumption {
  const assumption = ASSUMPTIONS.find((entry) => isValidOn(entry, day));
  if (!assumption) throw new Error(`no estimate of travel on ${day}`);
  return assumption;
}

/** An estimate that a corner decided on, from a day on. */
export type DatedTravel = TravelAssumption & { readonly validFrom: PlainDate };

/** By what a corner estimates travel on the day of a visit: by its own rule, else as the desk does. */
export function travelOf(rules: readonly DatedTravel[], day: PlainDate): TravelAssumption {
  const { kilometresAnHour, extraMinutes } = findRuleOn(rules, day) ?? travelAssumptionOn(day);
  return { kilometresAnHour, extraMinutes };
}

/** Whole kilometres from municipality to municipality; null where one of them is not known. */
export function kilometresFrom(fromCode: string, toCode: string): number | null {
  const from = findMunicipality(fromCode);
  const to = findMunicipality(toCode);
  return from && to ? Math.round(kilometresBetween(from, to)) : null;
}

/** Whole minutes for so many kilometres, rounded up. */
export function travelMinutes(kilometres: number, { kilometresAnHour, extraMinutes }: TravelAssumption): number {
  return Math.ceil((kilometres * 60) / kilometresAnHour) + extraMinutes;
}

/** Whole minutes from municipality to municipality; null where one of them is not known. */
export function travelMinutesBetween(fromCode: string, toCode: string, assumption: TravelAssumption): number | null {
  const kilometres = kilometresFrom(fromCode, toCode);
  return kilometres === null ? null : travelMinutes(kilometres, assumption);
}
