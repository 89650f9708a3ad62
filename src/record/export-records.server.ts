import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { permissionArea } from './domain/record-kind.ts';
import type { RecordStore } from './record-store.server.ts';

/** Which records leave: all of the corner, or those of one 年度 where the kind belongs to a year. */
export type ExportScope = {
  readonly fiscalYear: number | undefined;
  /** Only asks how many there are and whether a file can hold them: nothing leaves, so nothing is logged. */
  readonly trial?: boolean;
};

/** Every live record of the kind in the order of its number; the download itself is logged with its count (SEC-11). */
export async function exportRecords<Input, Known>(
  ctx: Context,
  store: RecordStore<Input, Known>,
  scope: ExportScope,
): Promise<readonly Input[]> {
  requirePermission(ctx, 'transfer.export');
  requirePermission(ctx, `${permissionArea(store.name)}.read`);
  return inTransaction(ctx, async (tx) => {
    const inputs = await store.listAll(tx, scope);
    if (scope.trial) return inputs;
    const entity = {
      kind: store.name,
      id: scope.fiscalYear === undefined ? 'all' : String(scope.fiscalYear),
      label: '一覧',
    };
    await recordAudit(tx, ctx, [{ action: 'exported', entity, after: { count: inputs.length } }]);
    return inputs;
  });
}
