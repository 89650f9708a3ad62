import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { PlanningProblem } from '#matching/domain/build-problem.ts';
import { explainProposals, type ExplainedProposals } from '#matching/domain/explain-proposals.ts';
import type { PlanningFacts } from '#matching/domain/planning-facts.ts';
import type { Solution } from '#optimizer/solution.ts';

/** What the worker thread is started with. */
export type ExplainTask = { readonly facts: PlanningFacts; readonly solution: Solution };

/** Above so many options to explain takes so long that others would wait for their pages. */
const MOST_OPTIONS_HERE = 5_000;

/** Reasons, runners-up and remedies of a solution; of a large problem in a thread of its own, which `signal` ends. */
export async function explainRun(
  built: PlanningProblem,
  task: ExplainTask,
  signal?: AbortSignal,
): Promise<ExplainedProposals> {
  if (built.problem.options.length <= MOST_OPTIONS_HERE) return explainProposals(built, task.facts, task.solution);
  return explainApart(task, signal);
}

/** The same in a worker thread, whatever the size. */
export function explainApart(task: ExplainTask, signal?: AbortSignal): Promise<ExplainedProposals> {
  const { promise, resolve, reject } = Promise.withResolvers<ExplainedProposals>();
  const worker = new Worker(findWorkerFile(), { workerData: task, execArgv: [] });
  const end = () => void worker.terminate();
  signal?.addEventListener('abort', end, { once: true });
  worker.on('message', resolve);
  worker.on('error', reject);
  worker.on('exit', (code) => reject(new Error(`the explanation ended with code ${code} and without an answer`)));
  return promise.finally(() => signal?.removeEventListener('abort', end));
}

/** The server may be a bundle in build/: the worker runs from the sources, which are beside it. */
function findWorkerFile(): URL {
  let folder = new URL('.', import.meta.url);
  while (folder.pathname !== '/') {
    const file = new URL('src/assignment-plan/explain-worker.server.ts', folder);
    if (existsSync(file)) return file;
    folder = new URL('..', folder);
  }
  throw new Error('src/assignment-plan/explain-worker.server.ts was not found');
}
