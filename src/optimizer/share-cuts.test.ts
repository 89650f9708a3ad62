import { expect, test } from 'vitest';
import { loadMilpSolver } from '#solver/highs.server.ts';
import { generateProblem } from './bench/generate-problem.ts';
import { assignGreedily } from './greedy.ts';
import { improveSolution } from './improve.ts';
import { draftModel } from './linear-model.ts';
import type { GroupModel } from './model-columns.ts';
import { likeGroups } from './option-groups.ts';
import { indexProblem } from './problem-index.ts';
import { findShareCuts } from './share-cuts.ts';
import { packModel } from './sparse-model.ts';

const milp = await loadMilpSolver();
const years = [1, 2, 3].map((seed) =>
  generateProblem({ seed, sessions: 120, workers: 30, teamShare: 30, everyRule: true }),
);

/** The people of a year with the rows that cut off its relaxed solution, and what it comes to without and with them. */
function relaxYear(problem: (typeof years)[number]) {
  const model = draftModel(indexProblem(problem), likeGroups(indexProblem(problem)));
  const request = { kind: 'relaxed', seed: 1, workLimit: 1e9, shouldStop: () => false } as const;
  const plain = milp(packModel(model.draft), request).objective;
  const { objective } = milp(packModel(model.draft), {
    ...request,
    cut: (values) => {
      const rows = findShareCuts(model, values);
      model.draft.rows.push(...rows);
      return rows;
    },
  });
  return { model, plain, objective };
}

/** By how much a solution breaks the rows over who takes part in what. */
function excessOf({ groups, takesPart, draft }: GroupModel, chosen: ReadonlySet<number>): number[] {
  const values = new Map(groups.map(({ options }, at) => [at, options.filter((option) => chosen.has(option)).length]));
  for (const { groups: own, column } of takesPart) {
    values.set(column, own.some((group) => (values.get(group) ?? 0) > 0) ? 1 : 0);
  }
  return draft.rows.flatMap(({ name, upper = 0, columns, values: factors }) => {
    if (!/^(?:tasks|most|part|within|share)/u.test(name)) return [];
    const factorOf = (at: number) => (typeof factors === 'object' ? (factors[at] ?? 0) : (factors ?? 1));
    return [columns.reduce((sum, column, at) => sum + factorOf(at) * (values.get(column) ?? 0), 0) - upper];
  });
}

test('rows over who shares a task with whom cut off what the relaxation makes of it, and raise the bound', () => {
  for (const problem of years) {
    const { model, plain, objective } = relaxYear(problem);
    expect(model.draft.rows.some(({ name }) => name.startsWith('share'))).toBe(true);
    expect(objective).toBeGreaterThan(plain);
  }
});

test('no solution breaks a row over who takes part in which task, and some come up to it', () => {
  const excess = years.flatMap((problem) => {
    const { model } = relaxYear(problem);
    const start = assignGreedily(problem);
    return [0, 2000, 20_000].flatMap((moves) =>
      excessOf(model, new Set(improveSolution(problem, start, { seed: 1, moves }).chosen)),
    );
  });
  expect(Math.max(...excess)).toBe(0);
});
