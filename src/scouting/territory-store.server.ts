import { sql } from 'kysely';
import type { Db } from '#platform/db/database.server.ts';
import { fieldColumns, inChunks, overwrite } from '#record/columns.server.ts';
import type { Stored } from '#record/domain/record-kind.ts';
import type { RecordStore } from '#record/record-store.server.ts';
import { checkTerritory, territoryFields, territoryShape, type TerritoryInput } from './domain/territory.ts';

const columns = fieldColumns<TerritoryInput>(territoryFields.map(({ key }) => key));
const identity = ['corner_code', 'territory_id'] as const;

/** 担当区域 as rows. */
export const territoryStore: RecordStore<TerritoryInput, undefined> = {
  ...territoryShape,
  loadKnown: async () => undefined,
  check: checkTerritory,
  findById: async (db, id, options) => {
    const query = select(db).where('territory_id', '=', id);
    const row = await (options?.lock ? query.forUpdate() : query).executeTakeFirst();
    return row && toStored(row);
  },
  findByNumbers: async (db, coordinators) => {
    const rows = await select(db)
      .where(sql<boolean>`coordinator = any(${coordinators})`)
      .execute();
    return rows.map(toStored);
  },
  listAll: async (db) => {
    const rows = await select(db).where('deleted_at', 'is', null).orderBy('coordinator').execute();
    return rows.map((row) => toStored(row).input);
  },
  save: async (tx, ctx, drafts) => {
    for (const chunk of inChunks(drafts)) {
      const rows = chunk.map(({ id, version, input }) => ({
        corner_code: ctx.corner,
        territory_id: id,
        version: version + 1,
        updated_at: ctx.now(),
        ...columns.toColumns(input),
      }));
      await tx
        .insertInto('scouting_territory')
        .values(rows as never)
        .onConflict((conflict) => conflict.columns(identity).doUpdateSet(overwrite(rows[0] ?? {}, identity) as never))
        .execute();
    }
  },
  markDeleted: async (tx, ctx, { id, reason }) => {
    await tx
      .updateTable('scouting_territory')
      .set((row) => ({ deleted_at: ctx.now(), deleted_reason: reason, version: row('version', '+', 1) }))
      .where('territory_id', '=', id)
      .execute();
  },
  countUses: async () => [],
};

function select(db: Db) {
  return db
    .selectFrom('scouting_territory')
    .select(['territory_id', 'version', 'deleted_at', ...(columns.names as ['coordinator'])]);
}

function toStored(row: {
  readonly territory_id: string;
  readonly version: number;
  readonly deleted_at: string | null;
}): Stored<TerritoryInput> {
  return {
    id: row.territory_id,
    version: row.version,
    deleted: row.deleted_at !== null,
    input: columns.toFields(row) as TerritoryInput,
  };
}
