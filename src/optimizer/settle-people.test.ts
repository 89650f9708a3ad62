import { expect, test } from 'vitest';
import { loadMilpSolver } from '#solver/highs.server.ts';
import { generateProblem } from './bench/generate-problem.ts';
import { indexProblem } from './problem-index.ts';
import { relaxPeople } from './relax-people.ts';
import { scoreSolution } from './score.ts';
import { type Search, startSearch } from './search.ts';
import { settlePeople } from './settle-people.ts';
import { solveProblem } from './solve.ts';

const milp = await loadMilpSolver();
const years = [1, 2].map((seed) =>
  generateProblem({ seed, sessions: 30, workers: 12, teamShare: 30, everyRule: true }),
);

function settleAll(search: Search): void {
  const people = relaxPeople(search);
  if (people != null) settlePeople(search, people);
}

test('settling people first finds a solution that keeps every hard rule, within 5 % of the best, and a true bound', () => {
  for (const problem of years) {
    const search = startSearch(indexProblem(problem), { seed: 1, stepLimit: 1_000_000, milp });
    settleAll(search);
    const best = solveProblem(problem, { seed: 1, stepLimit: 10_000_000, milp });
    expect(best.ending).toBe('proven');
    expect(scoreSolution(problem, { chosen: search.best?.chosen ?? [] })).toMatchObject({
      broken: 0,
      points: search.best?.points,
    });
    expect(search.best?.points).toBeLessThanOrEqual(best.points * 1.05);
    expect(search.bound).toBeLessThanOrEqual(best.points);
  }
});

test('settling people ends with what it has when it is stopped or out of steps', () => {
  const [problem] = years;
  if (problem == null) throw new Error('no year');
  for (const stepLimit of [1, 100, 1000, 5000]) {
    let left = 30;
    const shouldStop = () => (left -= 1) < 0;
    const search = startSearch(indexProblem(problem), { seed: 1, stepLimit, milp, shouldStop });
    settleAll(search);
    const chosen = search.best?.chosen ?? [];
    expect(scoreSolution(problem, { chosen }).broken).toBe(0);
  }
});
