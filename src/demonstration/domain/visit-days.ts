import type { PlainDate } from '#kernel/plain-date.ts';
import { isBusinessDay } from '#reference/domain/holiday.ts';

type Span = readonly [from: string, until: string];

/** The terms of the demonstration's schools, 令和3年度 to 令和4年度. */
const SCHOOL_TERMS: readonly Span[] = [
  ['2021-04-12', '2021-07-20'],
  ['2021-08-30', '2021-12-23'],
  ['2022-01-11', '2022-03-17'],
  ['2022-04-11', '2022-07-20'],
  ['2022-08-29', '2022-12-23'],
  ['2023-01-10', '2023-03-16'],
];

/** Days on which firms are open and yet have no time: the days of お盆 and those around the New Year. */
const QUIET_DAYS: readonly Span[] = [
  ['2021-08-11', '2021-08-17'],
  ['2021-12-28', '2022-01-07'],
  ['2022-08-10', '2022-08-17'],
  ['2022-12-28', '2023-01-06'],
];

/** Whether a session can be held that day: a business day, in term for a school, not among the quiet days of firms. */
export function isVisitDay(date: PlainDate, { school }: { readonly school: boolean }): boolean {
  const isWithin = ([from, until]: Span) => from <= date && date <= until;
  return isBusinessDay(date) && (school ? SCHOOL_TERMS.some(isWithin) : !QUIET_DAYS.some(isWithin));
}
