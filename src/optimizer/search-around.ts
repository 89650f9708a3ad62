import { assignGreedily } from './greedy.ts';
import { improveSolution } from './improve.ts';
import { isStopped, offerSolution, type Search } from './search.ts';

/** A first answer within a moment: the requests one by one, unless that leaves out what was decided by hand. */
export function offerByHand(search: Search): void {
  const { problem } = search.index;
  const { chosen } = assignGreedily(problem);
  const held = new Set(chosen);
  if (problem.options.every((option, at) => !option.pinned || held.has(at))) offerSolution(search, chosen);
}

/** Below this share of the points between the best solution and the bound, branching closes the gap sooner. */
const NEAR = 0.02;
const MOVES_PER_OPTION = 100;
/** Changes that cost as much work as one step of the engine. */
const MOVES_PER_STEP = 10;

/** Changes the best solution little by little, where it is not near the bound yet. */
export function improveBest(search: Search): void {
  const { best, bound, index, request } = search;
  if (best == null || best.points - bound <= best.points * NEAR) return;
  const left = (request.stepLimit - search.steps) * MOVES_PER_STEP;
  const moves = Math.max(0, Math.min(index.problem.options.length * MOVES_PER_OPTION, left));
  const improved = improveSolution(index.problem, best, {
    seed: request.seed,
    moves,
    onBetter: ({ chosen }) => offerSolution(search, chosen),
    shouldStop: () => isStopped(search),
  });
  search.steps += Math.ceil(moves / MOVES_PER_STEP);
  offerSolution(search, improved.chosen);
}
