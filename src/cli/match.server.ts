import { getRunResult, type RunResult } from '#assignment-plan/run-result.server.ts';
import { adoptProposals, type Adoption } from '#assignment-plan/adopt-proposals.server.ts';
import { ensureBasePlan } from '#assignment-plan/change-plan.server.ts';
import { adoptionRefusalText } from '#assignment-plan/adoption-refusal-text.ts';
import { explainRunRefusal } from '#assignment-plan/explain-refusal.server.ts';
import { cancelRun, interruptLeftRuns } from '#assignment-plan/interrupt-runs.server.ts';
import { runNow } from '#assignment-plan/start-run.server.ts';
import { writePlanningModel } from '#assignment-plan/write-model.server.ts';
import type { Solve } from '#assignment-plan/carry-out-run.server.ts';
import type { Progress } from '#optimizer/solution.ts';
import { runSolver } from '#solver/run-solver.server.ts';
import type { Context } from '#platform/context.server.ts';
import { openDesk } from '#server/open-desk.server.ts';
import { Refused, requireCorner, requireYear, type Command, type ExitCode, type Invocation } from './command.ts';
import { adoptionLines, matchJson, matchLines, matchText } from './match-answer.ts';
import { readMatchOptions, type MatchOptions } from './match-options.ts';
import { showProgress } from './match-progress.ts';
import { replaceFile } from './replace-file.server.ts';
import { createCommandContext } from './transfer-options.server.ts';

export const matchCommand: Command = {
  usage: matchText.usage,
  options: {
    corner: { type: 'string' },
    year: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    'time-limit': { type: 'string' },
    seed: { type: 'string' },
    commit: { type: 'boolean' },
    as: { type: 'string' },
    'answer-by': { type: 'string' },
    lp: { type: 'string' },
    json: { type: 'boolean' },
  },
  positionals: { min: 0, max: 0 },
  run: async (invocation) => {
    const corner = requireCorner(invocation);
    const fiscalYear = requireYear(invocation);
    const options = readMatchOptions(invocation);
    const desk = await openDesk(invocation.environment, { migrate: true, origin: 'http://127.0.0.1' });
    try {
      const ctx = createCommandContext(desk, corner);
      if (desk.database.engine === 'embedded') await interruptLeftRuns(ctx);
      return await match(invocation, ctx, { fiscalYear, options });
    } finally {
      await desk.database.close();
    }
  },
};

type Matching = { readonly fiscalYear: number; readonly options: MatchOptions };

async function match(invocation: Invocation, ctx: Context, { fiscalYear, options }: Matching): Promise<ExitCode> {
  const { terminal } = invocation;
  const plan = await ensureBasePlan(ctx, fiscalYear);
  if (options.lp !== undefined) await writeModel(ctx, { planId: plan.id, options, path: options.lp });
  const { result, stopped } = await compute(invocation, ctx, { planId: plan.id, options });
  const adoption = options.commit ? await adopt(ctx, { result, options }) : undefined;
  const answer = { corner: ctx.corner, result, adoption, lp: options.lp };
  if (invocation.options['json'] === true) terminal.print(JSON.stringify(matchJson(answer)));
  else terminal.print([...matchLines(answer), ...adoptionLines(answer)].join('\n'));
  if (stopped) terminal.warn(matchText.stopped);
  for (const { requestId, refusal } of adoption?.refused ?? [])
    terminal.warn(matchText.refused(result.numberOf(requestId), adoptionRefusalText(refusal)));
  return adoption && adoption.refused.length > 0 ? 1 : 0;
}

type OfPlan = { readonly planId: string; readonly options: MatchOptions };

async function writeModel(ctx: Context, { planId, options, path }: OfPlan & { readonly path: string }): Promise<void> {
  const { from, until } = options;
  const model = await writePlanningModel(ctx, { planId, from, until });
  if (!model.ok) throw new Refused(await explainRunRefusal(ctx, model.refusal));
  await replaceFile(path, new TextEncoder().encode(model.value));
}

/** Computes until the end, the time limit or Ctrl+C; the last good proposal is kept whichever comes first. */
async function compute(
  { terminal }: Invocation,
  ctx: Context,
  { planId, options }: OfPlan,
): Promise<{ readonly result: RunResult; readonly stopped: boolean }> {
  const progress = showProgress(terminal);
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop);
  const solve: Solve = (problem, { onProgress, ...run }) => {
    const tell = (told: Progress) => {
      onProgress?.(told);
      progress.show(told);
    };
    return runSolver(problem, { ...run, onProgress: tell });
  };
  const onBegun = (runId: string) => {
    stopping.signal.addEventListener('abort', () => void cancelRun(ctx, { runId }));
  };
  try {
    const { from, until, seed, timeLimitMs } = options;
    const ran = await runNow(ctx, { planId, from, until, seed, timeLimitMs, solve, onBegun });
    if (!ran.ok) throw new Refused(await explainRunRefusal(ctx, ran.refusal));
    return { result: await getRunResult(ctx, ran.value.id), stopped: stopping.signal.aborted };
  } finally {
    progress.end();
    process.off('SIGINT', stop);
  }
}

/** Every request of the proposal through the ordinary use case, decided again. */
async function adopt(
  ctx: Context,
  { result, options }: { readonly result: RunResult; readonly options: MatchOptions },
): Promise<Adoption> {
  const requestIds = result.openRequestIds;
  const { way, answerBy } = options;
  return adoptProposals(ctx, { runId: result.run.id, requestIds, way, answerBy, key: `takumi-match-${result.run.id}` });
}
