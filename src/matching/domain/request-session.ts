import type { PlainDate } from '#kernel/plain-date.ts';
import { sessionEnd, type Appointment } from '#schedule/domain/appointment.ts';
import type { CornerFacts, RequestFacts, RequestSession } from './candidate.ts';
import { proposedDays } from './free-days.ts';

type Served = Pick<RequestFacts, 'sessions' | 'team'>;

/** The planned sessions to which fewer instructors go than the request needs at once: they wait for more. */
export function incompleteSessions({ sessions, team }: Served): readonly RequestSession[] {
  return sessions.filter(({ isPlanned, people }) => isPlanned && people < team);
}

/** The session of a day that waits for another instructor. */
export function findIncomplete(request: Served, day: PlainDate): RequestSession | undefined {
  return incompleteSessions(request).find((session) => session.day === day);
}

/** Whether a day has a session of the request that needs nobody more: a request has one session a day. */
export function isServed(request: Served, day: PlainDate): boolean {
  return request.sessions.some((session) => session.day === day) && findIncomplete(request, day) === undefined;
}

/** The days for which somebody can be chosen, early to late: wished ones that are not served, and those that wait for more. */
export function openDays(request: RequestFacts, corner: Pick<CornerFacts, 'today'>): readonly PlainDate[] {
  const wished = proposedDays(request, corner).filter((day) => !isServed(request, day));
  const waiting = incompleteSessions(request).flatMap(({ day }) => (day >= corner.today ? [day] : []));
  return [...new Set([...wished, ...waiting])].toSorted();
}

/** How many days can be chosen at most: those still to be planned, and those that wait for more instructors. */
export function mostDays(request: Pick<RequestFacts, 'openSessions' | 'sessions' | 'team'>): number {
  return request.openSessions + incompleteSessions(request).length;
}

/** When and where the session of a day is: as planned where it stands already, else at the wished time. */
export function appointmentOn(request: RequestFacts, day: PlainDate): Appointment {
  const { wishedStart, sessionMinutes, municipalityCode } = request;
  const planned = findIncomplete(request, day);
  if (planned) return { day, startsAt: planned.startsAt, endsAt: planned.endsAt, municipalityCode };
  return { day, startsAt: wishedStart, endsAt: sessionEnd(wishedStart, sessionMinutes), municipalityCode };
}
