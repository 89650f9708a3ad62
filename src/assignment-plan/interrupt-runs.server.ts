import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { isGoing } from './domain/assignment-run.ts';
import type { CancelRefusal } from './domain/run-refusal.ts';
import { stopHere } from './going-runs.server.ts';
import { loadPlan } from './plan-store.server.ts';
import { endRun, hasGoingRuns, interruptRunsSince, loadRun, wantCancel } from './run-store.server.ts';

/** A run says every two seconds that it goes on; after a minute of silence its process is gone. */
const SILENCE_MS = 60_000;

function silentSince(ctx: Context): string {
  return new Date(Date.parse(ctx.now()) - SILENCE_MS).toISOString();
}

/** Within the transaction of a use case: runs whose process is gone are 中断; what they had proposed stays. */
export function interruptStale(tx: Tx, ctx: Context): Promise<readonly string[]> {
  return interruptRunsSince(tx, ctx, silentSince(ctx));
}

/** Marks the runs of the corner whose process is gone. Whoever looks at runs, or adopts of them, asks for it first. */
export async function markInterrupted(ctx: Context): Promise<readonly string[]> {
  requirePermission(ctx, 'assignment.read');
  if (!(await hasGoingRuns(ctx.db))) return [];
  return inTransaction(ctx, (tx) => interruptStale(tx, ctx));
}

/**
 * Marks every run of the corner that has not ended, at once: for a process that has just become the one owner of the
 * database, where whoever reckoned before it is gone for certain.
 */
export async function interruptLeftRuns(ctx: Context): Promise<readonly string[]> {
  requirePermission(ctx, 'assignment.read');
  if (!(await hasGoingRuns(ctx.db))) return [];
  return inTransaction(ctx, (tx) => interruptRunsSince(tx, ctx, ctx.now()));
}

/**
 * 計算の取りやめ, from whatever process. The run ends with the best proposal so far; one whose process is gone ends at once.
 */
export async function cancelRun(
  ctx: Context,
  { runId }: { readonly runId: string },
): Promise<Result<{ readonly runId: string }, CancelRefusal>> {
  requirePermission(ctx, 'assignment.plan');
  const cancelled = await inTransaction(ctx, async (tx): Promise<Result<{ readonly runId: string }, CancelRefusal>> => {
    const run = await loadRun(tx, runId, { lock: true });
    if (!isGoing(run.state)) return refuse({ kind: 'ended-already' });
    if (run.beatAt < silentSince(ctx))
      await endRun(tx, ctx, { runId, state: 'interrupted', proven: false, failure: null });
    else await wantCancel(tx, runId);
    const { name: label } = await loadPlan(tx, run.planId);
    await recordAudit(tx, ctx, [{ action: 'cancelled', entity: { kind: 'assignment-run', id: runId, label } }]);
    return accept({ runId });
  });
  if (cancelled.ok) stopHere(runId);
  return cancelled;
}
