import { parentPort, workerData } from 'node:worker_threads';
import type { Outcome, Progress } from '#optimizer/solution.ts';
import { solveProblem } from '#optimizer/solve.ts';
import type { SolverMessage, SolverTask } from './solver-message.ts';

/** The worker thread: solves the one problem it was started with and says what it finds. */
const { problem, seed, stepLimit, stopFlag } = workerData as SolverTask;
const flag = new Int32Array(stopFlag);
const say = (message: SolverMessage) => parentPort?.postMessage(message);

const request = {
  seed,
  stepLimit,
  onProgress: (progress: Progress) => say({ kind: 'progress', progress }),
  shouldStop: () => Atomics.load(flag, 0) === 1,
};

/** Most years are a network and solved before HiGHS would be loaded. */
async function solve(): Promise<Outcome> {
  const plain = solveProblem(problem, { ...request, milp: null });
  if (plain.ending === 'proven') return plain;
  const { loadMilpSolver } = await import('./highs.server.ts');
  return solveProblem(problem, { ...request, milp: await loadMilpSolver() });
}

say({ kind: 'outcome', outcome: await solve() });
