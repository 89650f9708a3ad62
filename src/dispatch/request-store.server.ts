import { sql } from 'kysely';
import { foldSearchText } from '#kernel/japanese-text.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { fieldColumns, inChunks, overwrite } from '#record/columns.server.ts';
import type { Stored } from '#record/domain/record-kind.ts';
import type { Draft, RecordStore } from '#record/record-store.server.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { requestFields } from './domain/request-fields.ts';
import {
  checkRequest,
  requestFiscalYear,
  requestShape,
  type RequestInput,
  type RequestKnown,
} from './domain/request.ts';
import { loadHosts } from './host-queries.server.ts';

const keys = requestFields.map(({ key }) => key);
const columns = fieldColumns<RequestInput>(keys.filter((key) => key !== 'organizationNumber'));
const identity = ['corner_code', 'request_id'] as const;

/** 派遣要請 as rows. */
export const requestStore: RecordStore<RequestInput, RequestKnown> = {
  ...requestShape,
  loadKnown: async (db, inputs, _, scope) => ({
    hosts: await loadHosts(
      db,
      inputs.map(({ organizationNumber }) => organizationNumber),
    ),
    decided: await loadDecided(db, inputs, scope.id),
  }),
  check: checkRequest,
  findById: async (db, id, options) => {
    const query = select(db).where('request.request_id', '=', id);
    const row = await (options?.lock ? query.forUpdate('request') : query).executeTakeFirst();
    return row && toStored(row);
  },
  findByNumbers: async (db, numbers) => {
    const rows = await select(db)
      .where(sql<boolean>`request.number = any(${numbers})`)
      .execute();
    return rows.map(toStored);
  },
  listAll: async (db, { fiscalYear }) => {
    let query = select(db).where('request.deleted_at', 'is', null).orderBy('request.number');
    if (fiscalYear !== undefined) query = query.where('request.fiscal_year', '=', fiscalYear);
    return (await query.execute()).map((row) => toStored(row).input);
  },
  save: async (tx, ctx, drafts, { hosts }) => {
    for (const chunk of inChunks(drafts)) {
      const rows = chunk.map((draft) => toRow(ctx, draft, hosts.get(draft.input.organizationNumber)?.id));
      await tx
        .insertInto('request')
        .values(rows as never)
        .onConflict((conflict) => conflict.columns(identity).doUpdateSet(overwrite(rows[0] ?? {}, identity) as never))
        .execute();
    }
  },
  markDeleted: async (tx, ctx, { id, reason }) => {
    await tx
      .updateTable('request')
      .set((row) => ({ deleted_at: ctx.now(), deleted_reason: reason, version: row('version', '+', 1) }))
      .where('request_id', '=', id)
      .execute();
  },
  countUses: async (db, id) => {
    const { count } = await db
      .selectFrom('visit')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('request_id', '=', id)
      .where('deleted_at', 'is', null)
      .executeTakeFirstOrThrow();
    return [{ by: '派遣', count }];
  },
};

/** What was decided about the requests that are written, by the number that they have now. */
async function loadDecided(
  db: Db,
  inputs: readonly RequestInput[],
  replacedId: string | undefined,
): Promise<RequestKnown['decided']> {
  const numbers = inputs.map(({ number }) => number);
  const rows = await db
    .selectFrom('request')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .innerJoin('instruction_plan as plan', 'plan.request_id', 'request.request_id')
    .select(['request.request_id as id', 'request.number', 'organization.number as organizationNumber'])
    .select('request.trade_code')
    .select(sql<RequestInput['program']>`request.program`.as('program'))
    .where('plan.state', '=', 'decided')
    .where(sql<boolean>`(request.number = any(${numbers}) or request.request_id = ${replacedId ?? null}::uuid)`)
    .where(
      sql<boolean>`not exists (select from instruction_plan open where open.request_id = request.request_id
      and open.state in ('draft', 'proposed'))`,
    )
    .execute();
  return new Map(
    rows.map(({ id, number, trade_code: tradeCode, ...row }) => [
      id === replacedId ? (numbers[0] ?? number) : number,
      { ...row, tradeCode },
    ]),
  );
}

function select(db: Db) {
  return db
    .selectFrom('request')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .select([
      'request.request_id',
      'request.version',
      'request.deleted_at',
      'organization.number as organization_number',
    ])
    .select(columns.names.map((name) => `request.${name}` as 'request.number'));
}

type Row = {
  readonly request_id: string;
  readonly version: number;
  readonly deleted_at: string | null;
  readonly organization_number: string;
};

function toStored(row: Row): Stored<RequestInput> {
  const values = { ...columns.toFields(row), organizationNumber: row.organization_number };
  return {
    id: row.request_id,
    version: row.version,
    deleted: row.deleted_at !== null,
    // In the order of the fields, so that an unchanged import compares equal.
    input: Object.fromEntries(keys.map((key) => [key, values[key]])) as RequestInput,
  };
}

function toRow(ctx: Context, { id, version, input }: Draft<RequestInput>, organizationId: string | undefined) {
  const { content, number, tradeCode } = input;
  return {
    corner_code: ctx.corner,
    request_id: id,
    version: version + 1,
    updated_at: ctx.now(),
    ...columns.toColumns(input),
    organization_id: organizationId,
    candidate_dates: JSON.stringify(input.candidateDates),
    fiscal_year: requestFiscalYear(input),
    search_text: foldSearchText([number, findTrade(tradeCode)?.name ?? tradeCode, content ?? ''].join(' ')),
  };
}
