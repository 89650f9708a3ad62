import type { Problem, Slot } from './problem.ts';

/**
 * Whether one worker cannot lead both of two slots of one day: one of them has open time, or there is not enough time
 * between them to get from one place to the other.
 */
export function clashes(problem: Problem, first: Slot, second: Slot): boolean {
  if (first.start == null || first.end == null || second.start == null || second.end == null) return true;
  if (second.start < first.start || (second.start === first.start && second.end < first.end)) {
    return second.end + travel(problem, second, first) > first.start;
  }
  return first.end + travel(problem, first, second) > second.start;
}

function travel(problem: Problem, from: Slot, to: Slot): number {
  return problem.travelMinutes[from.place]?.[to.place] ?? 0;
}
