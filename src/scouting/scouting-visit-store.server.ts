import { sql } from 'kysely';
import { tradeName } from '#instructor/domain/instructor-codecs.ts';
import { foldSearchText } from '#kernel/japanese-text.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { fieldColumns, inChunks, overwrite } from '#record/columns.server.ts';
import type { Stored } from '#record/domain/record-kind.ts';
import type { Draft, RecordStore } from '#record/record-store.server.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { scoutingVisitFields } from './domain/scouting-visit-fields.ts';
import {
  checkScoutingVisit,
  leadingNumber,
  resolveHost,
  scoutingVisitShape,
  type ScoutingHost,
  type ScoutingVisitInput,
  type ScoutingVisitKnown,
} from './domain/scouting-visit.ts';

const keys = scoutingVisitFields.map(({ key }) => key);
const columns = fieldColumns<ScoutingVisitInput>(keys.filter((key) => key !== 'leadNumber'));
const identity = ['corner_code', 'scouting_visit_id'] as const;

/** 開拓の訪問 as rows. */
export const scoutingVisitStore: RecordStore<ScoutingVisitInput, ScoutingVisitKnown> = {
  ...scoutingVisitShape,
  loadKnown: async (db, inputs, ctx) => ({
    today: ctx.today(),
    hosts: await loadMeantHosts(
      db,
      inputs.map(({ host }) => host),
    ),
    leads: await loadLeads(
      db,
      inputs.flatMap(({ leadNumber }) => leadNumber ?? []),
    ),
  }),
  check: checkScoutingVisit,
  findById: async (db, id, options) => {
    const query = select(db).where('scouting_visit.scouting_visit_id', '=', id);
    const row = await (options?.lock ? query.forUpdate('scouting_visit') : query).executeTakeFirst();
    return row && toStored(row);
  },
  findByNumbers: async (db, numbers) => {
    const rows = await select(db)
      .where(sql<boolean>`scouting_visit.number = any(${numbers})`)
      .execute();
    return rows.map(toStored);
  },
  listAll: async (db, { fiscalYear }) => {
    let query = select(db).where('scouting_visit.deleted_at', 'is', null).orderBy('scouting_visit.number');
    if (fiscalYear !== undefined) query = query.where('scouting_visit.fiscal_year', '=', fiscalYear);
    return (await query.execute()).map((row) => toStored(row).input);
  },
  save: async (tx, ctx, drafts, known) => {
    for (const chunk of inChunks(drafts)) {
      const rows = chunk.map((draft) => toRow(ctx, draft, known));
      await tx
        .insertInto('scouting_visit')
        .values(rows as never)
        .onConflict((conflict) => conflict.columns(identity).doUpdateSet(overwrite(rows[0] ?? {}, identity) as never))
        .execute();
    }
  },
  markDeleted: async (tx, ctx, { id, reason }) => {
    await tx
      .updateTable('scouting_visit')
      .set((row) => ({ deleted_at: ctx.now(), deleted_reason: reason, version: row('version', '+', 1) }))
      .where('scouting_visit_id', '=', id)
      .execute();
  },
  countUses: async () => [],
};

/** The live 派遣先 whose number or name stands in a 訪問先; nobody deletes them until the transaction ends. */
async function loadMeantHosts(db: Db, hosts: readonly string[]): Promise<readonly ScoutingHost[]> {
  return db
    .selectFrom('organization')
    .select(['organization_id as id', 'number', 'name'])
    .where(
      sql<boolean>`(number = any(${[...new Set(hosts.map(leadingNumber))]}) or name = any(${[...new Set(hosts)]}))`,
    )
    .where('deleted_at', 'is', null)
    .forKeyShare()
    .execute();
}

async function loadLeads(db: Db, numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .selectFrom('scouting_lead')
    .select(['lead_id as id', 'number'])
    .where(sql<boolean>`number = any(${[...new Set(numbers)]})`)
    .where('deleted_at', 'is', null)
    .forKeyShare()
    .execute();
  return new Map(rows.map(({ number, id }) => [number, id]));
}

function select(db: Db) {
  return db
    .selectFrom('scouting_visit')
    .leftJoin('scouting_lead', 'scouting_lead.lead_id', 'scouting_visit.lead_id')
    .select(['scouting_visit.scouting_visit_id', 'scouting_visit.version', 'scouting_visit.deleted_at'])
    .select('scouting_lead.number as lead_number')
    .select(columns.names.map((name) => `scouting_visit.${name}` as 'scouting_visit.number'));
}

function toStored(row: {
  readonly scouting_visit_id: string;
  readonly version: number;
  readonly deleted_at: string | null;
  readonly lead_number: string | null;
}): Stored<ScoutingVisitInput> {
  const values: Partial<ScoutingVisitInput> = { ...columns.toFields(row), leadNumber: row.lead_number };
  return {
    id: row.scouting_visit_id,
    version: row.version,
    deleted: row.deleted_at !== null,
    // In the order of the fields, so that an unchanged import compares equal.
    input: Object.fromEntries(keys.map((key) => [key, values[key]])) as ScoutingVisitInput,
  };
}

function toRow(ctx: Context, { id, version, input }: Draft<ScoutingVisitInput>, known: ScoutingVisitKnown) {
  const { number, host, municipalityCode, needs, candidates, coordinator, said, nextStep, leadNumber } = input;
  const organization = resolveHost(host, known.hosts);
  const municipality = findMunicipality(municipalityCode)?.name ?? '';
  const words = [number, host, organization?.name, municipality, coordinator, said, nextStep];
  const lists = [...(needs ?? []).map(tradeName), ...(candidates ?? [])];
  return {
    corner_code: ctx.corner,
    scouting_visit_id: id,
    version: version + 1,
    updated_at: ctx.now(),
    ...columns.toColumns(input),
    organization_id: organization?.id ?? null,
    lead_id: leadNumber === null ? null : (known.leads.get(leadNumber) ?? null),
    search_text: foldSearchText([...words, ...lists].filter(Boolean).join(' ')),
  };
}
