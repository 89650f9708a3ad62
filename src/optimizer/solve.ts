import { findPinClashes } from './check-pins.ts';
import { completeTeams } from './complete-teams.ts';
import { pointsOf } from './points.ts';
import type { Problem } from './problem.ts';
import { indexProblem } from './problem-index.ts';
import { offerByHand } from './search-around.ts';
import { goesOn, offerSolution, raiseBound, type SolveRequest, startSearch, toOutcome } from './search.ts';
import type { Outcome } from './solution.ts';
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
    solveTeams(search);
  }
  return toOutcome(search);
}

function pinsOf({ options }: Problem): readonly number[] {
  return options.flatMap(({ pinned }, option) => (pinned ? [option] : []));
}
