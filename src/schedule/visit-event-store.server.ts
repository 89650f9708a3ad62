import type { RecordStore } from '#record/record-store.server.ts';
import type { VisitEvent } from './domain/visit-event.ts';
import type { VisitInput, VisitKnown } from './domain/visit.ts';
import { visitStore } from './visit-store.server.ts';

/** The store of visits for one change that is kept with its reason, in the transaction that writes the visit. */
export function visitStoreWith(event: VisitEvent): RecordStore<VisitInput, VisitKnown> {
  const { reasonCode, reason, from, to } = event;
  return {
    ...visitStore,
    save: async (tx, ctx, drafts, known) => {
      await visitStore.save(tx, ctx, drafts, known);
      const rows = drafts.map(({ id, version }) => ({
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
    },
  };
}
