import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { unknownReason, visitReasonLabel, visitReasons } from './domain/visit-event.ts';

const MOST_VERSIONS = 2_147_483_647;

type Naming = {
  readonly visitId: string;
  /** The version of the visit that the move or the calling off made. */
  readonly version: number;
  readonly code: string;
};

/** 区分を記録する: gives a move or a calling off the 区分 that its file did not bring. One that has a 区分 keeps it. */
export async function nameReason(
  ctx: Context,
  { visitId, version, code }: Naming,
): Promise<Result<null, { readonly kind: 'code-missing' }>> {
  requirePermission(ctx, 'visit.write');
  const reason = visitReasons.find((known) => known.code === code)?.code;
  if (reason === undefined) return refuse({ kind: 'code-missing' });
  return inTransaction(ctx, async (tx) => {
    const visit = isRecordId(visitId)
      ? await tx.selectFrom('visit').select('number').where('visit_id', '=', visitId).executeTakeFirst()
      : undefined;
    if (!visit || !(version >= 1 && version <= MOST_VERSIONS)) throw new NotFound('visit', visitId);
    const named = await tx
      .updateTable('visit_event')
      .set({ reason_code: reason })
      .where('visit_id', '=', visitId)
      .where('version', '=', version)
      .where('reason_code', '=', unknownReason.code)
      .executeTakeFirst();
    if (named.numUpdatedRows > 0n) {
      await recordAudit(tx, ctx, [
        {
          action: 'updated',
          entity: { kind: 'visit', id: visitId, label: visit.number },
          before: { reasonCode: unknownReason.label },
          after: { reasonCode: visitReasonLabel(reason) },
        },
      ]);
    }
    return accept(null);
  });
}
