import type { Draw } from './seeded-draw.ts';

const DAYS = 365;
export const PERIODS = 12;

/** Whether hosts open on that day of the year (day 0 is a Monday). */
export function isSchoolDay(day: number): boolean {
  return day % 7 < 5;
}

/** The month that a day is in, from 0. */
export function periodOf(day: number): number {
  return Math.floor((day * PERIODS) / DAYS);
}

/** How much of the year's wishes falls into each month: few at the turn of the year, most in autumn. */
const season = [2, 5, 9, 8, 3, 10, 14, 14, 9, 8, 6, 3];

/** So many different school days within three weeks of one month, in order. */
export function drawCandidateDays(draw: Draw, count: number): number[] {
  const month = draw.weighted(season);
  const first = Math.floor((month * DAYS) / PERIODS) + draw.between(0, 9);
  const weeks = Math.max(3, Math.ceil(count / 3));
  const open = Array.from({ length: weeks * 7 }, (_, offset) => first + offset);
  return draw
    .sample(
      open.filter((day) => day < DAYS && isSchoolDay(day)),
      count,
    )
    .toSorted((a, b) => a - b);
}

/** The days of a year on which somebody can come: some weekdays of the week, without forty days of their own. */
export function drawFreeDays(draw: Draw): ReadonlySet<number> {
  const weekdays = new Set(draw.sample([0, 1, 2, 3, 4], draw.between(2, 5)));
  const all = Array.from({ length: DAYS }, (_, day) => day);
  const blackout = new Set(draw.sample(all, 40));
  return new Set(all.filter((day) => weekdays.has(day % 7) && !blackout.has(day)));
}
