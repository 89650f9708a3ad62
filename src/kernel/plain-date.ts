import { accept, refuse, type Result } from '#kernel/result.ts';

/** 日付. A day of the civil calendar as `YYYY-MM-DD`, without clock or zone; text order is date order. */
export type PlainDate = string & { readonly brand: 'PlainDate' };

export type DateParts = { readonly year: number; readonly month: number; readonly day: number };

export type PlainDateRefusal =
  | { readonly kind: 'not-a-date' }
  | { readonly kind: 'no-such-day' }
  | { readonly kind: 'year-out-of-range'; readonly first: number; readonly last: number };

/** The years the desk can hold: from the first of 明治 to a bound no plan reaches. */
export const FIRST_YEAR = 1868;
export const LAST_YEAR = 2200;

const DAYS_PER_400_YEARS = 146_097;

/** The day of these parts, or why there is none (FRM-10). */
export function dateFromParts({ year, month, day }: DateParts): Result<PlainDate, PlainDateRefusal> {
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return refuse({ kind: 'year-out-of-range', first: FIRST_YEAR, last: LAST_YEAR });
  }
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return refuse({ kind: 'no-such-day' });
  return accept(write({ year, month, day }));
}

/** Reads exactly `YYYY-MM-DD` (FRM-10); what people type is read by `parseJapaneseDate`. */
export function parsePlainDate(text: string): Result<PlainDate, PlainDateRefusal> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return refuse({ kind: 'not-a-date' });
  return dateFromParts({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
}

/** The date of a literal in code; throws where the text is not a date. */
export function plainDate(text: string): PlainDate {
  const result = parsePlainDate(text);
  if (!result.ok) throw new RangeError(`Not a plain date: ${JSON.stringify(text)} (${result.refusal.kind})`);
  return result.value;
}

export function isPlainDate(value: unknown): value is PlainDate {
  return typeof value === 'string' && parsePlainDate(value).ok;
}

export function partsOf(date: PlainDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The calendar month, 1 to 12. */
export function monthOf(date: PlainDate): number {
  return partsOf(date).month;
}

/** The day `days` later; negative goes back. Throws outside the years the desk can hold. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumberOf(date) + days);
}

/** The same day `months` later, or the last day of that month where it is shorter (1/31 + 1 month = 2/28). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const count = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  return insist({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}

/** The same day `years` later; 2/29 becomes 2/28 in a common year. */
export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonths(date, years * 12);
}

/** Days from `from` to `until`; negative where `until` is earlier, 0 on the same day. */
export function daysBetween(from: PlainDate, until: PlainDate): number {
  return dayNumberOf(until) - dayNumberOf(from);
}

/** Day of the week, 0=日 to 6=土. */
export function weekdayOf(date: PlainDate): number {
  return (((dayNumberOf(date) + 4) % 7) + 7) % 7;
}

/** Negative, zero or positive, for sorting from early to late. */
export function compareDates(left: PlainDate, right: PlainDate): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Every day from `first` to `last`, both included; empty where `last` is earlier. */
export function datesFrom(first: PlainDate, last: PlainDate): readonly PlainDate[] {
  const start = dayNumberOf(first);
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => fromDayNumber(start + index));
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function write({ year, month, day }: DateParts): PlainDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as PlainDate;
}

function insist(parts: DateParts): PlainDate {
  const result = dateFromParts(parts);
  if (!result.ok) throw new RangeError(`Date outside ${FIRST_YEAR} to ${LAST_YEAR}: ${JSON.stringify(parts)}`);
  return result.value;
}

/** Days since 1970-01-01. The year is counted from March, so that the leap day is its last day. */
function dayNumberOf(date: PlainDate): number {
  const { year, month, day } = partsOf(date);
  const marchYear = month <= 2 ? year - 1 : year;
  const century400 = Math.floor(marchYear / 400);
  const yearOf400 = marchYear - century400 * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOf400 = yearOf400 * 365 + Math.floor(yearOf400 / 4) - Math.floor(yearOf400 / 100) + dayOfYear;
  return century400 * DAYS_PER_400_YEARS + dayOf400 - 719_468;
}

function fromDayNumber(dayNumber: number): PlainDate {
  const shifted = dayNumber + 719_468;
  const century400 = Math.floor(shifted / DAYS_PER_400_YEARS);
  const dayOf400 = shifted - century400 * DAYS_PER_400_YEARS;
  const yearOf400 = Math.floor(
    (dayOf400 - Math.floor(dayOf400 / 1460) + Math.floor(dayOf400 / 36_524) - Math.floor(dayOf400 / 146_096)) / 365,
  );
  const dayOfYear = dayOf400 - (365 * yearOf400 + Math.floor(yearOf400 / 4) - Math.floor(yearOf400 / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return insist({ year: century400 * 400 + yearOf400 + (month <= 2 ? 1 : 0), month, day });
}
