import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { listAttendantRows } from './visit-attendant-queries.server.ts';
import { listCoordinators } from './visit-coordinator-queries.server.ts';

export type AttendantRefusal = { readonly kind: 'unknown-attendant' };

/**
 * 立会いを記録する: which accounts of the corner were at a visit, or are to be (domain.md §5.3). Who stood there already stays
 * though the account may no longer be chosen. It changes nothing that others entered; the last word counts.
 */
export async function assignAttendants(
  ctx: Context,
  { visitId, userIds }: { readonly visitId: string; readonly userIds: readonly string[] },
): Promise<Result<null, AttendantRefusal>> {
  requirePermission(ctx, 'visit.write');
  const able = await listCoordinators(ctx);
  return inTransaction(ctx, async (tx) => {
    const number = await lockVisit(tx, visitId);
    const before = await listAttendantRows(tx, visitId);
    const known = new Map([...able, ...before].map(({ id, name }) => [id, name]));
    const chosen = [...new Set(userIds)];
    if (!chosen.every((id) => known.has(id))) return refuse({ kind: 'unknown-attendant' });
    const isSame = chosen.length === before.length && before.every(({ id }) => chosen.includes(id));
    if (isSame) return accept(null);
    await tx.deleteFrom('visit_attendant').where('visit_id', '=', visitId).execute();
    const rows = chosen.map((user_id) => ({ corner_code: ctx.corner, visit_id: visitId, user_id }));
    if (rows.length > 0) await tx.insertInto('visit_attendant').values(rows).execute();
    await recordAudit(tx, ctx, [
      {
        action: 'updated',
        entity: { kind: 'visit', id: visitId, label: number },
        before: { attendants: before.map(({ name }) => name) },
        after: { attendants: chosen.map((id) => known.get(id) ?? id) },
      },
    ]);
    return accept(null);
  });
}

async function lockVisit(tx: Tx, id: string): Promise<string> {
  const row = isRecordId(id)
    ? await tx
        .selectFrom('visit')
        .select('number')
        .where('visit_id', '=', id)
        .where('deleted_at', 'is', null)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound('visit', id);
  return row.number;
}
