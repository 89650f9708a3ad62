import type { Context } from '../context.server.ts';
import type { Tx } from '../db/database.server.ts';
import { chainStart, hashOf, type ChainedEntry } from './audit-chain.server.ts';

/** What happened to one record. `before`/`after` hold the values as the application knows them, not the row. */
export type AuditEvent = {
  readonly action: string;
  readonly entity: { readonly kind: string; readonly id: string; readonly label: string };
  readonly before?: object | null;
  readonly after?: object | null;
};

const ROWS_A_STATEMENT = 1000;

/** Appends to the corner's chain, in the transaction of the change itself: no change without its entry, and no entry alone. */
export async function recordAudit(tx: Tx, ctx: Context, events: readonly AuditEvent[]): Promise<void> {
  if (events.length === 0) return;
  const head = await lockHead(tx, ctx.corner);
  const occurredAt = ctx.now();
  let { sequence, hash } = head;
  const rows = events.map((event) => {
    sequence += 1;
    const entry = toEntry(ctx, event, { sequence, occurredAt });
    const previousHash = hash;
    hash = hashOf(previousHash, entry);
    return toRow(entry, { previousHash, hash });
  });
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await tx
      .insertInto('audit_entry')
      .values(rows.slice(start, start + ROWS_A_STATEMENT))
      .execute();
  }
  await tx.updateTable('audit_head').set({ sequence, hash }).where('corner_code', '=', ctx.corner).execute();
}

async function lockHead(tx: Tx, corner: string): Promise<{ sequence: number; hash: string }> {
  await tx
    .insertInto('audit_head')
    .values({ corner_code: corner, sequence: 0, hash: chainStart })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx.selectFrom('audit_head').select(['sequence', 'hash']).forUpdate().executeTakeFirstOrThrow();
}

function toEntry(
  ctx: Context,
  event: AuditEvent,
  place: { readonly sequence: number; readonly occurredAt: string },
): ChainedEntry {
  return {
    cornerCode: ctx.corner,
    ...place,
    actorId: ctx.actor.id,
    actorName: ctx.actor.name,
    action: event.action,
    entityKind: event.entity.kind,
    entityId: event.entity.id,
    entityLabel: event.entity.label,
    before: event.before ?? null,
    after: event.after ?? null,
    source: ctx.actor.source,
  };
}

function toRow(entry: ChainedEntry, chain: { readonly previousHash: string; readonly hash: string }) {
  return {
    corner_code: entry.cornerCode,
    sequence: entry.sequence,
    occurred_at: entry.occurredAt,
    actor_id: entry.actorId,
    actor_name: entry.actorName,
    action: entry.action,
    entity_kind: entry.entityKind,
    entity_id: entry.entityId,
    entity_label: entry.entityLabel,
    before: entry.before === null ? null : JSON.stringify(entry.before),
    after: entry.after === null ? null : JSON.stringify(entry.after),
    source: entry.source,
    previous_hash: chain.previousHash,
    hash: chain.hash,
  };
}
