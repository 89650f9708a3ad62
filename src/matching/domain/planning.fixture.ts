import { plainDate } from '#kernel/plain-date.ts';
import { aCandidate, requestFacts } from './candidate.fixture.ts';
import type { PlanningFacts, PlanningInstructor, PlanningOffer, PlanningRequest } from './planning-facts.ts';
import { defaultWeightsOn } from './planning-weights.ts';

/** A request of 機械加工 in 山口市 for two sessions in the week of 2022-12-05. */
export function aPlanningRequest(changes: Partial<PlanningRequest> = {}): PlanningRequest {
  return {
    ...requestFacts(),
    id: 'R-1',
    organizationId: 'O-1',
    priority: null,
    line: null,
    ...changes,
  };
}

export function aPlanningInstructor(changes: Partial<PlanningInstructor> = {}): PlanningInstructor {
  return { ...aCandidate(), isExtra: false, ...changes };
}

/** Somebody was asked to come to 山口市 on Monday, at no hour, for a request that is not planned. */
export function aPlanningOffer(changes: Partial<PlanningOffer> = {}): PlanningOffer {
  return {
    requestId: 'R-9',
    requestNumber: 'R-009',
    hostName: '見本工業',
    instructorId: '1',
    instructorName: '架空 太郎',
    day: plainDate('2022-12-05'),
    startsAt: null,
    sessionMinutes: 120,
    municipalityCode: '352039',
    isNew: true,
    line: null,
    quota: null,
    ...changes,
  };
}

export function planningFacts(changes: Partial<PlanningFacts> = {}): PlanningFacts {
  return {
    today: plainDate('2022-11-30'),
    fiscalYear: 2022,
    from: plainDate('2022-11-30'),
    until: plainDate('2023-03-31'),
    requests: [aPlanningRequest()],
    instructors: [aPlanningInstructor()],
    closedPeriods: [],
    committed: {},
    missing: {},
    costs: { perKilometreYen: 37, fares: {} },
    travel: [],
    budgetYen: null,
    held: [],
    offers: [],
    offersApart: [],
    agreed: [],
    declined: [],
    pins: [],
    weights: defaultWeightsOn(plainDate('2022-11-30')),
    ...changes,
  };
}
