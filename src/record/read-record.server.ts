import { listHistory, type HistoryEntry } from '#platform/audit/audit-queries.server.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { permissionArea, type Stored } from './domain/record-kind.ts';
import { isRecordId } from './record-id.ts';
import type { RecordStore } from './record-store.server.ts';

export type RecordDetail<Input> = Stored<Input> & { readonly history: readonly HistoryEntry[] };

/** One record with its history; a record that holds personal data leaves a trace of who opened it (SEC-11). */
export async function getRecord<Input, Known>(
  ctx: Context,
  store: RecordStore<Input, Known>,
  id: string,
): Promise<RecordDetail<Input>> {
  requirePermission(ctx, `${permissionArea(store.name)}.read`);
  const stored = isRecordId(id) ? await store.findById(ctx.db, id) : undefined;
  if (!stored || stored.deleted) throw new NotFound(store.name, id);
  const history = await listHistory(ctx.db, { kind: store.name, id });
  if (store.fields.some((field) => field.personal)) {
    const entity = { kind: store.name, id, label: store.labelOf(stored.input) };
    await inTransaction(ctx, (tx) => recordAudit(tx, ctx, [{ action: 'viewed', entity }]));
  }
  return { ...stored, history };
}
