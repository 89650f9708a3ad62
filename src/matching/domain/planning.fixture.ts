import { plainDate } from '#kernel/plain-date.ts';
import { aCandidate, requestFacts } from './candidate.fixture.ts';
import type { PlanningFacts, PlanningInstructor, PlanningRequest } from './planning-facts.ts';
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
    travel: { kilometresAnHour: 40, extraMinutes: 15 },
    budgetYen: null,
    held: [],
    agreed: [],
    declined: [],
    pins: [],
    weights: defaultWeightsOn(plainDate('2022-11-30')),
    ...changes,
  };
}
