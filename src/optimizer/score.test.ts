import { expect, test } from 'vitest';
import { constraints, type ConstraintId } from './constraint.ts';
import type { ConstraintCase } from './constraint-case.fixture.ts';
import { hardCases } from './hard-cases.fixture.ts';
import { aProblem, someWeights } from './problem.fixture.ts';
import { scoreSolution } from './score.ts';
import { softCases } from './soft-cases.fixture.ts';

/** A constraint that has no case does not compile. */
const constraintCases: Readonly<Record<ConstraintId, readonly ConstraintCase[]>> = { ...hardCases, ...softCases };

const every = constraints.flatMap(({ id, level }) => constraintCases[id].map((one) => ({ id, level, ...one })));

function amountOf(id: ConstraintId, { problem, chosen }: (typeof every)[number]): number {
  return scoreSolution(problem, { chosen }).constraints.find((one) => one.id === id)?.amount ?? -1;
}

test.each(every)('$id counts $amount $rule', ({ id, ...one }) => {
  expect(amountOf(id, { id, ...one })).toBe(one.amount);
});

test.each(constraints)('$id has a case in which it does not match and one in which it does', ({ id }) => {
  const amounts = constraintCases[id].map(({ amount }) => amount);
  expect(amounts.some((amount) => amount === 0)).toBe(true);
  expect(amounts.some((amount) => amount > 0)).toBe(true);
});

test.each(every)('no hard constraint but $id matches $rule', ({ id, problem, chosen }) => {
  const { constraints: scores } = scoreSolution(problem, { chosen });
  const broken = scores.filter((one) => one.level === 'hard' && one.amount > 0).map((one) => one.id);
  expect(broken.filter((other) => other !== id)).toEqual([]);
});

test.each(every)('every match of $id speaks of something there is $rule', ({ id, problem, chosen }) => {
  const matches = scoreSolution(problem, { chosen }).constraints.find((one) => one.id === id)?.matches ?? [];
  for (const { entities, amount } of matches) {
    const named = Object.entries(entities) as [keyof typeof entities, readonly number[]][];
    expect(amount).toBeGreaterThan(0);
    expect(named.length).toBeGreaterThan(0);
    for (const [kind, indices] of named) for (const index of indices) expect(problem[kind][index]).toBeDefined();
  }
});

test('constraints are listed in their order, each with its level', () => {
  const { constraints: scores } = scoreSolution(aProblem(), { chosen: [] });
  expect(scores.map(({ id, level }) => ({ id, level }))).toEqual(constraints);
});

test('points are weight times amount, added up over the soft constraints alone', () => {
  const problem = aProblem({
    tasks: [{ sessions: 3, urgency: 4 }],
    options: [{ kilometres: 7, pinned: true }],
    weights: someWeights(0, { 'unserved-session': 300, 'travel-distance': 2 }),
  });
  expect(scoreSolution(problem, { chosen: [0] })).toMatchObject({ points: 300 * 8 + 2 * 7, broken: 0 });
  expect(scoreSolution(problem, { chosen: [] })).toMatchObject({ points: 300 * 12, broken: 1 });
});

test('a constraint of weight 0 is counted and costs nothing', () => {
  const problem = aProblem({ weights: someWeights(0) });
  const score = scoreSolution(problem, { chosen: [] });
  expect(score.points).toBe(0);
  expect(score.constraints.find(({ id }) => id === 'unserved-session')).toMatchObject({ amount: 1, points: 0 });
});

test('a problem without anything has a score of 0', () => {
  const problem = aProblem({ workers: [], tasks: [], slots: [], options: [], periods: [], travelMinutes: [] });
  expect(scoreSolution(problem, { chosen: [] })).toMatchObject({ points: 0, broken: 0 });
});
