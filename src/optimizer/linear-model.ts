import type { Problem } from './problem.ts';
import { indexProblem, type ProblemIndex, slotOf, taskAt, workerAt } from './problem-index.ts';
import { addSoftRows } from './soft-rows.ts';
import { addColumn, type LinearModel, type ModelColumns, type ModelDraft, packModel } from './sparse-model.ts';

/**
 * The problem as a mixed integer programme whose optimum is the least points that any solution has. Team sessions get a
 * binary column `y` (held) with `x ≤ y` for each person, clashes get one row for each maximal clique, and continuity one
 * row for each person and task: the relaxation is then nearly whole-numbered on the programme's problems.
 */
export function buildLinearModel(problem: Problem): LinearModel {
  return packModel(draftModel(indexProblem(problem)).draft);
}

/** The unpacked model of an indexed problem. */
export function draftModel(index: ProblemIndex): ModelColumns {
  const { problem } = index;
  const draft: ModelDraft = { offset: 0, columns: [], rows: [] };
  problem.options.forEach((option, at) => {
    addColumn(draft, { name: `x${at}`, cost: 0, lower: option.pinned ? 1 : 0, upper: 1, integer: true });
  });
  const held = problem.slots.map((slot, at) => {
    const options = index.optionsOfSlot[at] ?? [];
    const { team } = taskAt(problem, slot.task);
    if (team === 1) return options;
    return options.length < team ? closeSlot(draft, at, options) : [addTeamRows(draft, { slot: at, team, options })];
  });
  const columns = { draft, held };
  addTaskRows(index, columns);
  addWorkerRows(index, draft);
  addQuotaRows(problem, columns);
  addSoftRows(index, columns);
  return columns;
}

/** A slot with fewer people than a team cannot be held. */
function closeSlot(draft: ModelDraft, slot: number, options: readonly number[]): number[] {
  if (options.length > 0) draft.rows.push({ name: `team${slot}`, upper: 0, columns: options });
  return [];
}

function addTeamRows(draft: ModelDraft, at: { slot: number; team: number; options: readonly number[] }): number {
  const { slot, team, options } = at;
  const held = addColumn(draft, { name: `y${slot}`, cost: 0, upper: 1, integer: true });
  const values = [...options.map(() => 1), -team];
  draft.rows.push({ name: `team${slot}`, lower: 0, upper: 0, columns: [...options, held], values });
  if (options.length === team) return held;
  for (const option of options) {
    draft.rows.push({ name: `with${option}`, upper: 0, columns: [option, held], values: [1, -1] });
  }
  return held;
}

function addTaskRows(index: ProblemIndex, { draft, held }: ModelColumns): void {
  const { problem } = index;
  problem.tasks.forEach((task, at) => {
    const columns = (index.slotsOfTask[at] ?? []).flatMap((slot) => held[slot] ?? []);
    addLimit(draft, { name: `task${at}`, upper: task.sessions, columns });
  });
  index.taskDays.forEach((taskDay, at) => {
    if (taskAt(problem, taskDay.task).sessions < 2) return;
    const columns = taskDay.slots.flatMap((slot) => held[slot] ?? []);
    addLimit(draft, { name: `day${at}`, upper: 1, columns });
  });
}

function addWorkerRows(index: ProblemIndex, draft: ModelDraft): void {
  const { problem } = index;
  let clique = 0;
  for (const day of index.workerDays) {
    for (const columns of day.cliques) addLimit(draft, { name: `clash${clique++}`, upper: 1, columns });
  }
  index.optionsOfWorker.forEach((options, at) => {
    const { cap, periodCap } = workerAt(problem, at);
    if (cap != null) addLimit(draft, { name: `year${at}`, upper: cap, columns: options });
    periodCap?.forEach((upper, period) => {
      const columns = options.filter((option) => slotOf(problem, option).period === period);
      addLimit(draft, { name: `month${at}_${period}`, upper, columns });
    });
  });
}

function addQuotaRows(problem: Problem, { draft, held }: ModelColumns): void {
  const columns: number[][] = problem.quotas.map(() => []);
  problem.slots.forEach((slot, at) => {
    for (const quota of taskAt(problem, slot.task).quotas) columns[quota]?.push(...(held[at] ?? []));
  });
  problem.quotas.forEach((quota, at) => {
    addLimit(draft, { name: `quota${at}`, upper: quota.sessions, columns: columns[at] ?? [] });
  });
}

/** A row only where the columns could exceed it. */
function addLimit(draft: ModelDraft, row: { name: string; upper: number; columns: readonly number[] }): void {
  if (row.columns.length > row.upper) draft.rows.push(row);
}
