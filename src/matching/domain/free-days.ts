import { courseDutyOn } from '#instructor/domain/course-duty.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { datesFrom, weekdayOf, type PlainDate } from '#kernel/plain-date.ts';
import { closureName, holidayName, isBusinessDay } from '#reference/domain/holiday.ts';
import { canLeadBoth, type Appointment } from '#schedule/domain/appointment.ts';
import type { CandidateFacts, CornerFacts, RequestFacts } from './candidate.ts';
import type { DatedTravel } from '#schedule/domain/travel-time.ts';

/**
 * The days on which a request can be served: of a window its business days, or its wished weekdays where the host named
 * some (then a Saturday too, but no holiday); a day named by itself even when it is none of them (a fair on a Sunday).
 * Only days of the request's 年度, from today on; early to late, each once.
 */
export function proposedDays(
  {
    candidateDates,
    wishedWeekdays,
    fiscalYear,
  }: Pick<RequestFacts, 'candidateDates' | 'wishedWeekdays' | 'fiscalYear'>,
  { today }: Pick<CornerFacts, 'today'>,
): readonly PlainDate[] {
  const days = candidateDates.flatMap(({ from, until }) =>
    from === until ? [from] : datesFrom(from, until).filter((day) => suitsHost(day, wishedWeekdays)),
  );
  return [...new Set(days)].filter((day) => day >= today && fiscalYearOf(day) === fiscalYear).toSorted();
}

function suitsHost(day: PlainDate, wishedWeekdays: readonly number[] | null): boolean {
  if (wishedWeekdays === null) return isBusinessDay(day);
  return wishedWeekdays.includes(weekdayOf(day)) && holidayName(day) === undefined && closureName(day) === undefined;
}

/** Why an instructor is not free on a day. */
export type DayBlock = 'weekday' | 'unavailable' | 'busy' | 'month-full' | 'before-course';

/**
 * What keeps an instructor from a session; nothing where the person is free. The course is completed by then (domain.md
 * §5.2), and from every other visit of the day there is time to travel.
 */
export function dayBlock(
  candidate: CandidateFacts,
  session: Appointment,
  travel: readonly DatedTravel[],
): DayBlock | undefined {
  const { availableWeekdays, unavailableDates, busy, monthlyCap } = candidate;
  const { day } = session;
  if (availableWeekdays !== null && !availableWeekdays.includes(weekdayOf(day))) return 'weekday';
  if (unavailableDates.includes(day)) return 'unavailable';
  if (busy.some((visit) => !canLeadBoth(visit, session, travel))) return 'busy';
  if (monthlyCap !== null && visitsInMonth(candidate, monthOf(day)) >= monthlyCap) return 'month-full';
  return courseDutyOn(candidate, day).kind === 'later' ? 'before-course' : undefined;
}

/** The month of a day, as 2022-12. */
export function monthOf(day: PlainDate): string {
  return day.slice(0, 7);
}

/** Planned and held visits of a month. */
export function visitsInMonth({ busy }: Pick<CandidateFacts, 'busy'>, month: string): number {
  return busy.filter(({ day }) => day.startsWith(month)).length;
}

export type FreeDays = {
  readonly freeDays: readonly PlainDate[];
  /** How many proposed days are lost to each cause. */
  readonly blocked: Readonly<Partial<Record<DayBlock, number>>>;
};

/** The days of these sessions on which an instructor is free, and what takes the others. */
export function findFreeDays(
  candidate: CandidateFacts,
  sessions: readonly Appointment[],
  travel: readonly DatedTravel[],
): FreeDays {
  const freeDays: PlainDate[] = [];
  const blocked: Partial<Record<DayBlock, number>> = {};
  for (const session of sessions) {
    const block = dayBlock(candidate, session, travel);
    if (block === undefined) freeDays.push(session.day);
    else blocked[block] = (blocked[block] ?? 0) + 1;
  }
  return { freeDays, blocked };
}
