import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import type { ExpenseRate } from './domain/expense-rate.ts';

/** A table with who kept it and when. */
export type StoredRate = ExpenseRate & { readonly createdAt: string; readonly createdBy: string };

type Prices = Pick<
  ExpenseRate,
  'honorariumPerHourYen' | 'travel' | 'materialCapYen' | 'textPerPageYen' | 'withheldItems'
>;

/** The rate tables of a 年度, the one that began last first. */
export async function loadRates(db: Db, fiscalYear: number): Promise<readonly StoredRate[]> {
  const rows = await select(db)
    .where('fiscal_year', '=', fiscalYear)
    .orderBy('valid_from', 'desc')
    .orderBy('revision', 'desc')
    .execute();
  return rows.map(toRate);
}

/** The very table that a claim was priced by. */
export async function loadRate(db: Db, rateId: string): Promise<StoredRate> {
  return toRate(await select(db).where('rate_id', '=', rateId).executeTakeFirstOrThrow());
}

function select(db: Db) {
  return db
    .selectFrom('expense_rate')
    .select(['rate_id', 'fiscal_year', 'valid_from', 'revision', 'basis', 'prices', 'created_at', 'created_by']);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function toRate(row: Row): StoredRate {
  return {
    id: row.rate_id,
    fiscalYear: row.fiscal_year,
    validFrom: row.valid_from as PlainDate,
    revision: row.revision,
    basis: row.basis,
    // Written below from the domain's own type, by nobody else: the role of the desk may only add.
    ...(row.prices as Prices),
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}

/** Keeps a table as the next revision of its first day. */
export async function insertRate(tx: Tx, ctx: Context, rate: Omit<ExpenseRate, 'revision'>): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`expense-rate ${ctx.corner}`}, 0))`.execute(tx);
  const { fiscalYear, validFrom, basis, id } = rate;
  const last = await tx
    .selectFrom('expense_rate')
    .select(({ fn }) => fn.max('revision').as('revision'))
    .where('fiscal_year', '=', fiscalYear)
    .where('valid_from', '=', validFrom)
    .executeTakeFirst();
  const revision = (last?.revision ?? 0) + 1;
  const { honorariumPerHourYen, travel, materialCapYen, textPerPageYen, withheldItems } = rate;
  const prices: Prices = { honorariumPerHourYen, travel, materialCapYen, textPerPageYen, withheldItems };
  await tx
    .insertInto('expense_rate')
    .values({
      corner_code: ctx.corner,
      rate_id: id,
      fiscal_year: fiscalYear,
      valid_from: validFrom,
      revision,
      basis,
      prices: JSON.stringify(prices),
      created_at: ctx.now(),
      created_by: ctx.actor.name,
    })
    .execute();
  return revision;
}
