import { sql } from 'kysely';
import { foldSearchText, kanaSortKey } from '#kernel/japanese-text.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { fieldColumns, inChunks, overwrite } from '#record/columns.server.ts';
import type { Stored } from '#record/domain/record-kind.ts';
import type { Draft, RecordStore } from '#record/record-store.server.ts';
import { checkOrganization, organizationShape, type OrganizationInput } from './domain/organization.ts';
import { organizationFields } from './domain/organization-fields.ts';

const columns = fieldColumns<OrganizationInput>(organizationFields.map(({ key }) => key));

/** 派遣先 as rows. */
export const organizationStore: RecordStore<OrganizationInput, undefined> = {
  ...organizationShape,
  loadKnown: async () => undefined,
  check: checkOrganization,
  findById: async (db, id, options) => {
    const query = select(db).where('organization_id', '=', id);
    const row = await (options?.lock ? query.forUpdate() : query).executeTakeFirst();
    return row && toStored(row);
  },
  findByNumbers: async (db, numbers) => {
    const rows = await select(db)
      .where(sql<boolean>`number = any(${numbers})`)
      .execute();
    return rows.map(toStored);
  },
  listAll: async (db) => {
    const rows = await select(db).where('deleted_at', 'is', null).orderBy('number').execute();
    return rows.map((row) => toStored(row).input);
  },
  save: async (tx, ctx, drafts) => {
    for (const chunk of inChunks(drafts)) {
      const rows = chunk.map((draft) => toRow(ctx, draft));
      await tx
        .insertInto('organization')
        .values(rows as never)
        .onConflict((conflict) => conflict.columns(identity).doUpdateSet(overwrite(rows[0] ?? {}, identity) as never))
        .execute();
    }
  },
  markDeleted: async (tx, ctx, { id, reason }) => {
    await tx
      .updateTable('organization')
      .set((row) => ({ deleted_at: ctx.now(), deleted_reason: reason, version: row('version', '+', 1) }))
      .where('organization_id', '=', id)
      .execute();
  },
  countUses: async (db, id) => [
    { by: '派遣要請', count: await countLive(db, 'request', id) },
    { by: '派遣', count: await countLive(db, 'visit', id) },
    { by: '相談', count: await countLive(db, 'consultation', id) },
    { by: '派遣希望調査', count: await countAsked(db, id) },
  ],
};

const identity = ['corner_code', 'organization_id'] as const;

function select(db: Db) {
  return db
    .selectFrom('organization')
    .select(['organization_id', 'version', 'deleted_at', ...(columns.names as ['number'])]);
}

function toStored(row: {
  organization_id: string;
  version: number;
  deleted_at: string | null;
}): Stored<OrganizationInput> {
  return {
    id: row.organization_id,
    version: row.version,
    deleted: row.deleted_at !== null,
    input: columns.toFields(row) as OrganizationInput,
  };
}

function toRow(ctx: Context, { id, version, input }: Draft<OrganizationInput>) {
  return {
    corner_code: ctx.corner,
    organization_id: id,
    version: version + 1,
    updated_at: ctx.now(),
    ...columns.toColumns(input),
    search_text: foldSearchText([input.number, input.name, input.nameKana ?? '', input.address ?? ''].join(' ')),
    sort_key: kanaSortKey(input.nameKana ?? ''),
  };
}

async function countLive(db: Db, table: 'request' | 'visit' | 'consultation', organizationId: string): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('organization_id', '=', organizationId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** In how many surveys a 派遣先 is asked what it wishes. */
async function countAsked(db: Db, organizationId: string): Promise<number> {
  const { count } = await db
    .selectFrom('demand_recipient')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return count;
}
