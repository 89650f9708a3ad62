import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { buildProblem } from '#matching/domain/build-problem.ts';
import { aPlanningInstructor, aPlanningRequest, planningFacts } from '#matching/domain/planning.fixture.ts';
import type { PlanningFacts } from '#matching/domain/planning-facts.ts';
import { findContradictions } from '#optimizer/check-problem.ts';
import { checkBuilt, checkFacts } from './run-refusal.ts';

const monday = plainDate('2022-12-05');
const pin = (requestId: string, instructorId = '1') => ({ kind: 'pin', requestId, instructorId, day: monday }) as const;

function check(changes: Partial<PlanningFacts>) {
  const built = buildProblem(planningFacts(changes));
  return checkBuilt(built, findContradictions(built.problem));
}

test('days that are over and a year without open requests are no calculation', () => {
  expect(checkFacts(planningFacts({ until: plainDate('2022-11-29') }))).toMatchObject({ kind: 'year-over' });
  expect(checkFacts(planningFacts({ requests: [] }))).toEqual({ kind: 'nothing-to-plan' });
  expect(checkFacts(planningFacts({ instructors: [] }))).toBeUndefined();
});

test('a person who is fixed to two requests on one day is told with both of them', () => {
  const requests = [aPlanningRequest(), aPlanningRequest({ id: 'R-2' })];
  const refusal = check({ requests, pins: [pin('R-1'), pin('R-2')] });
  expect(refusal).toMatchObject({ kind: 'pins-clash', rule: 'clash', instructorIds: ['1'] });
  expect(refusal?.kind === 'pins-clash' && refusal.requestIds.toSorted()).toEqual(['R-1', 'R-2']);
});

test('more sessions fixed than are asked for, and more than a cap leaves, are told by their rule', () => {
  const both = [pin('R-1'), { ...pin('R-1'), day: plainDate('2022-12-06') }];
  expect(check({ requests: [aPlanningRequest({ openSessions: 1 })], pins: both })).toMatchObject({
    kind: 'pins-clash',
    rule: 'session-limit',
  });
  expect(check({ instructors: [aPlanningInstructor({ yearlyCap: 1 })], pins: both })).toMatchObject({
    kind: 'pins-clash',
    rule: 'yearly-cap',
  });
});

test('more than the engine takes on is told with its number and the limit', () => {
  const requests = Array.from({ length: 5001 }, (_, index) => aPlanningRequest({ id: `R-${index}` }));
  expect(check({ requests, instructors: [] })).toEqual({ kind: 'too-many', of: 'tasks', count: 5001, limit: 5000 });
});

test('what can be reckoned is not refused', () => {
  expect(check({ pins: [pin('R-1')] })).toBeUndefined();
});
