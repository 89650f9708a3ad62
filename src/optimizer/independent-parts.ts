import type { Problem } from './problem.ts';
import { type ProblemIndex, slotOf, taskAt } from './problem-index.ts';

/** A part of a problem that shares nothing with the others, and which options of the whole its own are. */
export type Part = { readonly problem: Problem; readonly options: readonly number[] };

/**
 * The parts that can be solved for themselves: tasks are in one part where somebody could come to both, or where a quota,
 * a target, a month that could be overfull or a budget that could be exceeded counts both. The points of the whole are the
 * sum of the points of its parts.
 */
export function splitProblem(index: ProblemIndex): Part[] {
  const { problem } = index;
  const partOf = joinTasks(index);
  const roots = [...new Set(partOf)];
  return roots.length < 2 ? [] : roots.map((root, at) => takePart(problem, { partOf, root, first: at === 0 }));
}

/** For each task a task that stands for its part. */
function joinTasks(index: ProblemIndex): number[] {
  const { problem } = index;
  const parent = problem.tasks.map((_, task) => task);
  const rootOf = (task: number): number => {
    let root = task;
    while (parent[root] !== root) root = parent[root] ?? 0;
    parent[task] = root;
    return root;
  };
  for (const [first, ...others] of listBonds(index)) {
    for (const other of others) parent[rootOf(other)] = rootOf(first ?? 0);
  }
  return parent.map((_, task) => rootOf(task));
}

/** Sets of tasks that something counts together. */
function listBonds({ problem, optionsOfWorker }: ProblemIndex): number[][] {
  const { weights, budgetYen } = problem;
  const all = problem.tasks.map((_, task) => task);
  const bonds = optionsOfWorker.map((options) => options.map((option) => slotOf(problem, option).task));
  problem.quotas.forEach((_, quota) => bonds.push(all.filter((task) => taskAt(problem, task).quotas.includes(quota))));
  problem.targets.forEach((_, target) => bonds.push(all.filter((task) => taskAt(problem, task).target === target)));
  if (weights['month-spread'] > 0) {
    const ofPeriod = Map.groupBy(problem.slots, ({ period }) => period);
    for (const [period, slots] of ofPeriod) {
      const { committed = 0, even = 0 } = problem.periods[period] ?? {};
      if (committed + slots.length > even) bonds.push(slots.map(({ task }) => task));
    }
  }
  const dearest = problem.options.reduce((sum, { yen }) => sum + yen, 0);
  if (budgetYen != null && weights.budget > 0 && dearest > budgetYen) bonds.push(all);
  return bonds;
}

type Taking = { readonly partOf: readonly number[]; readonly root: number; readonly first: boolean };

/** What no task of any part counts costs the same in every solution: it stays with the first part. */
function takePart(problem: Problem, { partOf, root, first }: Taking): Part {
  const tasks = keepWhere(problem.tasks, (_, task) => partOf[task] === root);
  const slots = keepWhere(problem.slots, ({ task }) => partOf[task] === root);
  const options = keepWhere(problem.options, ({ slot }) => slots.newIndex.has(slot));
  const isOwn = <T>(all: readonly T[], own: readonly T[], pick: (item: T) => number | null) => {
    const [counted, ownCounted] = [new Set(all.map(pick)), new Set(own.map(pick))];
    return (at: number) => ownCounted.has(at) || (first && !counted.has(at));
  };
  const isOwnWorker = isOwn(problem.options, options.kept, ({ worker }) => worker);
  const isOwnTarget = isOwn(problem.tasks, tasks.kept, ({ target }) => target);
  const isOwnPeriod = isOwn(problem.slots, slots.kept, ({ period }) => period);
  const workers = keepWhere(problem.workers, (_, worker) => isOwnWorker(worker));
  const part: Problem = {
    ...problem,
    workers: workers.kept,
    tasks: tasks.kept,
    slots: slots.kept.map((slot) => ({ ...slot, task: tasks.newIndex.get(slot.task) ?? 0 })),
    options: options.kept.map((option) => ({
      ...option,
      slot: slots.newIndex.get(option.slot) ?? 0,
      worker: workers.newIndex.get(option.worker) ?? 0,
    })),
    targets: problem.targets.map((target, at) => (isOwnTarget(at) ? target : { ...target, missing: 0 })),
    periods: problem.periods.map((period, at) => (isOwnPeriod(at) ? period : { ...period, committed: 0 })),
  };
  return { problem: part, options: options.old };
}

function keepWhere<T>(items: readonly T[], isKept: (item: T, at: number) => boolean) {
  const kept: T[] = [];
  const old: number[] = [];
  const newIndex = new Map<number, number>();
  items.forEach((item, at) => {
    if (!isKept(item, at)) return;
    newIndex.set(at, kept.length);
    kept.push(item);
    old.push(at);
  });
  return { kept, old, newIndex };
}
