import { expect, test } from 'vitest';
import { everyRuleCases, largeCases, listNationalCases, smallCases } from './bench-cases.ts';
import { generateProblem } from './generate-problem.ts';

const cases = [...smallCases, ...largeCases, ...everyRuleCases, ...listNationalCases().slice(0, 3)];

test.each(cases)(
  'the year of $name is as large as it says, and has no option twice and nothing pinned',
  ({ shape }) => {
    const problem = generateProblem(shape);
    expect(problem.tasks.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(shape.sessions);
    expect(problem.workers).toHaveLength(shape.workers);
    const pairs = new Set(problem.options.map(({ slot, worker }) => slot * problem.workers.length + worker));
    expect(pairs.size).toBe(problem.options.length);
    expect(problem.options.some(({ pinned }) => pinned)).toBe(false);
    expect(problem.options.every(({ kilometres, yen }) => Number.isInteger(kilometres) && Number.isInteger(yen))).toBe(
      true,
    );
  },
);

test('the same shape is the same year, and another seed another one', () => {
  const shape = { seed: 1, sessions: 60, workers: 20, teamShare: 30, everyRule: true };
  expect(generateProblem(shape)).toEqual(generateProblem(shape));
  expect(generateProblem(shape)).not.toEqual(generateProblem({ ...shape, seed: 2 }));
});

test('three in ten requests ask for two people where teams are wished, and none where not', () => {
  const shape = { seed: 1, sessions: 600, workers: 40, everyRule: false };
  const shareOf = (teamShare: number) => {
    const { tasks } = generateProblem({ ...shape, teamShare });
    return tasks.filter(({ team }) => team === 2).length / tasks.length;
  };
  expect(shareOf(0)).toBe(0);
  expect(shareOf(30)).toBeCloseTo(0.3, 1);
});

test('the country has 47 prefectures of 120 to 519 sessions and 90 to 339 instructors', () => {
  const shapes = listNationalCases().map(({ shape }) => shape);
  expect(shapes).toHaveLength(47);
  expect(
    shapes.every(({ sessions, workers }) => sessions >= 120 && sessions <= 519 && workers >= 90 && workers <= 339),
  ).toBe(true);
});
