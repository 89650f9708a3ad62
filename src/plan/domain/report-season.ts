import { monthOf, type PlainDate } from '#kernel/plain-date.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';

/** The second council of a year meets in December over 実施状況 (domain.md §5.6, §5.9); its report is written from November. */
const SEASON = { firstMonth: 11, councilMonth: 12 } as const;

/** Whether the 実施状況 of this 年度 is to be written now. */
export function isReportSeason(today: PlainDate, fiscalYear: number): boolean {
  const month = monthOf(today);
  return fiscalYearOf(today) === fiscalYear && month >= SEASON.firstMonth && month <= SEASON.councilMonth;
}
