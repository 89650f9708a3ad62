import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallProblem } from '../../test/small-problem.ts';
import type { Problem } from './problem.ts';
import { addOption, removeOption, startScore, type RunningScore } from './running-score.ts';
import { scoreSolution } from './score.ts';

const size = { workers: 5, tasks: 5, slots: 12, options: 24 };
const moves = fc.array(fc.nat({ max: 999 }), { maxLength: 30 });

function byReference(problem: Problem, chosen: readonly number[]) {
  const { constraints, points, broken } = scoreSolution(problem, { chosen });
  return { amounts: Object.fromEntries(constraints.map(({ id, amount }) => [id, amount])), points, broken };
}

function told({ amounts, points, broken }: RunningScore) {
  return { amounts, points, broken };
}

test('the running score equals the reference after every one of any moves', () => {
  fc.assert(
    fc.property(smallProblem(size), moves, (problem, sequence) => {
      fc.pre(problem.options.length > 0);
      const chosen = new Set<number>();
      const score = startScore(problem, { chosen: [] });
      for (const move of sequence) {
        const option = move % problem.options.length;
        if (chosen.delete(option)) removeOption(score, option);
        else {
          chosen.add(option);
          addOption(score, option);
        }
        expect(told(score)).toEqual(
          byReference(
            problem,
            [...chosen].toSorted((a, b) => a - b),
          ),
        );
      }
    }),
    { numRuns: 400 },
  );
});

test('a running score that starts from a solution equals the reference', () => {
  fc.assert(
    fc.property(smallProblem(size), fc.array(fc.boolean(), { maxLength: 24 }), (problem, bits) => {
      const chosen = problem.options.flatMap((_, index) => (bits[index] ? [index] : []));
      expect(told(startScore(problem, { chosen }))).toEqual(byReference(problem, chosen));
    }),
    { numRuns: 400 },
  );
});
