import type { Problem } from '#optimizer/problem.ts';
import type { Outcome, Progress } from '#optimizer/solution.ts';

/** What the worker thread is started with. */
export type SolverTask = {
  readonly problem: Problem;
  readonly seed: number;
  readonly stepLimit: number;
  /** One 32-bit number: 1 asks the engine to end with what it has. */
  readonly stopFlag: SharedArrayBuffer;
};

export type SolverMessage =
  { readonly kind: 'progress'; readonly progress: Progress } | { readonly kind: 'outcome'; readonly outcome: Outcome };
