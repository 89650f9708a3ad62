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

type Moving = {
  readonly request: RequestFacts;
  readonly moves: readonly AgreedMove[];
  readonly people: readonly CandidateFacts[];
  readonly corner: CornerFacts;
};

/**
 * Whether everybody may go as the moved visits of a request would have it, by the rules of an assignment: judged as if those
 * visits were not planned yet. The first refusal, or nothing.
 */
export function decideMoves({ request, moves, people, corner }: Moving): AssignmentRefusal | undefined {
  const released = releaseRequest(request, new Set(moves.map(({ visit }) => visit.visitId)));
  for (const person of people) {
    const own = moves.flatMap(({ visit }) => (visit.instructorIds.includes(person.id) ? [visit] : []));
    let candidate = releasePerson(person, own);
    const wanted = moves.filter(({ instructorIds }) => instructorIds.includes(person.id));
    for (const [startsAt, at] of Map.groupBy(wanted, (move) => move.startsAt)) {
      const chosen = at.map(({ visitOn }) => visitOn);
      const decision = decideAssignment({ candidate, request: released, corner, chosen, startsAt });
      if (!decision.ok) return decision.refusal;
      candidate = sent(candidate, released, { chosen, startsAt });
    }
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
