import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Problem } from '#optimizer/problem.ts';
import type { Outcome, Progress } from '#optimizer/solution.ts';
import type { SolverMessage, SolverTask } from './solver-message.ts';

export type SolverRun = {
  readonly seed: number;
  readonly stepLimit: number;
  /** The clock may end a run early; its outcome then says `stopped`. */
  readonly timeLimitMs?: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
};

/** The worker thread ended without an outcome; the last solution that it told of is attached. */
export class SolverFailure extends Error {
  readonly last: Progress | null;

  constructor(message: string, last: Progress | null, cause?: unknown) {
    super(message, { cause });
    this.name = 'SolverFailure';
    this.last = last;
  }
}

const GRACE_MS = 2000;
const HEAP_MB = 768;

/**
 * Solves a problem in a worker thread of its own. `signal` and the time limit end it with the best solution so far:
 * asked first, and stopped by force two seconds later. A worker that dies rejects with `SolverFailure`.
 */
export function runSolver(problem: Problem, run: SolverRun): Promise<Outcome> {
  const stopFlag = new SharedArrayBuffer(4);
  const task: SolverTask = { problem, seed: run.seed, stepLimit: run.stepLimit, stopFlag };
  const worker = new Worker(findWorkerFile(), {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  return followWorker(worker, run, () => Atomics.store(new Int32Array(stopFlag), 0, 1));
}

function followWorker(worker: Worker, run: SolverRun, askToStop: () => void): Promise<Outcome> {
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
  const timers: NodeJS.Timeout[] = [];
  let last: Progress | null = null;
  let stopping = false;
  const stop = () => {
    stopping = true;
    askToStop();
    timers.push(setTimeout(() => void worker.terminate(), GRACE_MS));
  };
  worker.on('message', (message: SolverMessage) => {
    if (message.kind === 'outcome') return resolve(message.outcome);
    last = message.progress;
    run.onProgress?.(message.progress);
  });
  worker.on('error', (cause) => reject(new SolverFailure('the solver failed', last, cause)));
  worker.on('exit', (code) => {
    if (stopping && last != null) resolve({ ...last, ending: 'stopped' });
    reject(new SolverFailure(`the solver ended with code ${code} and without an outcome`, last));
  });
  if (run.timeLimitMs != null) timers.push(setTimeout(stop, run.timeLimitMs));
  run.signal?.addEventListener('abort', stop, { once: true });
  if (run.signal?.aborted === true) stop();
  return promise.finally(() => {
    timers.forEach((timer) => clearTimeout(timer));
    run.signal?.removeEventListener('abort', stop);
  });
}

/** The server may be a bundle in build/: the worker runs from the sources, which are beside it. */
function findWorkerFile(): URL {
  let folder = new URL('.', import.meta.url);
  while (folder.pathname !== '/') {
    const file = new URL('src/solver/solver-worker.server.ts', folder);
    if (existsSync(file)) return file;
    folder = new URL('..', folder);
  }
  throw new Error('src/solver/solver-worker.server.ts was not found');
}
