import { explainSession, type SessionExplanation } from './explain-session.ts';
import { explainUnserved, type UnservedExplanation } from './explain-unserved.ts';
import { indexSlots } from './slot-index.ts';
import type { Problem } from './problem.ts';
import { startScore } from './running-score.ts';
import type { Solution } from './solution.ts';

/** 説明. Why each session is held as it is, and why others are not held: by slot and by task, rising. */
export type Explanation = {
  readonly sessions: readonly SessionExplanation[];
  readonly unserved: readonly UnservedExplanation[];
};

/**
 * Explains a solution that breaks no hard constraint. Everything is said of one change while the rest stays, so that it can
 * be checked by scoring the two solutions.
 */
export function explainSolution(problem: Problem, solution: Solution): Explanation {
  const score = startScore(problem, solution);
  const index = indexSlots(problem);
  const held = problem.slots.flatMap((_, slot) => ((score.tally.ofSlot[slot] ?? 0) > 0 ? [slot] : []));
  return {
    sessions: held.map((slot) => explainSession(score, slot, index)),
    unserved: problem.tasks.flatMap((_, task) => explainUnserved(score, task, index) ?? []),
  };
}
