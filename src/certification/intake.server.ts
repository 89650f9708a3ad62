import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { decideResumption, decideSuspension, type IntakeRefusal } from './domain/intake.ts';
import type { IntakeSuspension } from './domain/move.ts';
import { endSuspension, insertSuspension, listSuspensions } from './intake-store.server.ts';

/** 受付の停止と再開, from the newest back. */
export async function listIntakeSuspensions(ctx: Context): Promise<readonly IntakeSuspension[]> {
  requirePermission(ctx, 'certification.read');
  return listSuspensions(ctx.db);
}

/** Stops the intake from a day on; applications of that day and later are not received until it is resumed. */
export function suspendIntake(
  ctx: Context,
  { since, reason }: { readonly since: PlainDate; readonly reason: string },
): Promise<Result<undefined, IntakeRefusal>> {
  requirePermission(ctx, 'criteria.manage');
  return inTransaction(ctx, async (tx) => {
    await lockRecords(tx, 'intake-suspension');
    const refusal = decideSuspension(await listSuspensions(tx), { since, reason });
    if (refusal) return refuse(refusal);
    await insertSuspension(tx, ctx, { since, reason: reason.trim() });
    await recordAudit(tx, ctx, [
      { action: 'suspended', entity: entityOf(since), after: { since, reason: reason.trim() } },
    ]);
    return accept(undefined);
  });
}

/** Takes applications in again from a day on. */
export function resumeIntake(
  ctx: Context,
  { resumedOn }: { readonly resumedOn: PlainDate },
): Promise<Result<undefined, IntakeRefusal>> {
  requirePermission(ctx, 'criteria.manage');
  return inTransaction(ctx, async (tx) => {
    await lockRecords(tx, 'intake-suspension');
    const decision = decideResumption(await listSuspensions(tx), resumedOn);
    if (!decision.ok) return decision;
    const { since } = decision.value;
    await endSuspension(tx, { since, resumedOn });
    await recordAudit(tx, ctx, [{ action: 'resumed', entity: entityOf(since), after: { resumedOn } }]);
    return accept(undefined);
  });
}

function entityOf(since: PlainDate) {
  return { kind: 'intake-suspension', id: since, label: since };
}
