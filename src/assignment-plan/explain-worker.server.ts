import { parentPort, workerData } from 'node:worker_threads';
import { buildProblem } from '#matching/domain/build-problem.ts';
import { explainProposals } from '#matching/domain/explain-proposals.ts';
import type { ExplainTask } from './explain-run.server.ts';

/** The worker thread: builds the problem of the facts again, which is quicker than to be handed it, and explains the solution. */
const { facts, solution } = workerData as ExplainTask;
parentPort?.postMessage(explainProposals(buildProblem(facts), facts, solution));
