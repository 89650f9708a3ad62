import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { listCoordinators } from './visit-coordinator-queries.server.ts';

export type CoordinatorRefusal = { readonly kind: 'unknown-coordinator' };

/**
 * 担当を決める: puts an account of the corner in charge of a visit, or nobody. It changes nothing that others entered, so
 * it asks for no version; the last word counts.
 */
export async function assignCoordinator(
  ctx: Context,
  { visitId, coordinatorId }: { readonly visitId: string; readonly coordinatorId: string | null },
): Promise<Result<null, CoordinatorRefusal>> {
  requirePermission(ctx, 'visit.write');
  const able = await listCoordinators(ctx);
  const chosen = able.find(({ id }) => id === coordinatorId);
  if (coordinatorId !== null && !chosen) return refuse({ kind: 'unknown-coordinator' });
  return inTransaction(ctx, async (tx) => {
    const before = isRecordId(visitId)
      ? await tx
          .selectFrom('visit')
          .leftJoin('user', 'user.id', 'visit.coordinator_id')
          .select(['visit.number', 'visit.coordinator_id', 'user.name'])
          .where('visit.visit_id', '=', visitId)
          .where('visit.deleted_at', 'is', null)
          .forUpdate('visit')
          .executeTakeFirst()
      : undefined;
    if (!before) throw new NotFound('visit', visitId);
    if (before.coordinator_id === coordinatorId) return accept(null);
    await tx.updateTable('visit').set({ coordinator_id: coordinatorId }).where('visit_id', '=', visitId).execute();
    await recordAudit(tx, ctx, [
      {
        action: 'updated',
        entity: { kind: 'visit', id: visitId, label: before.number },
        before: { coordinator: before.name },
        after: { coordinator: chosen?.name ?? null },
      },
    ]);
    return accept(null);
  });
}
