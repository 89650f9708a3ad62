import { addMonths, addYears, daysBetween, type PlainDate } from '#kernel/plain-date.ts';

/** How long without activity makes an instructor dormant, and how long before that the desk speaks of it. */
export type DormancyRule = { readonly years: number; readonly noticeMonths: number };

/** No activity in the past three years (domain.md §5.2); the desk speaks half a year ahead. */
export const standardDormancyRule: DormancyRule = { years: 3, noticeMonths: 6 };

/** 休眠. `lastDay` is the last day on which the activity still counts; the intent is asked from the day after. */
export type Dormancy =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'active'; readonly lastDay: PlainDate }
  | { readonly kind: 'nearing'; readonly lastDay: PlainDate; readonly daysLeft: number }
  | { readonly kind: 'dormant'; readonly lastDay: PlainDate };

export type DormancyFacts = {
  readonly lastActivityOn: PlainDate | null;
  readonly certifiedOn: PlainDate | null;
  readonly today: PlainDate;
};

/** 最終活動日. The later of the day that was entered or imported and the last visit that was held. */
export function latestActivity(entered: PlainDate | null, lastHeldOn: PlainDate | null): PlainDate | null {
  if (entered === null || lastHeldOn === null) return entered ?? lastHeldOn;
  return entered > lastHeldOn ? entered : lastHeldOn;
}

/**
 * Whether somebody is dormant or about to be (domain.md §5.2). Who never was active is counted from the certification;
 * where neither day is known nothing is said. A day still to come counts as today.
 */
export function dormancyOf(
  { lastActivityOn, certifiedOn, today }: DormancyFacts,
  { years, noticeMonths }: DormancyRule = standardDormancyRule,
): Dormancy {
  const since = lastActivityOn ?? certifiedOn;
  if (since === null) return { kind: 'unknown' };
  const lastDay = addYears(since > today ? today : since, years);
  if (today > lastDay) return { kind: 'dormant', lastDay };
  if (today >= addMonths(lastDay, -noticeMonths))
    return { kind: 'nearing', lastDay, daysLeft: daysBetween(today, lastDay) };
  return { kind: 'active', lastDay };
}

/** Visits that the yearly cap still leaves in a 年度: held and planned ones both take a place. Negative when exceeded. */
export function remainingVisits(
  yearlyCap: number | null,
  { held, planned }: { readonly held: number; readonly planned: number },
): number | null {
  return yearlyCap === null ? null : yearlyCap - held - planned;
}
