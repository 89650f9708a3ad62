import { expect, test } from 'vitest';
import { allWeights as weights } from '#optimizer/bench/bench-weights.ts';
import type { Problem } from '#optimizer/problem.ts';
import { runSolver } from './run-solver.server.ts';

const problem: Problem = {
  workers: [{ id: 'w', cap: null, periodCap: null, done: 0, wake: 0, isNew: false }],
  tasks: [{ id: 't', sessions: 1, team: 1, urgency: 2, quotas: [], target: null }],
  slots: [{ task: 0, day: 3, period: 0, start: null, end: null, place: 0 }],
  options: [{ slot: 0, worker: 0, kilometres: 12, yen: 0, hold: 0, pinned: false }],
  quotas: [],
  targets: [],
  periods: [{ id: 'm', committed: 0, even: 1 }],
  travelMinutes: [[0]],
  budgetYen: null,
  weights,
};

test('a worker thread solves a problem and tells the outcome', async () => {
  const outcome = await runSolver(problem, { seed: 1, stepLimit: 100_000 });
  expect(outcome).toMatchObject({ solution: { chosen: [0] }, points: 12, bound: 12, ending: 'proven' });
});

test('a worker thread that fails rejects with what it found so far', async () => {
  const broken = { ...problem, options: [{ ...problem.options[0], slot: 9 }] } as Problem;
  await expect(runSolver(broken, { seed: 1, stepLimit: 100_000 })).rejects.toMatchObject({
    name: 'SolverFailure',
    last: null,
  });
});
