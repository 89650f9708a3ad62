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
  const index = indexProblem(problem);
  const search = startSearch(index, request);
  const flow = solveFlow(index);
  if (flow != null) {
    search.steps += flow.steps;
    offerSolution(search, flow.chosen);
    raiseBound(search, flow.bound);
  }
  if (problem.options.every((option) => !option.pinned)) offerSolution(search, []);
  if (goesOn(search)) {
    offerByHand(search);
    solveTeams(search);
  }
  return toOutcome(search);
}
