import { parentPort, workerData } from 'node:worker_threads';
import { solveProblem } from '#optimizer/solve.ts';
import { loadMilpSolver } from './highs.server.ts';
import type { SolverMessage, SolverTask } from './solver-message.ts';

/** The worker thread: solves the one problem it was started with and says what it finds. */
const { problem, seed, stepLimit, stopFlag } = workerData as SolverTask;
const flag = new Int32Array(stopFlag);
const say = (message: SolverMessage) => parentPort?.postMessage(message);

const outcome = solveProblem(problem, {
  seed,
  stepLimit,
  milp: await loadMilpSolver(),
  onProgress: (progress) => say({ kind: 'progress', progress }),
  shouldStop: () => Atomics.load(flag, 0) === 1,
});
say({ kind: 'outcome', outcome });
