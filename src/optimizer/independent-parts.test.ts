import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallProblem } from '../../test/small-problem.ts';
import { generateProblem } from './bench/generate-problem.ts';
import { splitProblem } from './independent-parts.ts';
import { indexProblem } from './problem-index.ts';
import { scoreSolution } from './score.ts';

const small = smallProblem({ workers: 5, tasks: 5, slots: 12, options: 20 });

test('the points and the broken rules of any choice are the sums of those of the parts', () => {
  const split = small.filter((problem) => splitProblem(indexProblem(problem)).length > 1);
  fc.assert(
    fc.property(split, fc.infiniteStream(fc.boolean()), (problem, draws) => {
      const pinned = (at: number) => problem.options[at]?.pinned === true;
      const chosen = problem.options.flatMap((_, at) => (draws.next().value === true || pinned(at) ? [at] : []));
      const isChosen = new Set(chosen);
      const scores = splitProblem(indexProblem(problem)).map((part) =>
        scoreSolution(part.problem, { chosen: part.options.flatMap((old, at) => (isChosen.has(old) ? [at] : [])) }),
      );
      const whole = scoreSolution(problem, { chosen });
      expect(scores.reduce((sum, { points }) => sum + points, 0)).toBe(whole.points);
      expect(scores.reduce((sum, { broken }) => sum + broken, 0)).toBe(whole.broken);
    }),
    { numRuns: 200 },
  );
});

test('every option is in exactly one part', () => {
  fc.assert(
    fc.property(small, (problem) => {
      const parts = splitProblem(indexProblem(problem));
      const options = parts.flatMap((part) => part.options).toSorted((a, b) => a - b);
      expect(options).toEqual(parts.length === 0 ? [] : [...problem.options.keys()]);
    }),
  );
});

test('a year whose months or budget count every session is one part', () => {
  const problem = generateProblem({ seed: 1, sessions: 40, workers: 15, teamShare: 30, everyRule: true });
  expect(splitProblem(indexProblem(problem))).toEqual([]);
});
