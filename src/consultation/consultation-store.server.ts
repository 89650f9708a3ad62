import { sql } from 'kysely';
import { loadHosts } from '#dispatch/host-queries.server.ts';
import { tradeName } from '#instructor/domain/instructor-codecs.ts';
import { searchTextOf } from '#kernel/japanese-text.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { fieldColumns, inChunks, overwrite } from '#record/columns.server.ts';
import type { Stored } from '#record/domain/record-kind.ts';
import type { Draft, RecordStore } from '#record/record-store.server.ts';
import { consultationFields } from './domain/consultation-fields.ts';
import {
  checkConsultation,
  consultationShape,
  topicLabel,
  type ConsultationInput,
  type ConsultationKnown,
} from './domain/consultation.ts';

const keys = consultationFields.map(({ key }) => key);
const columns = fieldColumns<ConsultationInput>(keys.filter((key) => key !== 'organizationNumber'));
const identity = ['corner_code', 'consultation_id'] as const;

/** 相談 as rows. */
export const consultationStore: RecordStore<ConsultationInput, ConsultationKnown> = {
  ...consultationShape,
  loadKnown: async (db, inputs, ctx) => {
    const hosts = await loadHosts(
      db,
      inputs.flatMap(({ organizationNumber }) => organizationNumber ?? []),
    );
    return { organizations: new Map([...hosts].map(([number, { id }]) => [number, id])), today: ctx.today() };
  },
  check: checkConsultation,
  findById: async (db, id, options) => {
    const query = select(db).where('consultation.consultation_id', '=', id);
    const row = await (options?.lock ? query.forUpdate('consultation') : query).executeTakeFirst();
    return row && toStored(row);
  },
  findByNumbers: async (db, numbers) => {
    const rows = await select(db)
      .where(sql<boolean>`consultation.number = any(${numbers})`)
      .execute();
    return rows.map(toStored);
  },
  listAll: async (db, { fiscalYear }) => {
    let query = select(db).where('consultation.deleted_at', 'is', null).orderBy('consultation.number');
    if (fiscalYear !== undefined) query = query.where('consultation.fiscal_year', '=', fiscalYear);
    return (await query.execute()).map((row) => toStored(row).input);
  },
  save: async (tx, ctx, drafts, known) => {
    for (const chunk of inChunks(drafts)) {
      const rows = chunk.map((draft) => toRow(ctx, draft, known));
      await tx
        .insertInto('consultation')
        .values(rows as never)
        .onConflict((conflict) => conflict.columns(identity).doUpdateSet(overwrite(rows[0] ?? {}, identity) as never))
        .execute();
    }
  },
  markDeleted: async (tx, ctx, { id, reason }) => {
    await tx
      .updateTable('consultation')
      .set((row) => ({ deleted_at: ctx.now(), deleted_reason: reason, version: row('version', '+', 1) }))
      .where('consultation_id', '=', id)
      .execute();
  },
  // Nothing points at a consultation: it points at what came of it.
  countUses: () => Promise.resolve([]),
};

/** The live request that came of a consultation, whose row stays locked until the transaction ends. */
export async function lockRequestOf(tx: Tx, id: string): Promise<{ readonly number: string } | undefined> {
  await tx
    .selectFrom('consultation')
    .select('consultation_id')
    .where('consultation_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return tx
    .selectFrom('consultation')
    .innerJoin('request', 'request.request_id', 'consultation.request_id')
    .select('request.number')
    .where('consultation.consultation_id', '=', id)
    .where('request.deleted_at', 'is', null)
    .executeTakeFirst();
}

/** Ties a consultation to the request that came of it. */
export async function writeRequestOf(tx: Tx, id: string, requestId: string): Promise<void> {
  await tx.updateTable('consultation').set({ request_id: requestId }).where('consultation_id', '=', id).execute();
}

function select(db: Db) {
  return db
    .selectFrom('consultation')
    .leftJoin('organization', 'organization.organization_id', 'consultation.organization_id')
    .select(['consultation.consultation_id', 'consultation.version', 'consultation.deleted_at'])
    .select('organization.number as organization_number')
    .select(columns.names.map((name) => `consultation.${name}` as 'consultation.number'));
}

function toStored(row: {
  readonly consultation_id: string;
  readonly version: number;
  readonly deleted_at: string | null;
  readonly organization_number: string | null;
}): Stored<ConsultationInput> {
  const values: Partial<ConsultationInput> = {
    ...columns.toFields(row),
    organizationNumber: row.organization_number,
  };
  return {
    id: row.consultation_id,
    version: row.version,
    deleted: row.deleted_at !== null,
    // In the order of the fields, so that an unchanged form compares equal.
    input: Object.fromEntries(keys.map((key) => [key, values[key]])) as ConsultationInput,
  };
}

function toRow(ctx: Context, { id, version, input }: Draft<ConsultationInput>, { organizations }: ConsultationKnown) {
  const { number, clientName, contactName, organizationNumber, topics, tradeCode, detail, advice } = input;
  const told = [detail, advice, input.outcome, input.referredFrom, input.referredTo, contactName];
  const trade = tradeCode === null ? [] : [tradeName(tradeCode)];
  return {
    corner_code: ctx.corner,
    consultation_id: id,
    version: version + 1,
    updated_at: ctx.now(),
    ...columns.toColumns(input),
    organization_id: organizationNumber === null ? null : (organizations.get(organizationNumber) ?? null),
    search_text: searchTextOf([
      number,
      clientName,
      ...topics.map(topicLabel),
      ...trade,
      ...told.flatMap((part) => part ?? []),
    ]),
  };
}
