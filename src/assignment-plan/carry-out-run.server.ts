import type { PlanningProblem } from '#matching/domain/build-problem.ts';
import type { ExplainedProposals } from '#matching/domain/explain-proposals.ts';
import { isProven, readBreakdown } from '#matching/domain/read-solution.ts';
import { listDropped, markReplaced } from '#matching/domain/replaced-visits.ts';
import type { Outcome } from '#optimizer/solution.ts';
import { scoreSolution, type Score } from '#optimizer/score.ts';
import type { Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { runSolver, SolverFailure } from '#solver/run-solver.server.ts';
import type { RunFailure } from './domain/assignment-run.ts';
import { explainRun } from './explain-run.server.ts';
import { follow, type GoingRun } from './going-runs.server.ts';
import { keepProgress, type RunWork } from './keep-progress.server.ts';
import { replaceProposals, replaceUnplaced } from './proposal-store.server.ts';
import { endRun, loadRun, updateProgress } from './run-store.server.ts';

/** What solves a problem: the engine in its worker thread, or what a test puts in its place. */
export type Solve = typeof runSolver;

/**
 * Reckons a run to its end. Every two seconds the best proposal so far is kept, which is also the sign of life; the end is
 * one transaction. Whatever happens, the last good proposal stays.
 */
export function carryOut(ctx: Context, run: RunWork, solve: Solve = runSolver): Promise<void> {
  const [control, closing] = [new AbortController(), new AbortController()];
  const ended = reckon(ctx, run, { control, closing, solve });
  follow(run.runId, { control, closing, ended });
  return ended;
}

type Reckoning = Pick<GoingRun, 'control' | 'closing'> & { readonly solve: Solve };

async function reckon(ctx: Context, run: RunWork, { control, closing, solve }: Reckoning): Promise<void> {
  const { facts, built, seed, stepLimit, timeLimitMs } = run;
  const keeper = keepProgress(ctx, run, control);
  try {
    const { signal } = control;
    const outcome = await solve(built.problem, { seed, stepLimit, timeLimitMs, signal, onProgress: keeper.take });
    const score = checkOutcome(built, outcome);
    // Kept by the next beat, should it take long to explain.
    keeper.take(outcome);
    closing.signal.throwIfAborted();
    const explained = await explainRun(built, { facts, solution: outcome.solution }, closing.signal);
    await keeper.close();
    await finish(ctx, run, { outcome, score, explained });
  } catch (error) {
    await keeper.flush();
    await endWithout(ctx, run, { error, isClosing: closing.signal.aborted, isStopped: control.signal.aborted });
  }
}

type NoOutcome = { readonly error: unknown; readonly isClosing: boolean; readonly isStopped: boolean };

/** Ends a run that came to no outcome of its own: its process closes, it was stopped before a first answer, or it failed. */
async function endWithout(ctx: Context, { runId }: RunWork, { error, isClosing, isStopped }: NoOutcome): Promise<void> {
  const wasAsked = !(error instanceof WrongAnswer) && (isClosing || (isStopped && error instanceof SolverFailure));
  if (!wasAsked) ctx.log.error(error, 'a calculation failed');
  await inTransaction(ctx, (tx) =>
    endRun(
      tx,
      ctx,
      wasAsked
        ? { runId, state: isClosing ? 'interrupted' : 'cancelled', proven: false, failure: null }
        : { runId, state: 'failed', proven: false, failure: failureOf(error) },
    ),
  );
}

/** The reference scorer has the last word: an engine that reckons otherwise, or breaks a rule, has no proposal. */
function checkOutcome({ problem }: PlanningProblem, { solution, points }: Outcome): Score {
  const score = scoreSolution(problem, solution);
  if (score.broken === 0 && score.points === points) return score;
  throw new WrongAnswer(
    `the engine says ${points} points, the scorer ${score.points} with ${score.broken} rules broken`,
  );
}

class WrongAnswer extends Error {}

function failureOf(error: unknown): RunFailure {
  if (error instanceof WrongAnswer) return 'wrong-answer';
  return error instanceof SolverFailure && error.last === null ? 'no-answer' : 'stopped';
}

type End = { readonly outcome: Outcome; readonly score: Score; readonly explained: ExplainedProposals };

async function finish(ctx: Context, { runId, facts }: RunWork, { outcome, score, explained }: End): Promise<void> {
  const { points, steps, ending } = outcome;
  const bound = Math.min(points, Math.max(0, outcome.bound));
  const proposals = markReplaced(explained.proposals, facts);
  await inTransaction(ctx, async (tx) => {
    const { cancelWanted } = await loadRun(tx, runId, { lock: true });
    const dropped = listDropped(explained.proposals, facts);
    const progress = { points, bound, steps, breakdown: readBreakdown(score), dropped };
    if ((await updateProgress(tx, ctx, { runId, progress })) === 'ended') return;
    await replaceProposals(tx, ctx, { runId, proposals });
    await replaceUnplaced(tx, ctx, { runId, unplaced: explained.unplaced });
    const state = ending === 'stopped' && cancelWanted ? 'cancelled' : 'done';
    await endRun(tx, ctx, { runId, state, proven: isProven({ points, bound }), failure: null });
  });
}
