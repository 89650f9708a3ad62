import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generateProblem } from './bench/generate-problem.ts';
import { assignGreedily } from './greedy.ts';
import { improveSolution } from './improve.ts';
import type { Problem } from './problem.ts';
import { aProblem, someWeights } from './problem.fixture.ts';
import { scoreSolution } from './score.ts';

const years = fc.record({
  seed: fc.integer({ min: 1, max: 10_000 }),
  sessions: fc.integer({ min: 1, max: 40 }),
  workers: fc.integer({ min: 1, max: 20 }),
  teamShare: fc.constantFrom(0, 30, 60),
  everyRule: fc.boolean(),
});

test('changes keep every hard rule, never lose points, and are the same for the same seed', () => {
  fc.assert(
    fc.property(years, fc.nat(1000), (shape, seed) => {
      const problem = generateProblem(shape);
      const start = assignGreedily(problem);
      const improved = improveSolution(problem, start, { seed, moves: 3000 });
      const score = scoreSolution(problem, improved);
      expect(score.broken).toBe(0);
      expect(score.points).toBeLessThanOrEqual(scoreSolution(problem, start).points);
      expect(improveSolution(problem, start, { seed, moves: 3000 })).toEqual(improved);
    }),
    { numRuns: 40 },
  );
});

test('what was decided by hand stays where it is', () => {
  const made = generateProblem({ seed: 3, sessions: 40, workers: 20, teamShare: 30, everyRule: true });
  const [first = -1] = assignGreedily(made).chosen;
  const problem: Problem = {
    ...made,
    options: made.options.map((option, at) => ({ ...option, pinned: at === first })),
  };
  const improved = improveSolution(problem, assignGreedily(problem), { seed: 1, moves: 20_000 });
  expect(improved.chosen).toContain(first);
  expect(scoreSolution(problem, improved).broken).toBe(0);
});

test('tells of better solutions while it works, and ends when it is asked to', () => {
  const problem = generateProblem({ seed: 5, sessions: 60, workers: 30, teamShare: 30, everyRule: true });
  const told: number[] = [];
  const start = assignGreedily(problem);
  const improved = improveSolution(problem, start, {
    seed: 1,
    moves: 100_000,
    onBetter: (better) => void told.push(scoreSolution(problem, better).points),
    shouldStop: () => told.length === 3,
  });
  expect(told).toHaveLength(3);
  expect(told).toEqual(told.toSorted((a, b) => b - a));
  expect(scoreSolution(problem, improved).points).toBe(told[2]);
});

test('a task goes from one person to another as a whole, though to share it would cost more on the way', () => {
  const sessions = [0, 1, 2];
  const problem = aProblem({
    workers: [{}, {}],
    tasks: [{ sessions: 3 }],
    slots: sessions.map((day) => ({ day })),
    options: sessions.flatMap((slot) => [
      { slot, worker: 0, kilometres: 30 },
      { slot, worker: 1, kilometres: 20 },
    ]),
    weights: someWeights(1, { 'unserved-session': 300, continuity: 40, fairness: 0 }),
  });
  const improved = improveSolution(problem, { chosen: [0, 2, 4] }, { seed: 1, moves: 500, tolerance: 0 });
  expect(improved.chosen).toEqual([1, 3, 5]);
});
