import { optionAt, type ProblemIndex, slotAt, slotOf, taskAt, workerAt } from './problem-index.ts';
import { addColumn, type ModelColumns } from './sparse-model.ts';

/**
 * Costs, columns and rows of every soft constraint with a weight. Columns that count something (`t`, `c`, `d`, `m`, `a`,
 * `f`, `u`) may be fractions in principle: with whole-numbered choices the least value they can take is whole. Only the
 * thousands of yen beyond the budget (`b`) must be rounded up by force.
 */
export function addSoftRows(index: ProblemIndex, model: ModelColumns): void {
  addUnserved(index, model);
  addTargets(index, model);
  addTravelAndStability(index, model);
  addBudget(index, model);
  addContinuity(index, model);
  addFairness(index, model);
  addDormancy(index, model);
  addMonthSpread(index, model);
  addNewAlone(index, model);
}

function raise(model: ModelColumns, column: number, points: number): void {
  const found = model.draft.columns[column];
  if (found != null) found.cost += points;
}

function addUnserved({ problem }: ProblemIndex, model: ModelColumns): void {
  const weight = problem.weights['unserved-session'];
  for (const task of problem.tasks) model.draft.offset += weight * task.urgency * task.sessions;
  problem.slots.forEach((slot, at) => {
    const points = weight * taskAt(problem, slot.task).urgency;
    for (const column of model.held[at] ?? []) raise(model, column, -points);
  });
}

function addTargets({ problem }: ProblemIndex, model: ModelColumns): void {
  const weight = problem.weights['plan-target'];
  if (weight === 0) return;
  const held: number[][] = problem.targets.map(() => []);
  problem.slots.forEach((slot, at) => {
    const { target } = taskAt(problem, slot.task);
    if (target != null) held[target]?.push(...(model.held[at] ?? []));
  });
  problem.targets.forEach((target, at) => {
    if (target.missing <= 0) return;
    const short = addColumn(model.draft, { name: `t${at}`, cost: weight, upper: target.missing });
    const columns = [...(held[at] ?? []), short];
    model.draft.rows.push({ name: `target${at}`, lower: target.missing, columns });
  });
}

function addTravelAndStability({ problem }: ProblemIndex, model: ModelColumns): void {
  const { 'travel-distance': travel, stability } = problem.weights;
  problem.options.forEach((option, at) => {
    raise(model, at, travel * option.kilometres - stability * option.hold);
    model.draft.offset += stability * option.hold;
  });
}

function addBudget({ problem }: ProblemIndex, model: ModelColumns): void {
  const weight = problem.weights.budget;
  const { budgetYen } = problem;
  if (weight === 0 || budgetYen == null) return;
  const all = problem.options.reduce((sum, option) => sum + option.yen, 0);
  if (all <= budgetYen) return;
  const upper = Math.ceil((all - budgetYen) / 1000);
  const over = addColumn(model.draft, { name: 'b', cost: weight, upper, integer: true });
  const paid = problem.options.flatMap((option, at) => (option.yen === 0 ? [] : [at]));
  const values = [...paid.map((at) => optionAt(problem, at).yen), -1000];
  model.draft.rows.push({ name: 'budget', upper: budgetYen, columns: [...paid, over], values });
}

function addContinuity(index: ProblemIndex, model: ModelColumns): void {
  const { problem } = index;
  const weight = problem.weights.continuity;
  if (weight === 0) return;
  problem.tasks.forEach((task, at) => {
    if (task.sessions < 2) return;
    const options = (index.slotsOfTask[at] ?? []).flatMap((slot) => index.optionsOfSlot[slot] ?? []);
    const people = Map.groupBy(options, (option) => optionAt(problem, option).worker);
    if (people.size <= task.team) return;
    const different: number[] = [];
    for (const [worker, own] of people) {
      const takesPart = addColumn(model.draft, { name: `u${at}_${worker}`, cost: 0, upper: 1 });
      different.push(takesPart);
      addTakesPart(index, model, { takesPart, own });
    }
    const extra = addColumn(model.draft, { name: `c${at}`, cost: weight, upper: people.size - task.team });
    const values = [...different.map(() => 1), -1];
    model.draft.rows.push({ name: `same${at}`, upper: task.team, columns: [...different, extra], values });
  });
}

