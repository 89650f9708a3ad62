import { expect, test } from 'vitest';
import { loadMilpSolver } from '#solver/highs.server.ts';
import { branchForBound } from './ask-milp.ts';
import { generateProblem } from './bench/generate-problem.ts';
import { indexProblem } from './problem-index.ts';
import { relaxPeople } from './relax-people.ts';
import { offerSolution, startSearch } from './search.ts';
import { solveProblem } from './solve.ts';

const milp = await loadMilpSolver();
const years = [1, 2, 3].map((seed) =>
  generateProblem({ seed, sessions: 30, workers: 12, teamShare: 30, everyRule: true }),
);

test('the model without days bounds every solution, and branching over it raises that bound where it can', () => {
  const raised = years.map((problem) => {
    const best = solveProblem(problem, { seed: 1, stepLimit: 10_000_000, milp });
    expect(best.ending).toBe('proven');
    const search = startSearch(indexProblem(problem), { seed: 1, stepLimit: 1_000_000, milp });
    offerSolution(search, []);
    const people = relaxPeople(search);
    if (people == null) throw new Error('no relaxation');
    const relaxed = search.bound;
    branchForBound(search, people.draft);
    expect(search.bound).toBeLessThanOrEqual(best.points);
    return search.bound - relaxed;
  });
  expect(Math.min(...raised)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...raised)).toBeGreaterThan(0);
});

test('branching for a bound ends when it is told to, with the bound it has', () => {
  const [problem] = years;
  if (problem == null) throw new Error('no year');
  let stops = false;
  const search = startSearch(indexProblem(problem), { seed: 1, stepLimit: 1e9, milp, shouldStop: () => stops });
  const people = relaxPeople(search);
  if (people == null) throw new Error('no relaxation');
  const relaxed = search.bound;
  stops = true;
  branchForBound(search, people.draft);
  expect(search.bound).toBe(relaxed);
});
