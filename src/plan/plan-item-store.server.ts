import { sql } from 'kysely';
import { foldSearchText } from '#kernel/japanese-text.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { fieldColumns, inChunks, overwrite } from '#record/columns.server.ts';
import type { Stored } from '#record/domain/record-kind.ts';
import type { Draft, NumberScope, RecordStore } from '#record/record-store.server.ts';
import { positionOf } from './domain/item-number.ts';
import { planItemShape, type PlanItemInput } from './domain/plan-item.ts';
import { planItemFields } from './domain/plan-item-fields.ts';
import { readTargets } from './stored-targets.server.ts';

const columns = fieldColumns<PlanItemInput>(planItemFields.map(({ key }) => key));

/** 計画項目 as rows. The year is the one of the page or the import; an item never moves to another year. */
export const planItemStore: RecordStore<PlanItemInput, NumberScope> = {
  ...planItemShape,
  loadKnown: async (_db, _inputs, _ctx, { fiscalYear }) => ({ fiscalYear }),
  check: () => [],
  findById: async (db, id, options) => {
    const query = select(db).where('plan_item_id', '=', id);
    const row = await (options?.lock ? query.forUpdate() : query).executeTakeFirst();
    return row && toStored(row);
  },
  findByNumbers: async (db, numbers, { fiscalYear }) => {
    const rows = await select(db)
      .where('fiscal_year', '=', fiscalYear)
      .where(sql<boolean>`number = any(${numbers})`)
      .execute();
    return rows.map(toStored);
  },
  listAll: async (db, { fiscalYear }) => {
    let query = select(db).where('deleted_at', 'is', null).orderBy('fiscal_year').orderBy('position').orderBy('number');
    if (fiscalYear !== undefined) query = query.where('fiscal_year', '=', fiscalYear);
    return (await query.execute()).map((row) => toStored(row).input);
  },
  save: async (tx, ctx, drafts, { fiscalYear }) => {
    for (const chunk of inChunks(drafts)) {
      const rows = chunk.map((draft) => ({ ...toRow(ctx, draft), fiscal_year: fiscalYear }));
      await tx
        .insertInto('plan_item')
        .values(rows as never)
        .onConflict((conflict) =>
          conflict.columns(identity).doUpdateSet(overwrite(rows[0] ?? {}, [...identity, 'fiscal_year']) as never),
        )
        .execute();
    }
  },
  markDeleted: async (tx, ctx, { id, reason }) => {
    await tx
      .updateTable('plan_item')
      .set((row) => ({ deleted_at: ctx.now(), deleted_reason: reason, version: row('version', '+', 1) }))
      .where('plan_item_id', '=', id)
      .execute();
  },
  countUses: async () => [],
};

const identity = ['corner_code', 'plan_item_id'] as const;

function select(db: Db) {
  return db.selectFrom('plan_item').select(['plan_item_id', 'version', 'deleted_at', ...(columns.names as ['number'])]);
}

function toStored(row: { plan_item_id: string; version: number; deleted_at: string | null }): Stored<PlanItemInput> {
  const fields = columns.toFields(row) as PlanItemInput;
  return {
    id: row.plan_item_id,
    version: row.version,
    deleted: row.deleted_at !== null,
    input: { ...fields, targets: readTargets(fields.targets) },
  };
}

function toRow(ctx: Context, { id, version, input }: Draft<PlanItemInput>) {
  return {
    corner_code: ctx.corner,
    plan_item_id: id,
    version: version + 1,
    updated_at: ctx.now(),
    ...columns.toColumns(input),
    targets: JSON.stringify(input.targets ?? []),
    position: positionOf(input.number),
    search_text: foldSearchText(`${input.number} ${input.heading} ${input.plan ?? ''}`),
  };
}