/** One row for each day: a task has one session a day, so the slots of a day share it. */
function addTakesPart({ problem }: ProblemIndex, model: ModelColumns, at: { takesPart: number; own: number[] }): void {
  for (const ofDay of Map.groupBy(at.own, (option) => slotOf(problem, option).day).values()) {
    const values = [...ofDay.map(() => 1), -1];
    model.draft.rows.push({ name: `part${ofDay[0] ?? 0}`, upper: 0, columns: [...ofDay, at.takesPart], values });
  }
}

/** The k-th session of a worker costs one unit more than the one before: rising steps fill from the cheapest. */
function addFairness(index: ProblemIndex, model: ModelColumns): void {
  const { problem } = index;
  const weight = problem.weights.fairness;
  if (weight === 0) return;
  index.optionsOfWorker.forEach((options, at) => {
    const { cap, done } = workerAt(problem, at);
    const most = Math.min(cap ?? Infinity, sessionsAtMost(index, options));
    if (most < 1) return;
    const steps = Array.from({ length: most }, (_, step) =>
      addColumn(model.draft, { name: `f${at}_${step + 1}`, cost: weight * (done + step), upper: 1 }),
    );
    const values = [...options.map(() => 1), ...steps.map(() => -1)];
    model.draft.rows.push({ name: `fair${at}`, lower: 0, upper: 0, columns: [...options, ...steps], values });
  });
}

/** How many of the options could be chosen at once at most: no more than slots. */
function sessionsAtMost({ problem }: ProblemIndex, options: readonly number[]): number {
  return new Set(options.map((option) => optionAt(problem, option).slot)).size;
}

function addDormancy(index: ProblemIndex, model: ModelColumns): void {
  const { problem } = index;
  const weight = problem.weights.dormancy;
  problem.workers.forEach((worker, at) => {
    const points = weight * worker.wake;
    if (points <= 0) return;
    const asleep = addColumn(model.draft, { name: `d${at}`, cost: points, upper: 1 });
    model.draft.rows.push({
      name: `wake${at}`,
      lower: 1,
      columns: [...(index.optionsOfWorker[at] ?? []), asleep],
    });
  });
}

function addMonthSpread({ problem }: ProblemIndex, model: ModelColumns): void {
  const weight = problem.weights['month-spread'];
  if (weight === 0) return;
  const held: number[][] = problem.periods.map(() => []);
  problem.slots.forEach((slot, at) => held[slot.period]?.push(...(model.held[at] ?? [])));
  problem.periods.forEach((period, at) => {
    const columns = held[at] ?? [];
    const room = period.even - period.committed;
    if (columns.length <= room) return;
    const over = addColumn(model.draft, { name: `m${at}`, cost: weight, upper: columns.length - room });
    const values = [...columns.map(() => 1), -1];
    model.draft.rows.push({ name: `spread${at}`, upper: room, columns: [...columns, over], values });
  });
}

function addNewAlone(index: ProblemIndex, model: ModelColumns): void {
  const { problem } = index;
  const weight = problem.weights['new-alone'];
  if (weight === 0) return;
  index.optionsOfSlot.forEach((options, at) => {
    const isNew = (option: number) => workerAt(problem, optionAt(problem, option).worker).isNew;
    const fresh = options.filter(isNew);
    const { team } = taskAt(problem, slotAt(problem, at).task);
    if (team === 1) {
      for (const option of fresh) raise(model, option, weight);
      return;
    }
    const held = model.held[at]?.[0];
    if (held == null || fresh.length < team) return;
    const alone = addColumn(model.draft, { name: `a${at}`, cost: weight, upper: 1 });
    const experienced = options.filter((option) => !isNew(option));
    const values = [1, ...experienced.map(() => -1), -1];
    model.draft.rows.push({ name: `alone${at}`, upper: 0, columns: [held, ...experienced, alone], values });
  });
}
