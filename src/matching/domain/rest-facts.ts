import type { PlainDate } from '#kernel/plain-date.ts';
import { fittingTrades } from './eligibility.ts';
import { monthKeyOf, type PlanningFacts, type PlanningRequest } from './planning-facts.ts';
import type { AssignmentProposal } from './proposal.ts';

/** What a finished proposal takes, counted once for all requests. */
export type TakenByProposals = {
  readonly daysOfInstructor: ReadonlyMap<string, readonly PlainDate[]>;
  readonly daysOfRequest: ReadonlyMap<string, readonly PlainDate[]>;
  readonly peopleOfRequest: ReadonlyMap<string, ReadonlySet<string>>;
  readonly committed: Readonly<Record<string, number>>;
  readonly hostLimits: Readonly<Record<string, number>>;
  readonly missing: PlanningFacts['missing'];
  readonly yen: number;
};

export function countTaken(facts: PlanningFacts, proposals: readonly AssignmentProposal[]): TakenByProposals {
  const requests = new Map(facts.requests.map((request) => [request.id, request]));
  const committed = { ...facts.committed };
  const hostLimits = { ...facts.hostLimits };
  const missing = { ...facts.missing };
  for (const { requestId, visitOn } of proposals) {
    const month = monthKeyOf(visitOn);
    committed[month] = (committed[month] ?? 0) + 1;
    const request = requests.get(requestId);
    for (const limit of request?.limits ?? []) hostLimits[limit] = Math.max(0, (hostLimits[limit] ?? 0) - 1);
    const line = request?.line ?? null;
    if (line !== null) missing[line] = Math.max(0, (missing[line] ?? 0) - 1);
  }
  const visits = proposals.flatMap(({ instructorIds, visitOn }) => instructorIds.map((id) => ({ id, visitOn })));
  const ofRequest = Map.groupBy(proposals, ({ requestId }) => requestId);
  return {
    daysOfInstructor: new Map([...Map.groupBy(visits, ({ id }) => id)].map(([id, own]) => [id, own.map(dayOf)])),
    daysOfRequest: new Map([...ofRequest].map(([id, own]) => [id, own.map(dayOf)])),
    peopleOfRequest: new Map([...ofRequest].map(([id, own]) => [id, new Set(own.flatMap((one) => one.instructorIds))])),
    committed,
    hostLimits,
    missing,
    yen: proposals.reduce((sum, one) => sum + yenOf(one), 0),
  };
}

function dayOf({ visitOn }: { readonly visitOn: PlainDate }): PlainDate {
  return visitOn;
}

function yenOf({ explanation: { instructors } }: AssignmentProposal): number {
  return instructors.reduce((sum, { yen }) => sum + yen, 0);
}

/**
 * One request's open sessions with everything that is proposed taken as agreed: its people are out on those days, their
 * caps, the host's limits, the plan and the budget are so much nearer their ends. A day with another visit counts as
 * full, so that whatever is found here is possible for certain.
 */
export function restFacts(
  facts: PlanningFacts,
  request: PlanningRequest,
  { taken, sessions }: { readonly taken: TakenByProposals; readonly sessions: number },
): PlanningFacts {
  const trades = fittingTrades(request.tradeCode);
  const takenDays = [...request.takenDays, ...(taken.daysOfRequest.get(request.id) ?? [])];
  return {
    ...facts,
    requests: [{ ...request, openSessions: sessions, takenDays }],
    instructors: facts.instructors
      .filter(({ tradeCodes }) => trades.some((code) => tradeCodes.includes(code)))
      .map((instructor) => {
        const days = taken.daysOfInstructor.get(instructor.id) ?? [];
        const busyDays = [...instructor.busyDays, ...days];
        return { ...instructor, busyDays, planned: instructor.planned + days.length };
      }),
    committed: taken.committed,
    hostLimits: taken.hostLimits,
    missing: taken.missing,
    budgetYen: facts.budgetYen === null ? null : Math.max(0, facts.budgetYen - taken.yen),
    pins: facts.pins.filter(({ kind, requestId }) => kind === 'forbid' && requestId === request.id),
    held: [],
  };
}
