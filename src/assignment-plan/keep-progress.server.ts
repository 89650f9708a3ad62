import type { PlanningProblem } from '#matching/domain/build-problem.ts';
import type { PlanningFacts } from '#matching/domain/planning-facts.ts';
import { readBreakdown, readProposals } from '#matching/domain/read-solution.ts';
import { listDropped, markReplaced } from '#matching/domain/replaced-visits.ts';
import { scoreSolution } from '#optimizer/score.ts';
import type { Progress } from '#optimizer/solution.ts';
import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { replaceProposals } from './proposal-store.server.ts';
import { updateProgress } from './run-store.server.ts';

/** A calculation that has begun: what it reckons, from what, and how far. */
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

/** Takes what the engine tells and keeps the latest of it at each beat; one beat at a time. */
export function keepProgress(ctx: Context, run: RunWork, control: AbortController) {
  let latest: Progress | undefined;
  let kept: Progress | undefined;
  let beating: Promise<void> | undefined;
  const beat = async () => {
    const progress = latest === kept ? undefined : latest;
    const answer = await inTransaction(ctx, (tx) => saveBeat(tx, ctx, { run, progress }));
    kept = progress ?? kept;
    if (progress) {
      const { points, solution } = progress;
      ctx.log.debug({ run: run.runId, points, assigned: solution.chosen.length }, 'a proposal was kept');
    }
    if (answer !== 'go-on') control.abort();
  };
  const timer = setInterval(() => {
    beating ??= beat()
      .catch((error: unknown) => ctx.log.error(error, 'a calculation could not keep its progress'))
      .finally(() => (beating = undefined));
  }, SAVE_EVERY_MS);
  const close = async () => {
    clearInterval(timer);
    await beating;
  };
  return {
    take: (progress: Progress) => {
      latest = progress;
    },
    close,
    /** Keeps what came since the last beat, where there will be no outcome. */
    flush: async () => {
      await close();
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
  const proposals = readProposals(built, solution);
  const kept = { points, bound, steps, breakdown, dropped: listDropped(proposals, facts) };
  const answer = await updateProgress(tx, ctx, { runId, progress: kept });
  if (answer !== 'ended') await replaceProposals(tx, ctx, { runId, proposals: markReplaced(proposals, facts) });
  return answer;
}
