import { expect, test } from 'vitest';
import { loadMilpSolver } from '../solver/highs.server.ts';
import { generateProblem } from './bench/generate-problem.ts';
import { buildLinearModel } from './linear-model.ts';
import { indexProblem } from './problem-index.ts';
import { pointsOf } from './points.ts';
import type { Problem } from './problem.ts';
import { solveFlow } from './solve-flow.ts';
import { solveProblem } from './solve.ts';
import { writeLp } from './write-lp.ts';

const milp = await loadMilpSolver();
const limits = { seed: 1, stepLimit: 1e9, milp };

/** The optimum of the whole model at once, without any of the engine's shortcuts. */
function optimumOf(problem: Problem): number {
  const model = buildLinearModel(problem);
  return Math.round(milp(model, { kind: 'whole', seed: 1, workLimit: 1e9, shouldStop: () => false }).objective);
}

const shapes = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) =>
  [
    { teamShare: 0, everyRule: false },
    { teamShare: 40, everyRule: false },
    { teamShare: 40, everyRule: true },
    { teamShare: 0, everyRule: true },
  ].map((shape) => ({ ...shape, seed, sessions: 24, workers: 12 })),
);

test.each(shapes)('proves the optimum of the whole model: %o', (shape) => {
  const problem = generateProblem(shape);
  const outcome = solveProblem(problem, limits);
  expect(outcome).toMatchObject({ points: optimumOf(problem), bound: outcome.points, ending: 'proven' });
  expect(pointsOf(indexProblem(problem), outcome.solution.chosen)).toBe(outcome.points);
});

test('one person for each session and plain limits are a flow, which is proven without a general solver', () => {
  const problem = generateProblem({ seed: 5, sessions: 60, workers: 20, teamShare: 0, everyRule: false });
  const flow = solveFlow(indexProblem(problem));
  expect(flow?.bound).toBe(optimumOf(problem));
});

test('a problem without options is answered at once with every session unserved', () => {
  const problem = {
    ...generateProblem(shapes[0] ?? { seed: 1, sessions: 3, workers: 2, teamShare: 0, everyRule: false }),
  };
  const empty: Problem = { ...problem, options: [] };
  expect(solveProblem(empty, limits)).toMatchObject({ solution: { chosen: [] }, ending: 'proven' });
  const nothing: Problem = { ...empty, slots: [], tasks: [], workers: [], periods: [] };
  expect(solveProblem(nothing, limits)).toMatchObject({ points: 0, bound: 0, ending: 'proven' });
});

test('every pinned option is chosen, and pins that exclude each other are told', () => {
  const problem = generateProblem({ seed: 3, sessions: 12, workers: 40, teamShare: 0, everyRule: false });
  const [rivals = []] = [...Map.groupBy(problem.options.keys(), (at) => problem.options[at]?.slot).values()].filter(
    (options) => options.length > 1,
  );
  const last = rivals.at(-1) ?? -1;
  const pin = (pinned: ReadonlySet<number>): Problem => ({
    ...problem,
    options: problem.options.map((option, at) => ({ ...option, pinned: pinned.has(at) })),
  });
  expect(solveProblem(pin(new Set([last])), limits).solution.chosen).toContain(last);
  expect(() => solveProblem(pin(new Set(rivals)), limits)).toThrow('pinned');
});

test('the same problem, seed and limit give the same outcome', () => {
  const problem = generateProblem({ seed: 9, sessions: 40, workers: 15, teamShare: 40, everyRule: true });
  const once = solveProblem(problem, { ...limits, stepLimit: 3000 });
  expect(solveProblem(problem, { ...limits, stepLimit: 3000 })).toEqual(once);
  expect(once.bound).toBeLessThanOrEqual(once.points);
});

test('a run that is told to stop ends with a solution and a bound', () => {
  const problem = generateProblem({ seed: 9, sessions: 40, workers: 15, teamShare: 40, everyRule: true });
  const outcome = solveProblem(problem, { ...limits, shouldStop: () => true });
  expect(outcome.ending).toBe('stopped');
  expect(outcome.bound).toBeLessThanOrEqual(outcome.points);
});

test('the LP text has the constant as a fixed column and lines that every reader takes', () => {
  const text = writeLp(
    buildLinearModel(generateProblem({ seed: 2, sessions: 20, workers: 9, teamShare: 40, everyRule: true })),
  );
  expect(text).toMatch(/^Minimize\n obj: \+ \d+ one/);
  expect(text).toContain(' one = 1\n');
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(255);
});
