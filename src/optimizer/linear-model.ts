import type { GroupModel, HeldColumn } from './model-columns.ts';
import { type OptionGroup, singleGroups } from './option-groups.ts';
import type { Problem } from './problem.ts';
import { indexProblem, optionAt, type ProblemIndex, taskAt, workerAt } from './problem-index.ts';
import { addSoftRows } from './soft-rows.ts';
import { addColumn, type LinearModel, type ModelDraft, packModel } from './sparse-model.ts';
import { addTeamBundles } from './team-rows.ts';

/**
 * The problem as a mixed integer programme whose optimum is the least points that any solution has. Team sessions get a
 * binary column `y` (held) with `x ≤ y` for each person, clashes get one row for each maximal clique, and continuity one
 * row for each person, task and day: the relaxation is then nearly whole-numbered on the programme's problems.
 */
export function buildLinearModel(problem: Problem): LinearModel {
  const index = indexProblem(problem);
  return packModel(draftModel(index, singleGroups(index)).draft);
}

/**
 * The model over groups of options. With single options it is exact. With larger groups it is a relaxation: it does not
 * say on which day an option is chosen, so clashes of grouped options are left out; its optimum is a bound.
 */
export function draftModel(index: ProblemIndex, groups: readonly OptionGroup[]): GroupModel {
  const { problem } = index;
  const draft: ModelDraft = { offset: 0, columns: [], rows: [] };
  const groupsOfTask: number[][] = problem.tasks.map(() => []);
  const groupsOfWorker: number[][] = problem.workers.map(() => []);
  groups.forEach((group, at) => {
    const pinned = group.options.length === 1 && optionAt(problem, group.options[0] ?? 0).pinned;
    addColumn(draft, { name: `x${at}`, cost: 0, lower: pinned ? 1 : 0, upper: group.most, integer: true });
    groupsOfTask[group.task]?.push(at);
    groupsOfWorker[group.worker]?.push(at);
  });
  const joint = { index, groups, draft, groupsOfTask, groupsOfWorker };
  const bundles = problem.tasks.map((task, at) => (task.team === 1 ? [] : addTeamBundles(joint, at)));
  const held = problem.tasks.map((task, at): HeldColumn[] =>
    task.team === 1
      ? (groupsOfTask[at] ?? []).map((column) => ({ column, period: groups[column]?.period ?? 0 }))
      : (bundles[at] ?? []).flatMap((bundle) =>
          bundle.slots.map((slot, row) => ({
            column: bundle.held[row] ?? 0,
            period: problem.slots[slot]?.period ?? 0,
          })),
        ),
  );
  const model: GroupModel = { ...joint, bundles: bundles.flat(), held, takesPart: [] };
  addTaskRows(model);
  addClashRows(model);
  addCapRows(model);
  addQuotaRows(model);
  addSoftRows(model);
  return model;
}

function addTaskRows({ index, groups, draft, held, bundles }: GroupModel): void {
  const { problem } = index;
  problem.tasks.forEach((task, at) => {
    const columns = (held[at] ?? []).map(({ column }) => column);
    addLimit(draft, { name: `task${at}`, upper: task.sessions, columns });
  });
  const columnOfSlot = new Map(
    bundles.flatMap(({ slots, held: columns }) => slots.map((slot, row) => [slot, columns[row] ?? 0] as const)),
  );
  const columnOfOption = singleColumns(groups);
  index.taskDays.forEach(({ task, slots }, at) => {
    const { sessions, team } = taskAt(problem, task);
    if (sessions < 2) return;
    const columns =
      team > 1
        ? slots.flatMap((slot) => columnOfSlot.get(slot) ?? [])
        : slots
            .flatMap((slot) => index.optionsOfSlot[slot] ?? [])
            .flatMap((option) => columnOfOption.get(option) ?? []);
    addLimit(draft, { name: `day${at}`, upper: 1, columns });
  });
}

function singleColumns(groups: readonly OptionGroup[]): Map<number, number> {
  const columns = new Map<number, number>();
  groups.forEach(({ options: [first, second] }, at) => {
    if (first != null && second == null) columns.set(first, at);
  });
  return columns;
}

function addClashRows({ index, groups, draft }: GroupModel): void {
  const columnOfOption = singleColumns(groups);
  let clique = 0;
  for (const day of index.workerDays) {
    for (const options of day.cliques) {
      const columns = options.flatMap((option) => columnOfOption.get(option) ?? []);
      addLimit(draft, { name: `clash${clique++}`, upper: 1, columns });
    }
  }
}

function addCapRows({ index, groups, draft, groupsOfWorker }: GroupModel): void {
  groupsOfWorker.forEach((columns, at) => {
    const { cap, periodCap } = workerAt(index.problem, at);
    const most = columns.reduce((sum, column) => sum + (groups[column]?.most ?? 0), 0);
    if (cap != null && most > cap) draft.rows.push({ name: `year${at}`, upper: cap, columns });
    periodCap?.forEach((upper, period) => {
      const ofPeriod = columns.filter((column) => groups[column]?.period === period);
      const mostOfPeriod = ofPeriod.reduce((sum, column) => sum + (groups[column]?.most ?? 0), 0);
      if (mostOfPeriod > upper) draft.rows.push({ name: `month${at}_${period}`, upper, columns: ofPeriod });
    });
  });
}

function addQuotaRows({ index, draft, held }: GroupModel): void {
  const { problem } = index;
  const tasks: number[][] = problem.quotas.map(() => []);
  problem.tasks.forEach((task, at) => task.quotas.forEach((quota) => tasks[quota]?.push(at)));
  problem.quotas.forEach((quota, at) => {
    const own = tasks[at] ?? [];
    const asked = own.reduce((sum, task) => sum + taskAt(problem, task).sessions, 0);
    if (asked <= quota.sessions) return;
    const columns = own.flatMap((task) => (held[task] ?? []).map(({ column }) => column));
    if (columns.length > 0) draft.rows.push({ name: `quota${at}`, upper: quota.sessions, columns });
  });
}

/** A row over columns of 0 or 1, only where they could exceed it. */
function addLimit(draft: ModelDraft, row: { name: string; upper: number; columns: readonly number[] }): void {
  const most = row.columns.reduce((sum, column) => sum + (draft.columns[column]?.upper ?? 0), 0);
  if (most > row.upper) draft.rows.push(row);
}
