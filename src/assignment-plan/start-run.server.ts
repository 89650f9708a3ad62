import manifest from '../../package.json' with { type: 'json' };
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { buildProblem, type PlanningProblem } from '#matching/domain/build-problem.ts';
import type { PlanningFacts } from '#matching/domain/planning-facts.ts';
import { sizeOf } from '#matching/domain/read-solution.ts';
import { findContradictions } from '#optimizer/check-problem.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { carryOut, type Solve } from './carry-out-run.server.ts';
import type { RunTrigger } from './domain/assignment-run.ts';
import { checkBuilt, checkFacts, type RunRefusal } from './domain/run-refusal.ts';
import { hashProblem } from './hash-problem.server.ts';
import { interruptStale } from './interrupt-runs.server.ts';
import { loadPlanningFacts } from './load-facts.server.ts';
import { loadPlan, type AssignmentPlan } from './plan-store.server.ts';
import { insertRun, loadRun, loadRuns, type AssignmentRun } from './run-store.server.ts';

export type RunOrder = {
  readonly planId: string;
  readonly key?: string | undefined;
  /** The clock may end a run early with the best proposal so far. */
  readonly timeLimitMs?: number | undefined;
  /** `replan` changes what the last calculation proposed as little as it can. */
  readonly trigger?: RunTrigger | undefined;
  /** The same seed gives the same result. */
  readonly seed?: number | undefined;
  /** Days that are planned instead of those of the plan's conditions. */
  readonly from?: PlainDate | undefined;
  readonly until?: PlainDate | undefined;
  /** Told once the run is kept, so that it can be cancelled while it is waited for. */
  readonly onBegun?: ((runId: string) => void) | undefined;
  /** In whose place something else solves: a test, or a solver of somebody's own. */
  readonly solve?: Solve | undefined;
};

type Started = Result<{ readonly runId: string }, RunRefusal>;

/** Without a limit of its own a calculation ends after two minutes with what it has. */
const USUAL_TIME_LIMIT_MS = 120_000;
const STEP_LIMIT = 10_000_000;
const SEED = 1;

/**
 * 計算の開始. Keeps the run with everything that is needed to reckon it again and answers at once; the run goes on in this
 * process. One at a time for a plan. The same key answers the same.
 */
export async function startRun(ctx: Context, order: RunOrder): Promise<Started> {
  const begun = await beginRun(ctx, order);
  if (!begun.ok) return begun;
  const { runId, work } = begun.value;
  // Its failure is kept with the run; nobody waits for it here.
  work?.().catch((error: unknown) => ctx.log.error(error, 'a calculation could not keep how it ended'));
  return accept({ runId });
}

/** The same, answered when the run has ended: for the command line and for tests. */
export async function runNow(ctx: Context, order: RunOrder): Promise<Result<AssignmentRun, RunRefusal>> {
  const begun = await beginRun(ctx, order);
  if (!begun.ok) return begun;
  order.onBegun?.(begun.value.runId);
  await begun.value.work?.();
  return accept(await loadRun(ctx.db, begun.value.runId));
}

type Begun = { readonly runId: string; readonly work: (() => Promise<void>) | undefined };

async function beginRun(ctx: Context, order: RunOrder): Promise<Result<Begun, RunRefusal>> {
  requirePermission(ctx, 'assignment.plan');
  const { planId, key, trigger = 'start', timeLimitMs = USUAL_TIME_LIMIT_MS, seed = SEED, solve } = order;
  const prepared = await prepareRun(ctx, order);
  if (!prepared.ok) return prepared;
  const { plan, facts, built } = prepared.value;
  let isNew = false;
  const started = await inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['assignment-run', planId, trigger, timeLimitMs, seed, order.from, order.until]),
      isKept: (answer) => answer.ok,
      work: async () => {
        const kept = await keepRun(tx, ctx, { plan, facts, built, trigger, timeLimitMs, seed });
        isNew = kept.ok;
        return kept;
      },
    }),
  );
  if (!started.ok) return started;
  const { runId } = started.value;
  const run = { runId, facts, built, seed, stepLimit: STEP_LIMIT, timeLimitMs };
  return accept({ runId, work: isNew ? () => carryOut(ctx, run, solve) : undefined });
}

type Prepared = {
  readonly plan: AssignmentPlan;
  readonly facts: PlanningFacts;
  readonly built: PlanningProblem;
};

/** What a calculation would reckon, as everything stands now; nothing is kept. Whoever calls has asked for the permission. */
export async function prepareRun(
  ctx: Context,
  { planId, trigger = 'start', from, until }: Pick<RunOrder, 'planId' | 'trigger' | 'from' | 'until'>,
): Promise<Result<Prepared, RunRefusal>> {
  const kept = await loadPlan(ctx.db, planId);
  const settings = { ...kept.settings, ...(from && { from }), ...(until && { until }) };
  const plan = { ...kept, settings };
  const facts = await loadPlanningFacts(ctx, { plan, base: await findBase(ctx, { planId, trigger }) });
  const prepared = prepare(facts);
  return prepared.ok ? accept({ plan, facts, built: prepared.value }) : prepared;
}

/** The facts as a problem, or why there is none to solve. */
function prepare(facts: PlanningFacts): Result<PlanningProblem, RunRefusal> {
  const wrong = checkFacts(facts);
  if (wrong) return refuse(wrong);
  const built = buildProblem(facts);
  const impossible = checkBuilt(built, findContradictions(built.problem));
  return impossible ? refuse(impossible) : accept(built);
}

async function findBase(
  ctx: Context,
  { planId, trigger }: { readonly planId: string; readonly trigger: RunTrigger },
): Promise<string | undefined> {
  if (trigger === 'start') return undefined;
  const runs = await loadRuns(ctx.db, planId, 20);
  return runs.find(({ points }) => points !== null)?.id;
}

type Keeping = {
  readonly plan: AssignmentPlan;
  readonly facts: PlanningFacts;
  readonly built: PlanningProblem;
  readonly trigger: RunTrigger;
  readonly timeLimitMs: number;
  readonly seed: number;
};

async function keepRun(
  tx: Tx,
  ctx: Context,
  { plan, facts, built, trigger, timeLimitMs, seed }: Keeping,
): Promise<Started> {
  await loadPlan(tx, plan.id, { lock: true });
  await interruptStale(tx, ctx);
  const going = (await loadRuns(tx, plan.id, 1)).find(({ state }) => state === 'running' || state === 'waiting');
  if (going) return refuse({ kind: 'run-going', runId: going.id });
  const id = ctx.newId();
  const inputHash = hashProblem(built.problem);
  const kept = { seed, stepLimit: STEP_LIMIT, codeVersion: manifest.version, inputHash };
  await insertRun(tx, ctx, {
    id,
    planId: plan.id,
    trigger,
    settings: plan.settings,
    weights: facts.weights,
    timeLimitMs,
    size: sizeOf(built.problem),
    ...kept,
  });
  const entity = { kind: 'assignment-run', id, label: plan.name };
  await recordAudit(tx, ctx, [{ action: 'computed', entity, after: { ...kept, weights: facts.weights } }]);
  return accept({ runId: id });
}
