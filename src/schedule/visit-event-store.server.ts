import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { inChunks } from '#record/columns.server.ts';
import type { Draft, RecordStore } from '#record/record-store.server.ts';
import { unexplainedEvent, type VisitEvent } from './domain/visit-event.ts';
import type { VisitStatus } from './domain/visit-status.ts';
import type { VisitInput, VisitKnown } from './domain/visit.ts';
import { visitStore } from './visit-store.server.ts';

type VisitStore = RecordStore<VisitInput, VisitKnown>;

/** The store of visits for one change that is kept with its reason, in the transaction that writes the visit. */
export function visitStoreWith(event: VisitEvent): VisitStore {
  return visitStoreWithEach(() => event);
}

/** The same for several visits, each with an event of its own, or with none. */
export function visitStoreWithEach(eventOf: (visitId: string) => VisitEvent | undefined): VisitStore {
  return {
    ...visitStore,
    save: async (tx, ctx, drafts, known) => {
      await visitStore.save(tx, ctx, drafts, known);
      const kept = drafts.flatMap((draft) => {
        const event = eventOf(draft.id);
        return event ? [{ draft, event }] : [];
      });
      if (kept.length > 0) await keepEvents(tx, ctx, kept);
    },
  };
}

/** The store of visits for files, other systems and corrections: what moves or is called off is kept on record without a 区分. */
export const loggedVisitStore: VisitStore = {
  ...visitStore,
  save: async (tx, ctx, drafts, known) => {
    const before = await loadBefore(tx, drafts);
    await visitStore.save(tx, ctx, drafts, known);
    await keepEvents(
      tx,
      ctx,
      drafts.flatMap((draft) => {
        const event = unexplainedEvent(before.get(draft.id), draft.input);
        return event ? [{ draft, event }] : [];
      }),
    );
  },
};

type Kept = { readonly draft: Draft<VisitInput>; readonly event: VisitEvent };

async function keepEvents(tx: Tx, ctx: Context, kept: readonly Kept[]): Promise<void> {
  for (const part of inChunks(kept)) {
    const rows = part.map(({ draft: { id, version }, event: { reasonCode, reason, from, to } }) => ({
      corner_code: ctx.corner,
      visit_id: id,
      version: version + 1,
      command: to === null ? 'cancel' : 'move',
      reason_code: reasonCode,
      reason,
      from_day: from.visitOn,
      from_starts_at: from.startsAt,
      from_ends_at: from.endsAt,
      to_day: to?.visitOn ?? null,
      to_starts_at: to?.startsAt ?? null,
      to_ends_at: to?.endsAt ?? null,
      happened_at: ctx.now(),
      actor_id: ctx.actor.id,
      actor_name: ctx.actor.name,
    }));
    await tx.insertInto('visit_event').values(rows).execute();
  }
}

/** The visits that are about to be overwritten, as they stand. */
async function loadBefore(tx: Tx, drafts: readonly Draft<VisitInput>[]) {
  const ids = drafts.filter(({ version }) => version > 0).map(({ id }) => id);
  if (ids.length === 0) return new Map<string, never>();
  const rows = await tx
    .selectFrom('visit')
    .select(['visit_id as id', 'visit_on', 'starts_at as startsAt', 'ends_at as endsAt', 'status'])
    .where(sql<boolean>`visit_id = any(${ids}::uuid[])`)
    .execute();
  return new Map(
    rows.map(({ id, visit_on, status, ...hours }) => [
      id,
      { ...hours, visitOn: visit_on as PlainDate, status: status as VisitStatus, cancelReason: null },
    ]),
  );
}
