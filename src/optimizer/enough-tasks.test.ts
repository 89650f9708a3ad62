import { expect, test } from 'vitest';
import { generateProblem } from './bench/generate-problem.ts';
import { assignGreedily } from './greedy.ts';
import { improveSolution } from './improve.ts';
import { buildLinearModel } from './linear-model.ts';
import type { Problem } from './problem.ts';
import type { LinearModel } from './sparse-model.ts';

const years = [1, 2, 3, 4, 5].map((seed) =>
  generateProblem({ seed, sessions: 60, workers: 20, teamShare: 30, everyRule: true }),
);

/** What the rows over who takes part in how many tasks come to in a solution, less what they may. */
function excessOfRows(problem: Problem, model: LinearModel, chosen: readonly number[]): number[] {
  const takesPart = new Set(
    chosen.map((at) => {
      const { slot = 0, worker = 0 } = problem.options[at] ?? {};
      return `u${problem.slots[slot]?.task}_${worker}`;
    }),
  );
  const held = new Set(chosen);
  const valueOf = (column: number) => {
    const name = model.columnNames[column] ?? '';
    return held.has(column) || takesPart.has(name) ? 1 : 0;
  };
  return model.rowNames.flatMap((name, row) => {
    if (!/^(?:tasks|most|part)/u.test(name)) return [];
    let sum = 0;
    for (let at = model.starts[row] ?? 0; at < (model.starts[row + 1] ?? 0); at++) {
      sum += (model.values[at] ?? 0) * valueOf(model.indices[at] ?? 0);
    }
    return [sum - (model.rowUpper[row] ?? 0)];
  });
}

test('no solution breaks what its caps say of how many tasks somebody takes part in, and some come up to it', () => {
  const solutions = years.flatMap((problem) => {
    const model = buildLinearModel(problem);
    const start = assignGreedily(problem);
    return [0, 2000, 20_000].map((moves) => {
      const { chosen } = improveSolution(problem, start, { seed: 1, moves });
      return excessOfRows(problem, model, chosen);
    });
  });
  expect(Math.max(...solutions.flat())).toBe(0);
});

test('no two rows or columns of a model have one name', () => {
  for (const problem of years) {
    const { rowNames, columnNames } = buildLinearModel(problem);
    expect(new Set(rowNames).size).toBe(rowNames.length);
    expect(new Set(columnNames).size).toBe(columnNames.length);
  }
});
