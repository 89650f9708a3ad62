import { weekdayOf } from '#kernel/plain-date.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import closures from '../data/closures.json' with { type: 'json' };
import data from '../data/holidays.json' with { type: 'json' };
import { isValidOn, toValidity } from './validity.ts';
import type { Validity } from './validity.ts';

/** A yearly closure; days are MM-DD, and a span over New Year goes from December into January. */
type Closure = Validity & { readonly name: string; readonly from: string; readonly until: string };

const SUNDAY = 0;

const SATURDAY = 6;

const NAMES = new Map(data.items.map(({ date, name }) => [date, name]));

const CLOSURES = closures.items.map((closure): Closure => ({ ...closure, ...toValidity(closure) }));

/** The name of the national holiday on that day (国民の祝日・休日, DAT-36), known from 1970 to 2050. */
export function holidayName(date: PlainDate): string | undefined {
  return NAMES.get(date);
}

/** Whether the holiday table for that day is still a forecast: 春分 and 秋分 are published each February for the next year (DAT-36). */
export function isHolidayForecast(date: PlainDate): boolean {
  return date > data.publishedUntil;
}

/** The name of the yearly office closure that day falls in: 年末年始, 12/29 to 1/3 (DAT-36). */
export function closureName(date: PlainDate): string | undefined {
  return CLOSURES.find((closure) => isValidOn(closure, date) && isWithin(closure, date.slice(5)))?.name;
}

/** Whether the corner works that day: no weekend, holiday, year-end closure, nor one of its own closed days. */
export function isBusinessDay(date: PlainDate, closedDays: readonly PlainDate[] = []): boolean {
  return !isWeekend(date) && !NAMES.has(date) && closureName(date) === undefined && !closedDays.includes(date);
}

function isWeekend(date: PlainDate): boolean {
  const weekday = weekdayOf(date);
  return weekday === SATURDAY || weekday === SUNDAY;
}

function isWithin({ from, until }: Closure, monthDay: string): boolean {
  return from <= until ? from <= monthDay && monthDay <= until : from <= monthDay || monthDay <= until;
}
