import { addDays, addMonths, datesFrom, isPlainDate, plainDate, weekdayOf, type PlainDate } from './plain-date.ts';

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

/** 週の暦. Monday to Sunday. */
export type WeekCalendar = {
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly days: readonly PlainDate[];
  /** A day of the week before and of the week after. */
  readonly previous: PlainDate;
  readonly next: PlainDate;
};

/** The week of a day `YYYY-MM-DD`; any other text gives the week of `today`. */
export function buildWeekCalendar(typed: string, today: PlainDate): WeekCalendar {
  const asked = isPlainDate(typed) ? typed : today;
  const first = addDays(asked, -((weekdayOf(asked) + 6) % 7));
  const last = addDays(first, 6);
  return { first, last, days: datesFrom(first, last), previous: addDays(first, -7), next: addDays(first, 7) };
}
