import { findPinClashes } from './check-pins.ts';
import { completeTeams } from './complete-teams.ts';
import { pointsOf } from './points.ts';
import type { Problem } from './problem.ts';
import { indexProblem } from './problem-index.ts';
import { type Part, splitProblem } from './independent-parts.ts';
import { offerByHand } from './search-around.ts';
import {
  goesOn,
  isStopped,
  offerSolution,
  raiseBound,
  type Search,
  type SolveRequest,
  startSearch,
  toOutcome,
} from './search.ts';
import type { Outcome, Progress } from './solution.ts';
import { solveFlow } from './solve-flow.ts';
import { solveTeams } from './solve-teams.ts';

/**
 * Finds the solution with the fewest points and proves it, or ends at a limit with the best one found and a bound. The
 * same problem, weights, seed and limit give the same outcome. Throws where no solution keeps the pinned options.
 */
export function solveProblem(problem: Problem, request: SolveRequest): Outcome {
  const [clash] = findPinClashes(problem);
  if (clash != null) throw new Error(`pinned options exclude each other: ${JSON.stringify(clash)}`);
  const index = indexProblem(problem);
  const search = startSearch(index, request);
  const flow = solveFlow(index);
  if (flow != null) {
    search.steps += flow.steps;
    offerSolution(search, flow.chosen);
    raiseBound(search, flow.bound);
  }
  // However early it ends, there is a solution: what was decided by hand, its teams filled, and no more.
  const least = completeTeams(problem, pinsOf(problem));
  if (least.state === 'possible') offerSolution(search, least.chosen);
  // A general solver is not asked about nothing.
  if (problem.options.length === 0) raiseBound(search, pointsOf(index, []));
  if (request.milp != null && goesOn(search)) {
    offerByHand(search);
    const parts = splitProblem(index);
    if (parts.length > 0) solveParts(search, parts);
    else solveTeams(search);
  }
  return toOutcome(search);
}

/** Solves part by part; what is found for one replaces what the best solution had there. */
function solveParts(search: Search, parts: readonly Part[]): void {
  let bound = 0;
  for (const part of parts) {
    if (search.steps >= search.request.stepLimit || isStopped(search)) return;
    bound += solvePart(search, part, bound);
  }
}

/** Answers the bound of the part; that of the parts before it is known, those after it cost nothing at least. */
function solvePart(search: Search, { problem, options }: Part, boundBefore: number): number {
  const { request } = search;
  const own = new Set(options);
  const others = search.best?.chosen.filter((option) => !own.has(option)) ?? [];
  const take = ({ solution, bound }: Pick<Progress, 'solution' | 'bound'>) => {
    offerSolution(search, [...others, ...solution.chosen.map((at) => options[at] ?? 0)]);
    raiseBound(search, boundBefore + bound);
  };
  const stepLimit = request.stepLimit - search.steps;
  const outcome = solveProblem(problem, { ...request, stepLimit, onProgress: take });
  take(outcome);
  search.steps += outcome.steps;
  return outcome.bound;
}

function pinsOf({ options }: Problem): readonly number[] {
  return options.flatMap(({ pinned }, option) => (pinned ? [option] : []));
}
