import { assignGreedily } from './greedy.ts';
import { improveSolution } from './improve.ts';
import { slotOf, taskAt } from './problem-index.ts';
import { isStopped, offerSolution, type Search } from './search.ts';
import { solveAround } from './solve-flow.ts';

/** A first answer within a moment: the requests one by one, unless that leaves out what was decided by hand. */
export function offerByHand(search: Search): void {
  const { problem } = search.index;
  const { chosen } = assignGreedily(problem);
  const held = new Set(chosen);
  if (problem.options.every((option, at) => !option.pinned || held.has(at))) offerSolution(search, chosen);
  keepTeams(search);
}

/** Below this share of the points between the best solution and the bound, branching closes the gap sooner. */
const NEAR = 0.02;
/** A short search brings most years near; only what stays far is worth a long one. */
const ROUNDS = [
  { farther: NEAR, movesPerOption: 3 },
  { farther: 0.03, movesPerOption: 100 },
] as const;
const MOST_MOVES = 1_000_000;
/** Changes that cost as much work as one step of the engine. */
const MOVES_PER_STEP = 10;

/** Changes the best solution little by little, where it is not near the bound yet. */
export function improveBest(search: Search): void {
  for (const { farther, movesPerOption } of ROUNDS) {
    const { best, bound } = search;
    if (best == null || best.points - bound <= best.points * farther) return;
    changeBest(search, { best, moves: Math.min(MOST_MOVES, search.index.problem.options.length * movesPerOption) });
    keepTeams(search);
  }
}

/** Points that a change may lose, and changes, by which a solution is made better that is good already. */
const POLISH = { tolerance: 30, movesPerOption: 6 } as const;

/** Changes the best solution a little, and keeps what it is like. */
export function polishBest(search: Search): void {
  const { best, index } = search;
  const { tolerance, movesPerOption } = POLISH;
  if (best != null) changeBest(search, { best, tolerance, moves: index.problem.options.length * movesPerOption });
}

type Changing = { readonly best: NonNullable<Search['best']>; readonly moves: number; readonly tolerance?: number };

function changeBest(search: Search, { best, moves: wished, ...how }: Changing): void {
  const { index, request } = search;
  const left = (request.stepLimit - search.steps) * MOVES_PER_STEP;
  const moves = Math.max(0, Math.min(wished, left));
  const improved = improveSolution(index.problem, best, {
    seed: request.seed,
    moves,
    ...how,
    onBetter: ({ chosen }) => offerSolution(search, chosen),
    shouldStop: () => isStopped(search),
  });
  search.steps += Math.ceil(moves / MOVES_PER_STEP);
  offerSolution(search, improved.chosen);
}

/** Holds the team sessions where the best solution has them, and assigns everybody anew around them: that is a flow. */
function keepTeams(search: Search): void {
  const { best, index } = search;
  if (best == null || isStopped(search)) return;
  const slots = best.chosen.filter((option) => taskAt(index.problem, slotOf(index.problem, option).task).team > 1);
  const held = new Set(slots.map((option) => index.problem.options[option]?.slot ?? 0));
  const found = solveAround(index, [...held]);
  if (found == null) return;
  search.steps += found.steps;
  offerSolution(search, found.chosen);
}
