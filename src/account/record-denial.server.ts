import { recordAudit } from '#platform/audit/record-audit.server.ts';
import type { Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import type { Permission } from '#platform/permission/permission-table.ts';

/** Leaves a trace in the corner's audit log that someone tried what they may not do there (SEC-11). */
export async function recordDenial(ctx: Context, permission: Permission): Promise<void> {
  ctx.log.warn({ actor: ctx.actor.id, permission, corner: ctx.corner }, 'denied');
  const entity = { kind: 'account', id: ctx.actor.id, label: ctx.actor.name };
  await inTransaction(ctx, (tx) => recordAudit(tx, ctx, [{ action: 'denied', entity, after: { permission } }]));
}
