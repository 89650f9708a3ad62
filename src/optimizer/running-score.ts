import { constraints, type ConstraintId, type HardConstraintId } from './constraint.ts';
import { slotsClash } from './hard-matches.ts';
import { itemAt } from './item-at.ts';
import type { Problem, Slot, Task } from './problem.ts';
import { scoreSolution } from './score.ts';
import type { Solution } from './solution.ts';

/**
 * The score of a solution that changes option by option. It counts what the reference scorer counts, at the price of what
 * a change touches instead of the price of all.
 */
export type RunningScore = {
  readonly problem: Problem;
  /** What each constraint counts now. */
  readonly amounts: Record<ConstraintId, number>;
  readonly tally: Tally;
  points: number;
  /** The sum over the hard constraints. */
  broken: number;
};

/** What is chosen now, seen from everything that a constraint counts by. */
type Tally = {
  readonly isChosen: Uint8Array;
  readonly ofSlot: Int32Array;
  readonly experiencedOfSlot: Int32Array;
  /** Slots of the chosen options of each worker. */
  readonly slotsOfWorker: readonly number[][];
  readonly ofWorkerPeriod: Int32Array;
  /** Days of the held slots, and workers of the chosen options, of each task. */
  readonly daysOfTask: readonly number[][];
  readonly workersOfTask: readonly number[][];
  readonly differentOfTask: Int32Array;
  readonly heldOfQuota: Int32Array;
  readonly heldOfTarget: Int32Array;
  readonly heldOfPeriod: Int32Array;
  yen: number;
};

function noTally({ workers, tasks, slots, options, quotas, targets, periods }: Problem): Tally {
  return {
    isChosen: new Uint8Array(options.length),
    ofSlot: new Int32Array(slots.length),
    experiencedOfSlot: new Int32Array(slots.length),
    slotsOfWorker: workers.map(() => []),
    ofWorkerPeriod: new Int32Array(workers.length * periods.length),
    daysOfTask: tasks.map(() => []),
    workersOfTask: tasks.map(() => []),
    differentOfTask: new Int32Array(tasks.length),
    heldOfQuota: new Int32Array(quotas.length),
    heldOfTarget: new Int32Array(targets.length),
    heldOfPeriod: new Int32Array(periods.length),
    yen: 0,
  };
}

/** Starts from a solution: what it is to choose nothing comes from the reference, then each option is added. */
export function startScore(problem: Problem, { chosen }: Solution): RunningScore {
  const empty = scoreSolution(problem, { chosen: [] });
  const amounts = Object.fromEntries(
    empty.constraints.map(({ id, amount }) => [id, amount]),
  ) as RunningScore['amounts'];
  const score = { problem, amounts, tally: noTally(problem), points: empty.points, broken: empty.broken };
  for (const option of chosen) addOption(score, option);
  return score;
}

const hard: ReadonlySet<ConstraintId> = new Set(
  constraints.filter(({ level }) => level === 'hard').map(({ id }) => id),
);

function isHard(id: ConstraintId): id is HardConstraintId {
  return hard.has(id);
}

function shift(score: RunningScore, id: ConstraintId, by: number): void {
  if (by === 0) return;
  score.amounts[id] += by;
  if (isHard(id)) score.broken += by;
  else score.points += by * score.problem.weights[id];
}

/** Changes a count, and answers what it was and is. */
function step(counts: Int32Array, index: number, by: 1 | -1): readonly [number, number] {
  const before = counts[index] ?? 0;
  counts[index] = before + by;
  return [before, before + by];
}

function countOf(items: readonly number[], value: number): number {
  let count = 0;
  for (const item of items) if (item === value) count += 1;
  return count;
}

/** Adds a value to a bag, or takes one of its kind away. */
function stepBag(bag: number[], value: number, by: 1 | -1): void {
  if (by === 1) bag.push(value);
  else bag.splice(bag.indexOf(value), 1);
}

function beyond(count: number, limit: number): number {
  return Math.max(0, count - limit);
}

/** Shifts a constraint by how far a count moved beyond a limit. */
function shiftBeyond(score: RunningScore, id: ConstraintId, [before, after]: readonly [number, number], limit: number) {
  shift(score, id, beyond(after, limit) - beyond(before, limit));
}

/** Has a worker come to a task already, by sessions that are no part of the problem: changes count from there. */
export function bringWorker({ tally }: RunningScore, task: number, worker: number): void {
  const own = itemAt(tally.workersOfTask, task);
  if (!own.includes(worker)) step(tally.differentOfTask, task, 1);
  stepBag(own, worker, 1);
}

/** Chooses an option that is not chosen. */
export function addOption(score: RunningScore, option: number): void {
  moveOption(score, option, 1);
}

/** Takes back an option that is chosen. */
export function removeOption(score: RunningScore, option: number): void {
  moveOption(score, option, -1);
}

