import { type ProblemIndex, slotAt, taskAt } from './problem-index.ts';

/** How much of each slot of a team task a relaxed solution holds: what its options come to, by people of a team. */
export function heldShares({ problem }: ProblemIndex, values: ArrayLike<number>): Float64Array {
  const shares = new Float64Array(problem.slots.length);
  problem.options.forEach(({ slot }, at) => {
    const { team } = taskAt(problem, slotAt(problem, slot).task);
    if (team > 1) shares[slot] = (shares[slot] ?? 0) + (values[at] ?? 0) / team;
  });
  return shares;
}

/** Slots to hold, the most held first, each only while its task, its day and its quotas have room. */
export function roundTeams({ problem }: ProblemIndex, shares: Float64Array, least: number): number[] {
  const left = problem.tasks.map((task) => task.sessions);
  const quotaLeft = problem.quotas.map((quota) => quota.sessions);
  const days = new Set<string>();
  const byShare = [...shares.keys()].filter((slot) => (shares[slot] ?? 0) >= least);
  byShare.sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b);
  return byShare.filter((slot) => {
    const { task, day } = slotAt(problem, slot);
    const { quotas } = taskAt(problem, task);
    const key = `${task} ${day}`;
    if ((left[task] ?? 0) < 1 || days.has(key) || quotas.some((quota) => (quotaLeft[quota] ?? 0) < 1)) return false;
    left[task] = (left[task] ?? 0) - 1;
    days.add(key);
    for (const quota of quotas) quotaLeft[quota] = (quotaLeft[quota] ?? 0) - 1;
    return true;
  });
}
