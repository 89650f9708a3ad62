import type { Problem } from './problem.ts';

/** A problem, a solution of it, and what one constraint counts of that. */
export type ConstraintCase = {
  /** Ends the sentence `<constraint> counts <amount> …`. */
  readonly rule: string;
  readonly problem: Problem;
  readonly chosen: readonly number[];
  readonly amount: number;
};
