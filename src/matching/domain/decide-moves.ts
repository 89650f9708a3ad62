import type { PlainDate } from '#kernel/plain-date.ts';
import type { AssignmentRefusal } from './assignment.ts';
import { decideAssignment } from './assignment.ts';
import type { CandidateFacts, CornerFacts, RequestFacts } from './candidate.ts';
import type { AgreedVisit } from './planning-facts.ts';
import { releasePerson, releaseRequest } from './release-visits.ts';
import { sessionEnd } from '#schedule/domain/appointment.ts';

/** A planned visit of a request, and the day, hour and people that it is to have. */
export type AgreedMove = {
  readonly visit: AgreedVisit;
  readonly visitOn: PlainDate;
  readonly startsAt: string | null;
  readonly instructorIds: readonly string[];
};

/** What is to be moved of one request. */
export type RequestMoves = {
  readonly request: RequestFacts;
  readonly moves: readonly AgreedMove[];
  readonly corner: CornerFacts;
};

type Moving = { readonly cases: readonly RequestMoves[]; readonly people: readonly CandidateFacts[] };

/**
 * Whether everybody may go as the moved visits would have it, by the rules of an assignment: judged as if none of those
 * visits were planned yet, so that two may change places, of one request or of two. The first refusal, or nothing.
 */
export function decideMoves({ cases, people }: Moving): AssignmentRefusal | undefined {
  const visits = cases.flatMap(({ moves }) => moves.map(({ visit }) => visit));
  const ids = new Set(visits.map(({ visitId }) => visitId));
  const released = cases.map((one) => ({ ...one, request: releaseRequest(one.request, ids) }));
  for (const person of people) {
    const own = visits.filter(({ instructorIds }) => instructorIds.includes(person.id));
    const refusal = decideFor(releasePerson(person, own), released);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Whether somebody may go wherever they are to go, one after the other. */
function decideFor(person: CandidateFacts, cases: readonly RequestMoves[]): AssignmentRefusal | undefined {
  let candidate = person;
  const wanted = cases.flatMap(({ moves, ...one }) => {
    const own = moves.filter(({ instructorIds }) => instructorIds.includes(person.id));
    return [...Map.groupBy(own, ({ startsAt }) => startsAt)].map(([startsAt, at]) => ({ ...one, startsAt, at }));
  });
  for (const { request, corner, startsAt, at } of wanted) {
    const chosen = at.map(({ visitOn }) => visitOn);
    const decision = decideAssignment({ candidate, request, corner, chosen, startsAt });
    if (!decision.ok) return decision.refusal;
    candidate = sent(candidate, request, { chosen, startsAt });
  }
  return undefined;
}

type Sending = { readonly chosen: readonly PlainDate[]; readonly startsAt: string | null };

/** Somebody with further visits planned for the request. */
function sent(
  candidate: CandidateFacts,
  { municipalityCode, sessionMinutes }: RequestFacts,
  { chosen, startsAt }: Sending,
): CandidateFacts {
  const endsAt = sessionEnd(startsAt, sessionMinutes);
  const busy = chosen.map((day) => ({ day, startsAt, endsAt, municipalityCode }));
  return {
    ...candidate,
    busy: [...candidate.busy, ...busy].toSorted((left, right) => (left.day < right.day ? -1 : 1)),
    planned: candidate.planned + chosen.length,
  };
}
