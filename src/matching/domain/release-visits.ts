import { monthOf, proposedDays } from './free-days.ts';
import type { CandidateFacts, RequestFacts } from './candidate.ts';
import { HOLD_OF_AGREED, type AgreedVisit, type PlanningFacts, type PlanningRequest } from './planning-facts.ts';

/**
 * Lets planned visits be planned anew, where a plan asks for it: their sessions are open again, their people free, and each
 * of them is held by the heaviest hold, so that it is moved only where the whole gains more than that.
 */
export function releaseVisits(facts: PlanningFacts, visits: readonly AgreedVisit[]): PlanningFacts {
  const requests = new Map(facts.requests.map((request) => [request.id, request]));
  const free = visits.filter((visit) => {
    const request = requests.get(visit.requestId);
    const isPlanned = visit.day >= facts.from && visit.day >= facts.today && visit.day <= facts.until;
    return request !== undefined && isPlanned && isAsWished(visit, request, facts);
  });
  const ids = new Set(free.map(({ visitId }) => visitId));
  const committed: Record<string, number> = { ...facts.committed };
  for (const { day } of free) committed[monthOf(day)] = (committed[monthOf(day)] ?? 0) - 1;
  const held = free.flatMap(({ requestId, day, instructorIds }) =>
    instructorIds.map((instructorId) => ({ requestId, instructorId, day, hold: HOLD_OF_AGREED })),
  );
  const missing = { ...facts.missing };
  for (const { requestId } of free) {
    const line = requests.get(requestId)?.line;
    if (line) missing[line] = (missing[line] ?? 0) + 1;
  }
  return {
    ...facts,
    requests: facts.requests.map((request) => releaseRequest(request, ids)),
    instructors: facts.instructors.map((instructor) =>
      releasePerson(
        instructor,
        free.filter(({ instructorIds }) => instructorIds.includes(instructor.id)),
      ),
    ),
    committed,
    missing,
    held: [...facts.held, ...held],
    agreed: free,
  };
}

/** What was agreed on another day or hour than the request wishes stays: the plan could not propose it again. */
function isAsWished({ day, startsAt }: AgreedVisit, request: PlanningRequest, facts: PlanningFacts): boolean {
  if (request.wishedStart !== null && request.wishedStart !== startsAt) return false;
  return proposedDays(request, facts).includes(day);
}

/** A request without those of its planned visits: their sessions are to be planned again, and the host has as many more. */
export function releaseRequest<Facts extends RequestFacts>(request: Facts, released: ReadonlySet<string>): Facts {
  const sessions = request.sessions.filter(({ visitId }) => !released.has(visitId));
  const count = request.sessions.length - sessions.length;
  const { hostCap } = request;
  return {
    ...request,
    sessions,
    openSessions: request.openSessions + count,
    hostCap: hostCap && { ...hostCap, used: Math.max(0, hostCap.used - count) },
  };
}

/** Somebody without those visits of theirs: free then, and with as many less towards what they take on. */
export function releasePerson<Facts extends CandidateFacts>(
  instructor: Facts,
  visits: readonly Pick<AgreedVisit, 'day' | 'startsAt' | 'endsAt'>[],
): Facts {
  if (visits.length === 0) return instructor;
  const busy = [...instructor.busy];
  for (const { day, startsAt, endsAt } of visits) {
    const index = busy.findIndex((each) => each.day === day && each.startsAt === startsAt && each.endsAt === endsAt);
    if (index >= 0) busy.splice(index, 1);
  }
  return { ...instructor, busy, planned: Math.max(0, instructor.planned - visits.length) };
}
