import type { Problem } from './problem.ts';
import { type ProblemIndex, taskAt } from './problem-index.ts';

/** What limits or rewards the sessions of several tasks, where a network can say so. */
export type NestedLimits = {
  /** The one quota of a task that its tasks could exceed, or -1. */
  readonly quotaOfTask: Int32Array;
  /** The target of a task that belongs to no such quota, or -1. */
  readonly targetOfTask: Int32Array;
  /** The target that all tasks of a quota have, or -1. */
  readonly targetOfQuota: Int32Array;
  /** Sessions that are left of each quota, and missing of each target, besides those that are held anyway. */
  readonly quota: Int32Array;
  readonly missing: Int32Array;
  readonly withTargets: boolean;
};

/**
 * The quotas and targets of a problem where each task is in one quota at most; else null. Where the tasks of one quota
 * have different targets, that is no nest, and targets are left out.
 */
export function nestLimits(index: ProblemIndex, heldSlots: readonly number[] = []): NestedLimits | null {
  const nested = nest(index, index.problem.weights['plan-target'] > 0);
  const limits = nested === 'mixed' ? nest(index, false) : nested;
  return limits == null || limits === 'mixed' ? null : { ...limits, ...withoutHeld(index.problem, heldSlots) };
}

type Nest = Omit<NestedLimits, 'quota' | 'missing'>;

function nest({ problem }: ProblemIndex, withTargets: boolean): Nest | 'mixed' | null {
  const asked = problem.quotas.map(() => 0);
  for (const task of problem.tasks) {
    for (const quota of task.quotas) asked[quota] = (asked[quota] ?? 0) + task.sessions;
  }
  const targetOf = (target: number | null) =>
    withTargets && target != null && (problem.targets[target]?.missing ?? 0) > 0 ? target : -1;
  const quotaOfTask = new Int32Array(problem.tasks.length).fill(-1);
  const targetOfTask = new Int32Array(problem.tasks.length).fill(-1);
  const targetOfQuota = new Int32Array(problem.quotas.length).fill(-2);
  for (const [at, task] of problem.tasks.entries()) {
    const [quota, second] = task.quotas.filter((own) => (asked[own] ?? 0) > (problem.quotas[own]?.sessions ?? 0));
    const target = targetOf(task.target);
    if (second != null) return null;
    quotaOfTask[at] = quota ?? -1;
    targetOfTask[at] = quota == null ? target : -1;
    if (quota == null) continue;
    const known = targetOfQuota[quota] ?? -2;
    if (known !== -2 && known !== target) return 'mixed';
    targetOfQuota[quota] = target;
  }
  return { quotaOfTask, targetOfTask, targetOfQuota, withTargets };
}

function withoutHeld(problem: Problem, heldSlots: readonly number[]): Pick<NestedLimits, 'quota' | 'missing'> {
  const quota = Int32Array.from(problem.quotas, ({ sessions }) => sessions);
  const missing = Int32Array.from(problem.targets, (target) => target.missing);
  for (const slot of heldSlots) {
    const task = taskAt(problem, problem.slots[slot]?.task ?? 0);
    for (const own of task.quotas) quota[own] = Math.max(0, (quota[own] ?? 0) - 1);
    if (task.target != null) missing[task.target] = Math.max(0, (missing[task.target] ?? 0) - 1);
  }
  return { quota, missing };
}
