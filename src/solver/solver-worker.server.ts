import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Outcome, Progress } from '#optimizer/solution.ts';
import type { SolverMessage, SolverTask } from './solver-message.ts';

/**
 * The worker thread: solves the one problem it was started with and says what it finds. A small year takes less time than
 * compiling the engine does, so that is kept from run to run (where the folder can be written, else not).
 */
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/takumi-desk/solver', import.meta.url)));
const { solveProblem } = await import('#optimizer/solve.ts');
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
