import { addContinuity } from './continuity-rows.ts';
import type { GroupModel } from './model-columns.ts';
import { optionAt, taskAt, workerAt } from './problem-index.ts';
import { addColumn } from './sparse-model.ts';

/**
 * Costs, columns and rows of every soft constraint with a weight. Columns that count something (`t`, `c`, `d`, `m`, `a`,
 * `f`) may be fractions in principle: with whole-numbered choices the least value they can take is whole. Only the
 * thousands of yen beyond the budget (`b`) must be rounded up by force.
 */
export function addSoftRows(model: GroupModel): void {
  addUnserved(model);
  addTargets(model);
  addTravelAndStability(model);
  addBudget(model);
  addContinuity(model);
  addFairness(model);
  addDormancy(model);
  addMonthSpread(model);
  addNewAlone(model);
}

function raise(model: GroupModel, column: number, points: number): void {
  const found = model.draft.columns[column];
  if (found != null) found.cost += points;
}

/** The option that stands for a group: all its options cost the same. */
function sampleOf({ index, groups }: GroupModel, group: number) {
  return optionAt(index.problem, groups[group]?.options[0] ?? 0);
}

function addUnserved(model: GroupModel): void {
  const { problem } = model.index;
  const weight = problem.weights['unserved-session'];
  problem.tasks.forEach((task, at) => {
    const points = weight * task.urgency;
    model.draft.offset += points * task.sessions;
    for (const { column } of model.held[at] ?? []) raise(model, column, -points);
  });
}

function addTargets(model: GroupModel): void {
  const { problem } = model.index;
  const weight = problem.weights['plan-target'];
  if (weight === 0) return;
  const held: number[][] = problem.targets.map(() => []);
  problem.tasks.forEach(({ target }, at) => {
    if (target != null) held[target]?.push(...(model.held[at] ?? []).map(({ column }) => column));
  });
  problem.targets.forEach((target, at) => {
    if (target.missing <= 0) return;
    const short = addColumn(model.draft, { name: `t${at}`, cost: weight, upper: target.missing });
    const columns = [...(held[at] ?? []), short];
    model.draft.rows.push({ name: `target${at}`, lower: target.missing, columns });
  });
}

function addTravelAndStability(model: GroupModel): void {
  const { problem } = model.index;
  const { 'travel-distance': travel, stability } = problem.weights;
  model.groups.forEach((_, at) => {
    const { kilometres, hold } = sampleOf(model, at);
    raise(model, at, travel * kilometres - stability * hold);
  });
  for (const { hold } of problem.options) model.draft.offset += stability * hold;
}

function addBudget(model: GroupModel): void {
  const { problem } = model.index;
  const weight = problem.weights.budget;
  const { budgetYen } = problem;
  if (weight === 0 || budgetYen == null) return;
  const all = problem.options.reduce((sum, option) => sum + option.yen, 0);
  if (all <= budgetYen) return;
  const upper = Math.ceil((all - budgetYen) / 1000);
  const over = addColumn(model.draft, { name: 'b', cost: weight, upper, integer: true });
  const paid = model.groups.flatMap((_, at) => (sampleOf(model, at).yen === 0 ? [] : [at]));
  const values = [...paid.map((at) => sampleOf(model, at).yen), -1000];
  model.draft.rows.push({ name: 'budget', upper: budgetYen, columns: [...paid, over], values });
}

/** The k-th session of a worker costs one unit more than the one before: rising steps fill from the cheapest. */
function addFairness(model: GroupModel): void {
  const { problem } = model.index;
  const weight = problem.weights.fairness;
  if (weight === 0) return;
  model.groupsOfWorker.forEach((columns, at) => {
    const { cap, done } = workerAt(problem, at);
    const most = Math.min(cap ?? Infinity, mostOf(model, columns));
    if (most < 1) return;
    const steps = Array.from({ length: most }, (_, step) =>
      addColumn(model.draft, { name: `f${at}_${step + 1}`, cost: weight * (done + step), upper: 1 }),
    );
    const values = [...columns.map(() => 1), ...steps.map(() => -1)];
    model.draft.rows.push({ name: `fair${at}`, lower: 0, upper: 0, columns: [...columns, ...steps], values });
  });
}

/** The sessions that somebody could lead if there were no caps: of each task no more than it has. */
function mostOf({ index: { problem }, groups }: GroupModel, columns: readonly number[]): number {
  const ofTask = new Map<number, number>();
  for (const column of columns) {
    const { task = 0, most = 0 } = groups[column] ?? {};
    ofTask.set(task, Math.min(taskAt(problem, task).sessions, (ofTask.get(task) ?? 0) + most));
  }
  return [...ofTask.values()].reduce((sum, most) => sum + most, 0);
}

function addDormancy(model: GroupModel): void {
  const { problem } = model.index;
  problem.workers.forEach((worker, at) => {
    const points = problem.weights.dormancy * worker.wake;
    if (points <= 0) return;
    const asleep = addColumn(model.draft, { name: `d${at}`, cost: points, upper: 1 });
    const columns = [...(model.groupsOfWorker[at] ?? []), asleep];
    model.draft.rows.push({ name: `wake${at}`, lower: 1, columns });
  });
}

function addMonthSpread(model: GroupModel): void {
  const { problem } = model.index;
  const weight = problem.weights['month-spread'];
  if (weight === 0) return;
  const held: number[][] = problem.periods.map(() => []);
  for (const columns of model.held) {
    for (const { column, period } of columns) held[period]?.push(column);
  }
  problem.periods.forEach((period, at) => {
    const columns = held[at] ?? [];
    const room = period.even - period.committed;
    const most = columns.reduce((sum, column) => sum + (model.draft.columns[column]?.upper ?? 0), 0);
    if (most <= room) return;
    const over = addColumn(model.draft, { name: `m${at}`, cost: weight, upper: most - room });
    const values = [...columns.map(() => 1), -1];
    model.draft.rows.push({ name: `spread${at}`, upper: room, columns: [...columns, over], values });
  });
}

function addNewAlone(model: GroupModel): void {
  const { problem } = model.index;
  const weight = problem.weights['new-alone'];
  if (weight === 0) return;
  const isNew = (group: number) => workerAt(problem, sampleOf(model, group).worker).isNew;
  model.groups.forEach((group, at) => {
    if (isNew(at) && taskAt(problem, group.task).team === 1) raise(model, at, weight);
  });
  for (const { task, slots, held, groups } of model.bundles) {
    const experienced = groups.filter((group) => !isNew(group));
    const fresh = groups.length - experienced.length;
    if (fresh < taskAt(problem, task).team) continue;
    const alone = addColumn(model.draft, { name: `a${slots[0]}`, cost: weight, upper: held.length });
    const values = [...held.map(() => 1), ...experienced.map(() => -1), -1];
    const columns = [...held, ...experienced, alone];
    model.draft.rows.push({ name: `alone${slots[0]}`, upper: 0, columns, values });
  }
}
