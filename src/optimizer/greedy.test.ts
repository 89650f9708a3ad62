import { expect, test } from 'vitest';
import { scoreSolution } from './score.ts';
import { generateProblem } from './bench/generate-problem.ts';
import { assignGreedily } from './greedy.ts';

const shapes = [1, 2, 3, 4, 5, 6].flatMap((seed) => [
  { seed, sessions: 60, workers: 20, teamShare: 30, everyRule: false },
  { seed, sessions: 60, workers: 20, teamShare: 30, everyRule: true },
]);

test.each(shapes)('what the office assigns by hand breaks no hard rule and serves most (%o)', (shape) => {
  const problem = generateProblem(shape);
  const solution = assignGreedily(problem);
  const score = scoreSolution(problem, solution);
  expect(score.broken).toBe(0);
  const served = new Set(solution.chosen.map((index) => problem.options[index]?.slot)).size;
  expect(served).toBeGreaterThan(shape.sessions / 2);
});

test('what was decided by hand stays where it is', () => {
  const problem = generateProblem({ seed: 3, sessions: 30, workers: 20, teamShare: 0, everyRule: true });
  const dearest = problem.options.reduce(
    (worst, option, index) => (option.yen > (problem.options[worst]?.yen ?? 0) ? index : worst),
    0,
  );
  const options = problem.options.map((option, index) => ({ ...option, pinned: index === dearest }));
  const solution = assignGreedily({ ...problem, options });
  expect(solution.chosen).toContain(dearest);
  expect(scoreSolution({ ...problem, options }, solution).broken).toBe(0);
});
