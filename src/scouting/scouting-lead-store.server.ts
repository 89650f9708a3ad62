import { sql } from 'kysely';
import { loadHosts } from '#dispatch/host-queries.server.ts';
import { tradeName } from '#instructor/domain/instructor-codecs.ts';
import { foldSearchText } from '#kernel/japanese-text.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { fieldColumns, inChunks, overwrite } from '#record/columns.server.ts';
import type { Stored } from '#record/domain/record-kind.ts';
import type { Draft, RecordStore } from '#record/record-store.server.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import {
  checkScoutingLead,
  scoutingLeadFields,
  scoutingLeadShape,
  type ScoutingLeadInput,
  type ScoutingLeadKnown,
} from './domain/scouting-lead.ts';

const keys = scoutingLeadFields.map(({ key }) => key);
const columns = fieldColumns<ScoutingLeadInput>(keys.filter((key) => key !== 'organizationNumber'));
const identity = ['corner_code', 'lead_id'] as const;

/** 見込み先 as rows. */
export const scoutingLeadStore: RecordStore<ScoutingLeadInput, ScoutingLeadKnown> = {
  ...scoutingLeadShape,
  loadKnown: async (db, inputs) => {
    const hosts = await loadHosts(
      db,
      inputs.flatMap(({ organizationNumber }) => organizationNumber ?? []),
    );
    return { organizations: new Map([...hosts].map(([number, { id }]) => [number, id])) };
  },
  check: checkScoutingLead,
  findById: async (db, id, options) => {
    const query = select(db).where('scouting_lead.lead_id', '=', id);
    const row = await (options?.lock ? query.forUpdate('scouting_lead') : query).executeTakeFirst();
    return row && toStored(row);
  },
  findByNumbers: async (db, numbers) => {
    const rows = await select(db)
      .where(sql<boolean>`scouting_lead.number = any(${numbers})`)
      .execute();
    return rows.map(toStored);
  },
  listAll: async (db) => {
    const rows = await select(db)
      .where('scouting_lead.deleted_at', 'is', null)
      .orderBy('scouting_lead.number')
      .execute();
    return rows.map((row) => toStored(row).input);
  },
  save: async (tx, ctx, drafts, known) => {
    for (const chunk of inChunks(drafts)) {
      const rows = chunk.map((draft) => toRow(ctx, draft, known));
      await tx
        .insertInto('scouting_lead')
        .values(rows as never)
        .onConflict((conflict) => conflict.columns(identity).doUpdateSet(overwrite(rows[0] ?? {}, identity) as never))
        .execute();
    }
  },
  markDeleted: async (tx, ctx, { id, reason }) => {
    await tx
      .updateTable('scouting_lead')
      .set((row) => ({ deleted_at: ctx.now(), deleted_reason: reason, version: row('version', '+', 1) }))
      .where('lead_id', '=', id)
      .execute();
  },
  countUses: async (db, id) => {
    const { count } = await db
      .selectFrom('scouting_visit')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('lead_id', '=', id)
      .where('deleted_at', 'is', null)
      .executeTakeFirstOrThrow();
    return [{ by: '開拓の訪問', count }];
  },
};

function select(db: Db) {
  return db
    .selectFrom('scouting_lead')
    .leftJoin('organization', 'organization.organization_id', 'scouting_lead.organization_id')
    .select(['scouting_lead.lead_id', 'scouting_lead.version', 'scouting_lead.deleted_at'])
    .select('organization.number as organization_number')
    .select(columns.names.map((name) => `scouting_lead.${name}` as 'scouting_lead.number'));
}

function toStored(row: {
  readonly lead_id: string;
  readonly version: number;
  readonly deleted_at: string | null;
  readonly organization_number: string | null;
}): Stored<ScoutingLeadInput> {
  const values: Partial<ScoutingLeadInput> = {
    ...columns.toFields(row),
    organizationNumber: row.organization_number,
  };
  return {
    id: row.lead_id,
    version: row.version,
    deleted: row.deleted_at !== null,
    // In the order of the fields, so that an unchanged import compares equal.
    input: Object.fromEntries(keys.map((key) => [key, values[key]])) as ScoutingLeadInput,
  };
}

function toRow(ctx: Context, { id, version, input }: Draft<ScoutingLeadInput>, { organizations }: ScoutingLeadKnown) {
  const { number, name, nameKana, municipalityCode, trades, contactName, organizationNumber } = input;
  const municipality = findMunicipality(municipalityCode)?.name ?? '';
  const words = [number, name, nameKana ?? '', municipality, ...trades.map(tradeName), contactName ?? ''];
  return {
    corner_code: ctx.corner,
    lead_id: id,
    version: version + 1,
    updated_at: ctx.now(),
    ...columns.toColumns(input),
    organization_id: organizationNumber === null ? null : (organizations.get(organizationNumber) ?? null),
    search_text: foldSearchText(words.join(' ')),
  };
}
