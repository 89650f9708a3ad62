import { findPinClashes } from '#optimizer/check-pins.ts';
import type { Problem } from '#optimizer/problem.ts';

/**
 * Sessions that are offered to everybody whom they need are part of every solution, so that what the offers hold of caps and
 * limits is given to nobody else. Where these exclude each other, or what was fixed by hand, they only weigh what they weigh.
 */
export function keepOffered(problem: Problem, offered: readonly number[]): Problem {
  const bySlot = Map.groupBy(offered, (index) => problem.options[index]?.slot ?? -1);
  const whole = new Set([...bySlot].flatMap(([slot, own]) => (own.length === teamOf(problem, slot) ? own : [])));
  if (whole.size === 0) return problem;
  const kept = {
    ...problem,
    options: problem.options.map((option, index) => (whole.has(index) ? { ...option, pinned: true } : option)),
  };
  return findPinClashes(kept).length === 0 ? kept : problem;
}

function teamOf({ slots, tasks }: Problem, slot: number): number | undefined {
  return tasks[slots[slot]?.task ?? -1]?.team;
}
