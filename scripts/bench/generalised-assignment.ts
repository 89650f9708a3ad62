import { addColumn, packModel, type LinearModel, type ModelDraft } from '#optimizer/sparse-model.ts';

/**
 * One generalised-assignment problem of the OR-Library: each job to one agent, no agent over capacity. `value` and `use`
 * are by agent, then by job.
 */
export type AssignmentInstance = {
  readonly value: readonly (readonly number[])[];
  readonly use: readonly (readonly number[])[];
  readonly capacity: readonly number[];
};

/** The published best values of gap1 to gap12, all of them maximised: five problems each. */
export const publishedBest: readonly (readonly number[])[] = [
  [336, 327, 339, 341, 326],
  [434, 436, 420, 419, 428],
  [580, 564, 573, 570, 564],
  [656, 644, 673, 647, 664],
  [563, 558, 564, 568, 559],
  [761, 759, 758, 752, 747],
  [942, 949, 968, 945, 951],
  [1133, 1134, 1141, 1117, 1127],
  [709, 717, 712, 723, 706],
  [958, 963, 960, 947, 947],
  [1139, 1178, 1195, 1171, 1171],
  [1451, 1449, 1433, 1447, 1446],
];

/** Reads a file of the library: the number of problems, then for each its sizes, values, uses and capacities. */
export function parseInstances(text: string): AssignmentInstance[] {
  const numbers = text.trim().split(/\s+/u).map(Number);
  let at = 0;
  const next = (): number => {
    const number = numbers[at++];
    if (number === undefined || !Number.isFinite(number)) throw new Error(`no number at place ${at}`);
    return number;
  };
  const row = (length: number) => Array.from({ length }, next);
  return Array.from({ length: next() }, () => {
    const agents = next();
    const jobs = next();
    const table = () => Array.from({ length: agents }, () => row(jobs));
    return { value: table(), use: table(), capacity: row(agents) };
  });
}

/** Whether a cap of so many jobs for each agent says the same: only where all jobs of an agent use alike. */
export function saysItselfInCaps({ use }: AssignmentInstance): boolean {
  return use.every((row) => new Set(row).size === 1);
}

/** The problem as a model that is minimised: the value of the whole is minus its objective. */
export function buildAssignmentModel({ value, use, capacity }: AssignmentInstance): LinearModel {
  const draft: ModelDraft = { offset: 0, columns: [], rows: [] };
  const columns = value.map((row, agent) =>
    row.map((worth, job) => addColumn(draft, { name: `x${agent}_${job}`, cost: -worth, upper: 1, integer: true })),
  );
  for (const [agent, upper] of capacity.entries()) {
    draft.rows.push({ name: `agent${agent}`, upper, columns: columns[agent] ?? [], values: use[agent] ?? [] });
  }
  for (const job of value[0]?.keys() ?? []) {
    draft.rows.push({ name: `job${job}`, lower: 1, upper: 1, columns: columns.flatMap((row) => row[job] ?? []) });
  }
  return packModel(draft);
}
