import type { PlanningProblem } from '#matching/domain/build-problem.ts';
import type { PlanningFacts } from '#matching/domain/planning-facts.ts';
import type { ExplainedProposals } from '#matching/domain/explain-proposals.ts';
import { isProven, readBreakdown, readProposals } from '#matching/domain/read-solution.ts';
import { withoutAgreed } from '#matching/domain/release-visits.ts';
import type { Outcome, Progress } from '#optimizer/solution.ts';
import { scoreSolution, type Score } from '#optimizer/score.ts';
import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { runSolver, SolverFailure } from '#solver/run-solver.server.ts';
import type { RunFailure } from './domain/assignment-run.ts';
import { explainRun } from './explain-run.server.ts';
import { endRun, loadRun, replaceProposals, replaceUnplaced, updateProgress } from './run-store.server.ts';

/** What solves a problem: the engine in its worker thread, or what a test puts in its place. */
export type Solve = typeof runSolver;

export type RunWork = {
  readonly runId: string;
  readonly facts: PlanningFacts;
  readonly built: PlanningProblem;
  readonly seed: number;
  readonly stepLimit: number;
  readonly timeLimitMs: number;
};

/** How often the best so far is kept, so that a kill loses no more than that. */
const SAVE_EVERY_MS = 2000;

/** The runs of this process, to be stopped at once when somebody here asks for it. */
const going = new Map<string, AbortController>();

/** Stops a run of this process; one of another process sees `cancel_wanted` at its next beat. */
export function stopHere(runId: string): void {
  going.get(runId)?.abort();
}

/**
 * Reckons a run to its end. Every two seconds the best proposal so far is kept, which is also the sign of life; the end is
 * one transaction. Whatever happens, the last good proposal stays.
 */
export async function carryOut(ctx: Context, run: RunWork, solve: Solve = runSolver): Promise<void> {
  const { runId, facts, built, seed, stepLimit, timeLimitMs } = run;
  const control = new AbortController();
  going.set(runId, control);
  const keeper = keepProgress(ctx, run, control);
  try {
    const { signal } = control;
    const outcome = await solve(built.problem, { seed, stepLimit, timeLimitMs, signal, onProgress: keeper.take });
    const score = checkOutcome(built, outcome);
    // Kept by the next beat, should it take long to explain.
    keeper.take(outcome);
    const explained = await explainRun(built, { facts, solution: outcome.solution });
    await keeper.close();
    await finish(ctx, run, { outcome, score, explained });
  } catch (error) {
    await keeper.flush();
    ctx.log.error(error, 'a calculation failed');
    const failure = failureOf(error);
    await inTransaction(ctx, (tx) => endRun(tx, ctx, { runId, state: 'failed', proven: false, failure }));
  } finally {
    going.delete(runId);
  }
}

/** Takes what the engine tells and keeps the latest of it at each beat; one beat at a time. */
function keepProgress(ctx: Context, run: RunWork, control: AbortController) {
  let latest: Progress | undefined;
  let kept: Progress | undefined;
  let beating: Promise<void> | undefined;
  const beat = async () => {
    const progress = latest === kept ? undefined : latest;
    const answer = await inTransaction(ctx, (tx) => saveBeat(tx, ctx, { run, progress }));
    kept = progress ?? kept;
    if (answer !== 'go-on') control.abort();
  };
  const timer = setInterval(() => {
    beating ??= beat()
      .catch((error: unknown) => ctx.log.error(error, 'a calculation could not keep its progress'))
      .finally(() => (beating = undefined));
  }, SAVE_EVERY_MS);
  return {
    take: (progress: Progress) => {
      latest = progress;
    },
    close: async () => {
      clearInterval(timer);
      await beating;
    },
    /** Keeps what came since the last beat, where there will be no outcome. */
    flush: async () => {
      clearInterval(timer);
      await beating;
      if (latest !== kept) await beat();
    },
  };
}

type Beat = { readonly run: RunWork; readonly progress: Progress | undefined };

async function saveBeat(tx: Tx, ctx: Context, { run: { runId, facts, built }, progress }: Beat) {
  if (!progress) return updateProgress(tx, ctx, { runId, progress: undefined });
  const { solution, points, steps } = progress;
  const breakdown = readBreakdown(scoreSolution(built.problem, solution));
  const bound = Math.min(points, Math.max(0, progress.bound));
  const answer = await updateProgress(tx, ctx, { runId, progress: { points, bound, steps, breakdown } });
  if (answer !== 'ended')
    await replaceProposals(tx, ctx, { runId, proposals: withoutAgreed(readProposals(built, solution), facts) });
  return answer;
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
  const proposals = withoutAgreed(explained.proposals, facts);
  await inTransaction(ctx, async (tx) => {
    const { cancelWanted } = await loadRun(tx, runId, { lock: true });
    const progress = { points, bound, steps, breakdown: readBreakdown(score) };
    if ((await updateProgress(tx, ctx, { runId, progress })) === 'ended') return;
    await replaceProposals(tx, ctx, { runId, proposals });
    await replaceUnplaced(tx, ctx, { runId, unplaced: explained.unplaced });
    const state = ending === 'stopped' && cancelWanted ? 'cancelled' : 'done';
    await endRun(tx, ctx, { runId, state, proven: isProven({ points, bound }), failure: null });
  });
}
