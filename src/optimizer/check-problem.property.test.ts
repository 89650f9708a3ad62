import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallProblem } from '../../test/small-problem.ts';
import { tryEverything } from './brute-force.fixture.ts';
import { findContradictions } from './check-problem.ts';

const size = { workers: 4, tasks: 3, slots: 4, options: 9 };

test('a problem has a contradiction exactly where no solution keeps every hard constraint', () => {
  fc.assert(
    fc.property(smallProblem(size), (problem) => {
      expect(findContradictions(problem).length === 0).toBe(tryEverything(problem) !== undefined);
    }),
    { numRuns: 500 },
  );
});
