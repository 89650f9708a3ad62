import {
  addDays,
  addMonths,
  datesFrom,
  isPlainDate,
  plainDate,
  weekdayOf,
  type PlainDate,
} from '#kernel/plain-date.ts';

/** 月の暦. The days of one month, and how many weekdays stand blank before the first (weeks begin on Monday). */
export type MonthCalendar = {
  /** YYYY-MM. */
  readonly month: string;
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly days: readonly PlainDate[];
  readonly blanksBefore: number;
  readonly previous: string;
  readonly next: string;
};

/** The calendar of a month `YYYY-MM`; any other text gives the month of `today`. */
export function buildMonthCalendar(typed: string, today: PlainDate): MonthCalendar {
  const asked = `${typed}-01`;
  const first = isPlainDate(asked) ? asked : plainDate(`${today.slice(0, 7)}-01`);
  const last = addDays(addMonths(first, 1), -1);
  return {
    month: first.slice(0, 7),
    first,
    last,
    days: datesFrom(first, last),
    blanksBefore: (weekdayOf(first) + 6) % 7,
    previous: addMonths(first, -1).slice(0, 7),
    next: addMonths(first, 1).slice(0, 7),
  };
}
