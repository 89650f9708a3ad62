import { clashes } from './clash.ts';
import type { Option, Problem, Slot, Task, Worker } from './problem.ts';

/** Who is asked together: the options of one worker on one day, and which sets of them exclude each other. */
export type WorkerDay = {
  readonly worker: number;
  readonly day: number;
  readonly options: readonly number[];
  /** Sets of options of which at most one can be chosen; together they cover every clash of the day. */
  readonly cliques: readonly (readonly number[])[];
  /** No option is in two cliques and all clashes are within cliques: the day is a plain limit for a network. */
  readonly laminar: boolean;
};

/** Slots of one task on one day, of which at most one is held. */
export type TaskDay = { readonly task: number; readonly day: number; readonly slots: readonly number[] };

/** 問題の索引. The problem's arrays turned round, made once for all parts of the engine. */
export type ProblemIndex = {
  readonly problem: Problem;
  readonly slotsOfTask: readonly (readonly number[])[];
  readonly optionsOfSlot: readonly (readonly number[])[];
  readonly optionsOfWorker: readonly (readonly number[])[];
  readonly workerDays: readonly WorkerDay[];
  readonly taskDays: readonly TaskDay[];
};

export function indexProblem(problem: Problem): ProblemIndex {
  const slotsOfTask = emptyLists(problem.tasks.length);
  problem.slots.forEach((slot, index) => slotsOfTask[slot.task]?.push(index));
  const optionsOfSlot = emptyLists(problem.slots.length);
  const optionsOfWorker = emptyLists(problem.workers.length);
  problem.options.forEach((option, index) => {
    optionsOfSlot[option.slot]?.push(index);
    optionsOfWorker[option.worker]?.push(index);
  });
  return {
    problem,
    slotsOfTask,
    optionsOfSlot,
    optionsOfWorker,
    workerDays: optionsOfWorker.flatMap((options, worker) => daysOfWorker(problem, worker, options)),
    taskDays: slotsOfTask.flatMap((slots, task) => daysOfTask(problem, task, slots)),
  };
}

function emptyLists(count: number): number[][] {
  return Array.from({ length: count }, () => []);
}

function daysOfTask(problem: Problem, task: number, slots: readonly number[]): TaskDay[] {
  const days = Map.groupBy(slots, (slot) => slotAt(problem, slot).day);
  return [...days].map(([day, ofDay]) => ({ task, day, slots: ofDay }));
}

function daysOfWorker(problem: Problem, worker: number, options: readonly number[]): WorkerDay[] {
  const days = Map.groupBy(options, (option) => slotOf(problem, option).day);
  return [...days].map(([day, ofDay]) => workerDay(problem, { worker, day, options: ofDay }));
}

function workerDay(problem: Problem, at: { worker: number; day: number; options: number[] }): WorkerDay {
  const { options } = at;
  const open = options.some((option) => slotOf(problem, option).start == null);
  if (options.length === 1 || (open && options.every((option) => slotOf(problem, option).start == null))) {
    return { ...at, cliques: [options], laminar: true };
  }
  const against = options.map(
    (one) => new Set(options.filter((other) => other !== one && optionsClash(problem, one, other))),
  );
  const cliques = coverByCliques(options, against);
  const size = cliques.reduce((sum, clique) => sum + clique.length, 0);
  return { ...at, cliques, laminar: size === new Set(cliques.flat()).size };
}

function optionsClash(problem: Problem, one: number, other: number): boolean {
  return clashes(problem, slotOf(problem, one), slotOf(problem, other));
}

/**
 * A greedy cover of all clashes by maximal cliques: each edge that is not covered yet is grown by every option that
 * clashes with all members. Finding the fewest cliques is NP-hard; days have few options, and maximal ones are tight.
 */
function coverByCliques(options: readonly number[], against: readonly Set<number>[]): number[][] {
  const covered = new Set<string>();
  const cliques: number[][] = [];
  options.forEach((one, row) => {
    for (const other of against[row] ?? []) {
      if (other < one || covered.has(`${one}-${other}`)) continue;
      const members = [row, options.indexOf(other)];
      options.forEach((candidate, index) => {
        if (!members.includes(index) && members.every((member) => against[member]?.has(candidate))) members.push(index);
      });
      const clique = members.map((member) => options[member] ?? 0).toSorted((a, b) => a - b);
      clique.forEach((a, index) => clique.slice(index + 1).forEach((b) => covered.add(`${a}-${b}`)));
      cliques.push(clique);
    }
  });
  return cliques;
}

/** The parts of a problem by index; an index that points nowhere is an error of whoever built the problem. */
export function optionAt(problem: Problem, index: number): Option {
  return given(problem.options[index], 'option', index);
}

export function slotAt(problem: Problem, index: number): Slot {
  return given(problem.slots[index], 'slot', index);
}

export function slotOf(problem: Problem, option: number): Slot {
  return slotAt(problem, optionAt(problem, option).slot);
}

export function taskAt(problem: Problem, index: number): Task {
  return given(problem.tasks[index], 'task', index);
}

export function workerAt(problem: Problem, index: number): Worker {
  return given(problem.workers[index], 'worker', index);
}

function given<T>(value: T | undefined, kind: string, index: number): T {
  if (value == null) throw new Error(`the problem has no ${kind} ${index}`);
  return value;
}
