import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadMilpSolver } from '#solver/highs.server.ts';
import { smallProblem } from '../../test/small-problem.ts';
import { tryEverything } from './brute-force.fixture.ts';
import { findContradictions } from './check-problem.ts';
import type { MilpSolver } from './milp.ts';
import type { Problem } from './problem.ts';
import { scoreSolution } from './score.ts';
import type { SolveRequest } from './search.ts';
import type { Outcome } from './solution.ts';
import { solveProblem } from './solve.ts';

const highs = await loadMilpSolver();
/** A general solver is asked for no less than one piece of work: HiGHS refuses a limit below nothing. */
const milp: MilpSolver = (model, request) => {
  expect(request.workLimit).toBeGreaterThan(0);
  return highs(model, request);
};
const tiny = smallProblem({ workers: 4, tasks: 3, slots: 4, options: 9 }).filter(isSound);
const small = smallProblem({ workers: 5, tasks: 5, slots: 12, options: 30 }).filter(isSound);
const unlimited = 1_000_000;

function isSound(problem: Problem): boolean {
  return findContradictions(problem).length === 0;
}

function solve(problem: Problem, request: Partial<SolveRequest> = {}): Outcome {
  return solveProblem(problem, { seed: 1, stepLimit: unlimited, milp, ...request });
}

/** What must hold of every outcome, however the engine ended. */
function expectHonest(problem: Problem, { solution, points, bound, ending }: Outcome): void {
  const score = scoreSolution(problem, solution);
  expect(score.broken).toBe(0);
  expect(points).toBe(score.points);
  expect(bound).toBeLessThanOrEqual(points);
  if (ending === 'proven') expect(bound).toBe(points);
  expect(solution.chosen).toEqual([...new Set(solution.chosen)].toSorted((a, b) => a - b));
}

test('what the engine proves best is what trying everything finds', () => {
  fc.assert(
    fc.property(tiny, (problem) => {
      const outcome = solve(problem);
      expectHonest(problem, outcome);
      expect(outcome.ending).toBe('proven');
      expect(outcome.points).toBe(tryEverything(problem)?.points);
    }),
    { numRuns: 250 },
  );
});

test('no outcome breaks a hard constraint, and its points are those of the reference', () => {
  fc.assert(
    fc.property(small, (problem) => expectHonest(problem, solve(problem))),
    { numRuns: 300 },
  );
});

test('an engine that is stopped or out of steps has a solution that breaks no hard constraint', () => {
  const ends = fc.record({ stepLimit: fc.constantFrom(0, 1, 10, 1_000, 100_000), calls: fc.nat({ max: 20 }) });
  fc.assert(
    fc.property(small, ends, (problem, { stepLimit, calls }) => {
      let left = calls;
      const shouldStop = () => (left -= 1) < 0;
      expectHonest(problem, solve(problem, { stepLimit, shouldStop }));
      expectHonest(problem, solve(problem, { stepLimit }));
    }),
    { numRuns: 200 },
  );
});

test('every solution told on the way breaks no hard constraint, and no bound told is above the best', () => {
  fc.assert(
    fc.property(small, (problem) => {
      const told: Parameters<NonNullable<SolveRequest['onProgress']>>[0][] = [];
      const outcome = solve(problem, { onProgress: (progress) => told.push(progress) });
      for (const { solution, points, bound } of told) {
        expect(scoreSolution(problem, solution)).toMatchObject({ broken: 0, points });
        expect(bound).toBeLessThanOrEqual(outcome.points);
      }
    }),
    { numRuns: 200 },
  );
});

test('the same problem, seed and limit have the same outcome', () => {
  const limits = fc.record({ seed: fc.nat({ max: 1000 }), stepLimit: fc.constantFrom(0, 100, 5_000, unlimited) });
  fc.assert(
    fc.property(small, limits, (problem, request) => {
      expect(solve(structuredClone(problem), request)).toEqual(solve(problem, request));
    }),
    { numRuns: 150 },
  );
});

test('what contradicts itself has no outcome', () => {
  const any = smallProblem({ workers: 4, tasks: 3, slots: 4, options: 9 }).filter((problem) => !isSound(problem));
  fc.assert(
    fc.property(any, (problem) => {
      expect(() => solve(problem)).toThrow('pinned');
    }),
    { numRuns: 50 },
  );
});
