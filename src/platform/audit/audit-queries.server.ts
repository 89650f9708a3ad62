import type { Db } from '../db/database.server.ts';
import { chainStart, hashOf } from './audit-chain.server.ts';

export type HistoryEntry = {
  readonly sequence: number;
  readonly occurredAt: string;
  readonly actorName: string;
  readonly action: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly source: string;
};

const HISTORY_LIMIT = 200;

/**
 * The changes of one record, newest first; views are left out. At most 200. What was written down before the record was
 * erased is not shown any more: it stays in the log for the sake of its chain alone (SEC-12).
 */
export async function listHistory(
  db: Db,
  entity: { readonly kind: string; readonly id: string },
): Promise<readonly HistoryEntry[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['sequence', 'occurred_at', 'actor_name', 'action', 'before', 'after', 'source'])
    .where('entity_kind', '=', entity.kind)
    .where('entity_id', '=', entity.id)
    .where('action', '<>', 'viewed')
    .orderBy('sequence', 'desc')
    .limit(HISTORY_LIMIT)
    .execute();
  const erasedAt = rows.find(({ action }) => action === 'erased')?.sequence ?? 0;
  return rows.map((row) => ({
    sequence: row.sequence,
    occurredAt: row.occurred_at,
    actorName: row.actor_name,
    action: row.action,
    before: row.sequence < erasedAt ? null : (row.before as HistoryEntry['before']),
    after: row.sequence < erasedAt ? null : (row.after as HistoryEntry['after']),
    source: row.source,
  }));
}

const PAGE = 5000;

/** Recomputes the corner's whole chain; answers the first sequence that does not fit, or nothing. */
export async function findBrokenLink(db: Db): Promise<number | undefined> {
  let previousHash = chainStart;
  let sequence = 0;
  for (;;) {
    const rows = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('sequence', '>', sequence)
      .orderBy('sequence')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      const entry = {
        cornerCode: row.corner_code,
        sequence: row.sequence,
        occurredAt: row.occurred_at,
        actorId: row.actor_id,
        actorName: row.actor_name,
        action: row.action,
        entityKind: row.entity_kind,
        entityId: row.entity_id,
        entityLabel: row.entity_label,
        before: row.before,
        after: row.after,
        source: row.source,
      };
      const fits =
        row.sequence === sequence + 1 && row.previous_hash === previousHash && row.hash === hashOf(previousHash, entry);
      if (!fits) return sequence + 1;
      previousHash = row.hash;
      sequence = row.sequence;
    }
    if (rows.length < PAGE) break;
  }
  const head = await db.selectFrom('audit_head').select(['sequence', 'hash']).executeTakeFirst();
  return (head?.sequence ?? 0) === sequence && (head?.hash ?? chainStart) === previousHash ? undefined : sequence + 1;
}
