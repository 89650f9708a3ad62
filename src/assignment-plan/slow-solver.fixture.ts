import { scoreSolution } from '#optimizer/score.ts';
import type { Outcome, Progress } from '#optimizer/solution.ts';
import { SolverFailure } from '#solver/run-solver.server.ts';
import type { Solve } from './carry-out-run.server.ts';

/** A solver that tells of one solution, or of none, and then waits until it is let go or stopped. */
export function slowSolver({ finds = true } = {}) {
  const gate = Promise.withResolvers<'end' | 'die'>();
  const solve: Solve = async (problem, { onProgress, signal }) => {
    const solution = { chosen: [0] };
    const best: Progress = { solution, points: scoreSolution(problem, solution).points, bound: 0, steps: 1 };
    if (finds) onProgress?.(best);
    const aborted = new Promise<'end'>((resolve) => signal?.addEventListener('abort', () => resolve('end')));
    if ((await Promise.race([gate.promise, aborted])) === 'die') throw new Error('the worker was killed');
    if (!finds) throw new SolverFailure('the solver was ended before a first answer', null);
    const outcome: Outcome = { ...best, ending: 'stopped' };
    return outcome;
  };
  return { solve, gate };
}
