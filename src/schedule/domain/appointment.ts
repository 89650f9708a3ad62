import type { PlainDate } from '#kernel/plain-date.ts';
import { travelMinutesBetween, travelOf, type DatedTravel } from './travel-time.ts';

/** 予定のある時間. When and where somebody leads a session; the times are HH:MM, null where nobody has fixed them. */
export type Appointment = {
  readonly day: PlainDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly municipalityCode: string;
};

type Hours = Pick<Appointment, 'startsAt' | 'endsAt'>;

/**
 * Whether one person can lead both on one day: the hours of both are known, and between the end of the earlier and the
 * start of the later there is time to travel. Where the way is not known (null), either takes the whole day.
 */
export function fitsBetween(one: Hours, other: Hours, minutesBetween: number | null): boolean {
  if (one.startsAt === null || one.endsAt === null || other.startsAt === null || other.endsAt === null) return false;
  if (minutesBetween === null) return false;
  const [end, start] = one.startsAt <= other.startsAt ? [one.endsAt, other.startsAt] : [other.endsAt, one.startsAt];
  return minutesOf(end) + minutesBetween <= minutesOf(start);
}

/** Whether somebody who leads `one` can lead `other` too: on another day always, on one day as `fitsBetween` says by the estimate that holds then. */
export function canLeadBoth(one: Appointment, other: Appointment, travel: readonly DatedTravel[]): boolean {
  if (one.day !== other.day) return true;
  const then = travelOf(travel, one.day);
  return fitsBetween(one, other, travelMinutesBetween(one.municipalityCode, other.municipalityCode, then));
}

const MINUTES_AN_HOUR = 60;
const MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;

/** Minutes of the day of a time HH:MM. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * MINUTES_AN_HOUR + Number(time.slice(3, 5));
}

/** The end of a session that begins at HH:MM and lasts so many minutes; null where it is not known or not on the same day. */
export function sessionEnd(startsAt: string | null, minutes: number | null): string | null {
  if (startsAt === null || minutes === null) return null;
  const end = minutesOf(startsAt) + minutes;
  if (end >= MINUTES_A_DAY) return null;
  return [Math.floor(end / MINUTES_AN_HOUR), end % MINUTES_AN_HOUR]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
