import type { Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { decideFilter, type FilterRefusal, type SavedFilter } from './domain/saved-filter.ts';

/** The selections that the person kept in this corner, by list and name; nobody sees another one's. */
export function listSavedFilters(ctx: Context): Promise<readonly SavedFilter[]> {
  requirePermission(ctx, 'saved-filter.use');
  return selectOwn(ctx.db, ctx).execute();
}

function selectOwn(db: Db, { actor }: Context) {
  return db
    .selectFrom('saved_filter')
    .select(['filter_id as id', 'list', 'name', 'query'])
    .where('actor_id', '=', actor.id)
    .orderBy('list')
    .orderBy('name');
}

type Wish = { readonly list: string; readonly name: string; readonly query: string };

/** Keeps a selection under a name; the same name of the same list is replaced. At most 20 a person. */
export function saveFilter(ctx: Context, wish: Wish): Promise<Result<Wish, FilterRefusal>> {
  requirePermission(ctx, 'saved-filter.use');
  return inTransaction(ctx, async (tx) => {
    await lockRecords(tx, `saved-filter ${ctx.actor.id}`);
    const decided = decideFilter(wish, await selectOwn(tx, ctx).execute());
    if (!decided.ok) return decided;
    const { list, name, query } = decided.value;
    const id = ctx.newId();
    await tx
      .insertInto('saved_filter')
      .values({
        corner_code: ctx.corner,
        filter_id: id,
        actor_id: ctx.actor.id,
        list,
        name,
        query,
        created_at: ctx.now(),
      })
      .onConflict((conflict) => conflict.columns(['corner_code', 'actor_id', 'list', 'name']).doUpdateSet({ query }))
      .execute();
    await recordAudit(tx, ctx, [{ action: 'created', entity: { kind: 'saved-filter', id, label: name } }]);
    return decided;
  });
}

/** Forgets a selection of one's own; somebody else's is not found. */
export function removeFilter(ctx: Context, id: string): Promise<void> {
  requirePermission(ctx, 'saved-filter.use');
  return inTransaction(ctx, async (tx) => {
    const removed = isRecordId(id)
      ? await tx
          .deleteFrom('saved_filter')
          .where('filter_id', '=', id)
          .where('actor_id', '=', ctx.actor.id)
          .returning('name')
          .executeTakeFirst()
      : undefined;
    if (!removed) throw new NotFound('saved-filter', id);
    await recordAudit(tx, ctx, [{ action: 'deleted', entity: { kind: 'saved-filter', id, label: removed.name } }]);
  });
}