function moveOption(score: RunningScore, index: number, by: 1 | -1): void {
  const { problem, tally } = score;
  const { slot, worker, kilometres, yen, hold, pinned } = itemAt(problem.options, index);
  tally.isChosen[index] = by === 1 ? 1 : 0;
  shift(score, 'travel-distance', by * kilometres);
  shift(score, 'stability', -by * hold);
  if (pinned) shift(score, 'pinned', -by);
  moveYen(score, by * yen);
  moveWorker(score, { worker, slot, by });
  moveSlot(score, { worker, slot, by });
}

function moveYen(score: RunningScore, yen: number): void {
  const { budgetYen } = score.problem;
  const before = score.tally.yen;
  score.tally.yen += yen;
  if (budgetYen === null) return;
  const thousands = (sum: number) => Math.ceil(beyond(sum, budgetYen) / 1000);
  shift(score, 'budget', thousands(score.tally.yen) - thousands(before));
}

type Move = { readonly worker: number; readonly slot: number; readonly by: 1 | -1 };

/** What follows from a worker having one session more or less. */
function moveWorker(score: RunningScore, { worker, slot, by }: Move): void {
  const { problem, tally } = score;
  const { cap, periodCap, done, wake } = itemAt(problem.workers, worker);
  const own = itemAt(tally.slotsOfWorker, worker);
  if (by === -1) stepBag(own, slot, by);
  const { day, period } = itemAt(problem.slots, slot);
  for (const other of own) {
    if (problem.slots[other]?.day === day && slotsClash(problem, other, slot)) shift(score, 'clash', by);
  }
  const others = own.length;
  if (by === 1) stepBag(own, slot, by);
  const counts = by === 1 ? ([others, others + 1] as const) : ([others + 1, others] as const);
  shift(score, 'fairness', by * (done + others));
  if (others === 0) shift(score, 'dormancy', -by * wake);
  if (cap !== null) shiftBeyond(score, 'yearly-cap', counts, cap);
  const inPeriod = step(tally.ofWorkerPeriod, worker * problem.periods.length + period, by);
  const limit = periodCap?.[period];
  if (limit !== undefined) shiftBeyond(score, 'period-cap', inPeriod, limit);
}

/** What follows from a slot and its task having one worker more or less. */
function moveSlot(score: RunningScore, { worker, slot: index, by }: Move): void {
  const { problem, tally } = score;
  const slot = itemAt(problem.slots, index);
  const task = itemAt(problem.tasks, slot.task);
  moveTeam(score, { worker, slot: index, by }, task.team);
  const own = itemAt(tally.workersOfTask, slot.task);
  stepBag(own, worker, by);
  if (countOf(own, worker) === (by === 1 ? 1 : 0)) {
    shiftBeyond(score, 'continuity', step(tally.differentOfTask, slot.task, by), task.team);
  }
  if (tally.ofSlot[index] === (by === 1 ? 1 : 0)) moveHeld(score, slot, { task, by });
}

function moveTeam(score: RunningScore, { worker, slot, by }: Move, team: number): void {
  const { problem, tally } = score;
  const isExperienced = !itemAt(problem.workers, worker).isNew;
  const guided = tally.experiencedOfSlot[slot] ?? 0;
  const guidedAfter = guided + (isExperienced ? by : 0);
  tally.experiencedOfSlot[slot] = guidedAfter;
  const [before, after] = step(tally.ofSlot, slot, by);
  const lack = (count: number) => (count === 0 ? 0 : Math.abs(count - team));
  shift(score, 'team-complete', lack(after) - lack(before));
  const isAlone = (count: number, experienced: number) => (count > 0 && experienced === 0 ? 1 : 0);
  shift(score, 'new-alone', isAlone(after, guidedAfter) - isAlone(before, guided));
}

/** What follows from one slot more or less being held. */
function moveHeld(score: RunningScore, slot: Slot, { task, by }: { readonly task: Task; readonly by: 1 | -1 }): void {
  const { problem, tally } = score;
  const days = itemAt(tally.daysOfTask, slot.task);
  if (by === -1) stepBag(days, slot.day, by);
  if (days.includes(slot.day)) shift(score, 'one-session-a-day', by);
  const others = days.length;
  if (by === 1) stepBag(days, slot.day, by);
  if (others < task.sessions) shift(score, 'unserved-session', -by * task.urgency);
  else shift(score, 'session-limit', by);
  for (const quota of task.quotas) {
    shiftBeyond(score, 'quota', step(tally.heldOfQuota, quota, by), itemAt(problem.quotas, quota).sessions);
  }
  if (task.target !== null) {
    const { missing } = itemAt(problem.targets, task.target);
    const [before, after] = step(tally.heldOfTarget, task.target, by);
    shift(score, 'plan-target', beyond(missing, after) - beyond(missing, before));
  }
  const { committed, even } = itemAt(problem.periods, slot.period);
  shiftBeyond(score, 'month-spread', step(tally.heldOfPeriod, slot.period, by), even - committed);
}
