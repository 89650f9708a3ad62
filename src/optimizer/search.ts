import type { MilpSolver } from './milp.ts';
import { pointsOf } from './points.ts';
import type { ProblemIndex } from './problem-index.ts';
import type { Ending, Outcome, Progress } from './solution.ts';

export type SolveRequest = {
  readonly seed: number;
  /** Steps after which the engine ends with what it has. */
  readonly stepLimit: number;
  /** Null to try only whether the problem is a network, which needs no other solver. */
  readonly milp: MilpSolver | null;
  readonly onProgress?: (progress: Progress) => void;
  /** Asked now and then whether to end at once with what is known. */
  readonly shouldStop?: () => boolean;
};

/** What is known while the engine works: the best solution, the bound, and the work that was done. */
export type Search = {
  readonly index: ProblemIndex;
  readonly request: SolveRequest;
  best: { readonly chosen: readonly number[]; readonly points: number } | null;
  bound: number;
  steps: number;
};

export function startSearch(index: ProblemIndex, request: SolveRequest): Search {
  return { index, request, best: null, bound: 0, steps: 0 };
}

/** Keeps a solution that keeps the hard rules when it is better than the best. */
export function offerSolution(search: Search, chosen: readonly number[]): void {
  const points = pointsOf(search.index, chosen);
  if (search.best != null && points >= search.best.points) return;
  search.best = { chosen: chosen.toSorted((a, b) => a - b), points };
  report(search);
}

/** Points are whole, so a bound between two whole numbers is the upper one. */
export function raiseBound(search: Search, bound: number): void {
  const whole = Math.ceil(bound - 1e-4);
  if (!(whole > search.bound)) return;
  search.bound = Math.min(whole, search.best?.points ?? Infinity);
  report(search);
}

function report({ best, bound, steps, request }: Search): void {
  if (best == null) return;
  const { points, chosen } = best;
  request.onProgress?.({ solution: { chosen }, points, bound: Math.min(bound, points), steps });
}

export function isProven({ best, bound }: Search): boolean {
  return best != null && bound >= best.points;
}

/** Whether to go on: nothing is proven, no limit reached, nobody said stop. */
export function goesOn(search: Search): boolean {
  return !isProven(search) && search.steps < search.request.stepLimit && !isStopped(search);
}

export function isStopped({ request }: Search): boolean {
  return request.shouldStop?.() === true;
}

/** The outcome of a search that has ended. */
export function toOutcome(search: Search): Outcome {
  if (search.best == null) throw new Error('no solution keeps every rule and every pinned option');
  const { chosen, points } = search.best;
  const ending: Ending = isProven(search) ? 'proven' : isStopped(search) ? 'stopped' : 'limit';
  return { solution: { chosen }, points, bound: Math.min(search.bound, points), ending, steps: search.steps };
}
