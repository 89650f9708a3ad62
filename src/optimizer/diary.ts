import type { Option, Problem, Slot, Task } from './problem.ts';

/** What was promised so far, and what one promise more would cost. Points below zero are a gain. */
export type Diary = {
  readonly chosen: () => readonly number[];
  readonly heldOf: (task: number) => number;
  readonly canHold: (slot: number) => boolean;
  readonly canCome: (option: Option) => boolean;
  /** What somebody adds alone, whoever else comes. */
  readonly pointsOf: (option: Option) => number;
  /** What holding the slot with these people adds besides what each of them adds alone. */
  readonly pointsOfHolding: (slot: number, options: readonly Option[]) => number;
  readonly hold: (slot: number, indices: readonly number[]) => void;
};

/** An empty diary of the year. */
export function openDiary(problem: Problem): Diary {
  const book = emptyBook(problem);
  return {
    chosen: () => book.chosen,
    heldOf: (task) => book.heldDays[task]?.length ?? 0,
    canHold: (slot) => canHold(book, slot),
    canCome: (option) => canCome(book, option),
    pointsOf: (option) => pointsOf(book, option),
    pointsOfHolding: (slot, options) => pointsOfHolding(book, slot, options),
    hold: (slot, indices) => hold(book, slot, indices),
  };
}

type Book = {
  readonly problem: Problem;
  readonly chosen: number[];
  readonly slotsOfWorker: Slot[][];
  readonly heldDays: number[][];
  readonly workersOfTask: Set<number>[];
  readonly quotaUsed: number[];
  readonly targetMet: number[];
  readonly heldInPeriod: number[];
  readonly spent: { yen: number };
};

function emptyBook(problem: Problem): Book {
  return {
    problem,
    chosen: [],
    slotsOfWorker: problem.workers.map(() => []),
    heldDays: problem.tasks.map(() => []),
    workersOfTask: problem.tasks.map(() => new Set()),
    quotaUsed: problem.quotas.map(() => 0),
    targetMet: problem.targets.map(() => 0),
    heldInPeriod: problem.periods.map(({ committed }) => committed),
    spent: { yen: 0 },
  };
}

function slotAt({ problem }: Book, index: number): Slot {
  const slot = problem.slots[index];
  if (!slot) throw new RangeError(`No slot ${index}`);
  return slot;
}

function taskAt({ problem }: Book, index: number): Task {
  const task = problem.tasks[index];
  if (!task) throw new RangeError(`No task ${index}`);
  return task;
}

function canHold(book: Book, index: number): boolean {
  const slot = slotAt(book, index);
  const { sessions, quotas } = taskAt(book, slot.task);
  const days = book.heldDays[slot.task] ?? [];
  if (days.length >= sessions || days.includes(slot.day)) return false;
  return quotas.every((quota) => (book.quotaUsed[quota] ?? 0) < (book.problem.quotas[quota]?.sessions ?? 0));
}

function canCome(book: Book, { slot: index, worker }: Option): boolean {
  const slot = slotAt(book, index);
  const { cap = null, periodCap = null } = book.problem.workers[worker] ?? {};
  const visits = book.slotsOfWorker[worker] ?? [];
  if (cap !== null && visits.length >= cap) return false;
  const monthly = periodCap?.[slot.period];
  if (monthly !== undefined && visits.filter(({ period }) => period === slot.period).length >= monthly) return false;
  return visits.every((other) => other.day !== slot.day || !clash(book.problem, slot, other));
}

function clash({ travelMinutes }: Problem, one: Slot, other: Slot): boolean {
  if (one.start === null || one.end === null || other.start === null || other.end === null) return true;
  const [first, second] = one.start <= other.start ? [one, other] : [other, one];
  return (second.start ?? 0) < (first.end ?? 0) + (travelMinutes[first.place]?.[second.place] ?? 0);
}

function pointsOf(book: Book, { slot, worker: index, kilometres, hold: held }: Option): number {
  const { weights, workers } = book.problem;
  const { task } = slotAt(book, slot);
  const visits = book.slotsOfWorker[index]?.length ?? 0;
  const { done = 0, wake = 0 } = workers[index] ?? {};
  const known = book.workersOfTask[task];
  const stranger = known && known.size >= taskAt(book, task).team && !known.has(index);
  return (
    weights['travel-distance'] * kilometres +
    weights.fairness * (done + visits) +
    (stranger ? weights.continuity : 0) -
    weights.stability * held -
    (visits === 0 ? weights.dormancy * wake : 0)
  );
}

function pointsOfHolding(book: Book, index: number, options: readonly Option[]): number {
  const { weights, workers, targets, periods } = book.problem;
  const slot = slotAt(book, index);
  const { urgency, target } = taskAt(book, slot.task);
  const missing = target !== null && (book.targetMet[target] ?? 0) < (targets[target]?.missing ?? 0);
  const crowded = (book.heldInPeriod[slot.period] ?? 0) >= (periods[slot.period]?.even ?? 0);
  const yen = options.reduce((sum, option) => sum + option.yen, book.spent.yen);
  return (
    (crowded ? weights['month-spread'] : 0) +
    (options.every(({ worker }) => workers[worker]?.isNew) ? weights['new-alone'] : 0) +
    weights.budget * (overBudget(book, yen) - overBudget(book, book.spent.yen)) -
    weights['unserved-session'] * urgency -
    (missing ? weights['plan-target'] : 0)
  );
}

function overBudget({ problem: { budgetYen } }: Book, yen: number): number {
  return budgetYen === null ? 0 : Math.ceil(Math.max(0, yen - budgetYen) / 1000);
}

function hold(book: Book, index: number, indices: readonly number[]): void {
  const slot = slotAt(book, index);
  const { quotas, target } = taskAt(book, slot.task);
  book.heldDays[slot.task]?.push(slot.day);
  for (const quota of quotas) book.quotaUsed[quota] = (book.quotaUsed[quota] ?? 0) + 1;
  if (target !== null) book.targetMet[target] = (book.targetMet[target] ?? 0) + 1;
  book.heldInPeriod[slot.period] = (book.heldInPeriod[slot.period] ?? 0) + 1;
  for (const chosen of indices) {
    const option = book.problem.options[chosen];
    if (!option) throw new RangeError(`No option ${chosen}`);
    book.chosen.push(chosen);
    book.slotsOfWorker[option.worker]?.push(slot);
    book.workersOfTask[slot.task]?.add(option.worker);
    book.spent.yen += option.yen;
  }
}
