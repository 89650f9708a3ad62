import { addDays } from '#kernel/plain-date.ts';
import { fittingTrades } from './eligibility.ts';
import type { Appointment } from '#schedule/domain/appointment.ts';
import { monthOf } from './free-days.ts';
import type { PlanningFacts, PlanningRequest } from './planning-facts.ts';
import { listQuotas, quotaIdOf } from './planning-quotas.ts';
import { optionKey } from './planning-slots.ts';
import type { AssignmentProposal } from './proposal.ts';

/** How far from the wished days another one may be. */
export const NEIGHBOUR_DAYS = 14;

/** What a finished proposal takes, counted once for all requests. */
export type TakenByProposals = {
  readonly visitsOfInstructor: ReadonlyMap<string, readonly Appointment[]>;
  readonly ofRequest: ReadonlyMap<string, readonly AssignmentProposal[]>;
  /** Open offers that are not among the proposals. */
  readonly offers: PlanningFacts['offers'];
  readonly committed: Readonly<Record<string, number>>;
  /** Sessions under each host's cap, and how many it leaves without them: the least that any of its requests says. */
  readonly underCap: ReadonlyMap<string, number>;
  readonly leftOfCap: ReadonlyMap<string, number>;
  readonly missing: PlanningFacts['missing'];
  readonly yen: number;
};

export function countTaken(facts: PlanningFacts, proposals: readonly AssignmentProposal[]): TakenByProposals {
  const requests = new Map(facts.requests.map((request) => [request.id, request]));
  const committed = { ...facts.committed };
  const missing = { ...facts.missing };
  const underCap = new Map<string, number>();
  const visits = proposals.flatMap(({ requestId, visitOn: day, startsAt, endsAt, instructorIds }) => {
    const request = requests.get(requestId);
    if (!request) return [];
    committed[monthOf(day)] = (committed[monthOf(day)] ?? 0) + 1;
    const quota = quotaIdOf(request);
    if (quota !== undefined) underCap.set(quota, (underCap.get(quota) ?? 0) + 1);
    if (request.line !== null) missing[request.line] = Math.max(0, (missing[request.line] ?? 0) - 1);
    const visit: Appointment = { day, startsAt, endsAt, municipalityCode: request.municipalityCode };
    return instructorIds.map((id) => ({ id, visit }));
  });
  const proposed = new Set(
    proposals.flatMap(({ requestId, visitOn, instructorIds }) =>
      instructorIds.map((id) => optionKey(requestId, id, visitOn)),
    ),
  );
  const byInstructor = Map.groupBy(visits, ({ id }) => id);
  return {
    visitsOfInstructor: new Map([...byInstructor].map(([id, own]) => [id, own.map(({ visit }) => visit)])),
    ofRequest: Map.groupBy(proposals, ({ requestId }) => requestId),
    offers: facts.offers.filter((offer) => !proposed.has(optionKey(offer.requestId, offer.instructorId, offer.day))),
    committed,
    underCap,
    leftOfCap: new Map(listQuotas(facts.requests).map(({ id, sessions }) => [id, sessions])),
    missing,
    yen: proposals.reduce((sum, one) => sum + yenOf(one), 0),
  };
}

function yenOf({ explanation: { instructors } }: AssignmentProposal): number {
  return instructors.reduce((sum, { yen }) => sum + yen, 0);
}

/** One request and what is proposed of everything. */
type Rest = { readonly request: PlanningRequest; readonly taken: TakenByProposals; readonly sessions: number };

/**
 * One request's open sessions with everything that is proposed taken as agreed: its people are out at those times, and
 * their caps, the host's, the plan and the budget are so much nearer their ends.
 */
export function restFacts(facts: PlanningFacts, rest: Rest): PlanningFacts {
  const { request, taken } = rest;
  const trades = fittingTrades(request.tradeCode);
  return {
    ...facts,
    ...nearDays(facts, request),
    requests: [restRequest(rest)],
    instructors: facts.instructors
      .filter(({ tradeCodes }) => trades.some((code) => tradeCodes.includes(code)))
      .map((instructor) => {
        const visits = taken.visitsOfInstructor.get(instructor.id) ?? [];
        return { ...instructor, busy: [...instructor.busy, ...visits], planned: instructor.planned + visits.length };
      }),
    committed: taken.committed,
    missing: taken.missing,
    budgetYen: facts.budgetYen === null ? null : Math.max(0, facts.budgetYen - taken.yen),
    pins: facts.pins.filter(({ kind, requestId }) => kind === 'forbid' && requestId === request.id),
    held: [],
    offers: taken.offers,
  };
}

/** Only the days that matter: what somebody does in another season need not be looked at. */
function nearDays({ from, until }: PlanningFacts, { candidateDates }: PlanningRequest) {
  const days = candidateDates.flatMap((window) => [window.from, window.until]).toSorted();
  const [first = from] = days;
  const last = days.at(-1) ?? until;
  const [earliest, latest] = [addDays(first, -NEIGHBOUR_DAYS), addDays(last, NEIGHBOUR_DAYS)];
  return { from: earliest > from ? earliest : from, until: latest < until ? latest : until };
}

function restRequest({ request, taken, sessions }: Rest): PlanningRequest {
  const { hostCap } = request;
  const quota = quotaIdOf(request) ?? '';
  const used = taken.underCap.get(quota) ?? 0;
  const proposed = (taken.ofRequest.get(request.id) ?? []).map(({ visitOn, startsAt, endsAt, instructorIds }) => {
    return { visitId: '', day: visitOn, startsAt, endsAt, isPlanned: true, people: instructorIds.length };
  });
  return {
    ...request,
    openSessions: sessions,
    sessions: [...request.sessions, ...proposed],
    hostCap: hostCap && { ...hostCap, sessions: taken.leftOfCap.get(quota) ?? 0, used },
  };
}
