import { singleGroups } from './option-groups.ts';
import { draftModel } from './linear-model.ts';
import type { MilpSolver } from './milp.ts';
import { pointsOf } from './points.ts';
import type { Problem } from './problem.ts';
import { indexProblem } from './problem-index.ts';
import type { Outcome, Progress } from './solution.ts';
import { packModel } from './sparse-model.ts';

export type SolveRequest = {
  readonly seed: number;
  /** Steps after which the engine ends with what it has. */
  readonly stepLimit: number;
  readonly milp: MilpSolver;
  readonly onProgress?: (progress: Progress) => void;
  /** Asked now and then whether to end at once with what is known. */
  readonly shouldStop?: () => boolean;
};

/** Nodes of a search tree count as so many steps. */
const STEPS_PER_NODE = 1000;

/**
 * Finds the solution with the fewest points and proves it, or ends at a limit with the best one found and a bound. The
 * same problem, weights, seed and limit give the same outcome. Throws where no solution keeps the pinned options.
 */
export function solveProblem(problem: Problem, request: SolveRequest): Outcome {
  const index = indexProblem(problem);
  const model = packModel(draftModel(index, singleGroups(index)).draft);
  const shouldStop = request.shouldStop ?? (() => false);
  const chosenOf = (values: Float64Array) =>
    problem.options.flatMap((_, option) => ((values[option] ?? 0) > 0.5 ? [option] : []));
  const result = request.milp(model, {
    kind: 'whole',
    seed: request.seed,
    workLimit: Math.ceil(request.stepLimit / STEPS_PER_NODE),
    shouldStop,
    onSolution: (values, bound) => {
      const chosen = chosenOf(values);
      const points = pointsOf(index, chosen);
      request.onProgress?.({ solution: { chosen }, points, bound: Math.ceil(bound - 1e-6), steps: 0 });
    },
  });
  if (result.status === 'infeasible') throw new Error('no solution keeps every pinned option');
  if (result.values == null) throw new Error('the search ended before it found a solution');
  const chosen = chosenOf(result.values);
  const points = pointsOf(index, chosen);
  const proven = result.status === 'optimal';
  return {
    solution: { chosen },
    points,
    bound: proven ? points : Math.min(points, Math.ceil(result.bound - 1e-6)),
    ending: proven ? 'proven' : result.status === 'stopped' ? 'stopped' : 'limit',
    steps: result.iterations,
  };
}
