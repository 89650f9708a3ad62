import { sql } from 'kysely';
import { yenOf, type Yen } from '#kernel/money.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { countRows, PAGE_SIZE, readPage, type Count, type Cursor, type Page } from '#record/paging.server.ts';
import { loadBatch, type StoredBatch } from './batch-store.server.ts';
import type { BatchState } from './domain/payment-batch.ts';

export type BatchRow = {
  readonly id: string;
  readonly paidOn: PlainDate;
  readonly state: BatchState;
  readonly makerName: string;
  readonly people: number;
  readonly netYen: number;
};

/** 振込 of a 年度, by the day of payment, the latest first. */
export async function listBatches(
  ctx: Context,
  { fiscalYear, cursor }: { readonly fiscalYear: number; readonly cursor: Cursor | undefined },
): Promise<Page<BatchRow> & Count> {
  requirePermission(ctx, 'expense.read');
  const sumOf = (column: string) => sql<number>`(select coalesce(sum(${sql.ref(column)}), 0)::bigint from payment
    where payment.corner_code = payment_batch.corner_code and payment.batch_id = payment_batch.batch_id)`;
  const query = ctx.db
    .selectFrom('payment_batch')
    .select(['batch_id as id', 'paid_on as paidOn', 'state', 'maker_name as makerName'])
    .select(sumOf('payment.net_yen').as('netYen'))
    .select(
      sql<number>`(select count(*) from payment where payment.corner_code = payment_batch.corner_code
        and payment.batch_id = payment_batch.batch_id)`.as('people'),
    )
    .where('fiscal_year', '=', fiscalYear);
  const rows = query as unknown as Parameters<typeof readPage<BatchRow>>[0];
  const order = { columns: [sql`paid_on`, sql`batch_id`], descending: true };
  const page = await readPage<BatchRow>(rows, {
    order,
    cursor,
    limit: PAGE_SIZE,
    valuesOf: ({ paidOn, id }: BatchRow) => [paidOn, id],
  });
  return { ...page, ...(await countRows(ctx.db, query)) };
}

export type PaymentRow = {
  readonly instructorId: string;
  readonly instructorName: string;
  readonly instructorNumber: string;
  readonly grossYen: Yen;
  readonly taxYen: Yen;
  readonly netYen: Yen;
  /** The account as it was, sealed; nothing once its time is over. */
  readonly accountId: string;
  readonly sealed: string | null;
  readonly claims: readonly { readonly id: string; readonly visitNumber: string }[];
};

/** What a batch pays whom, in the order of the file. */
export async function listPayments(ctx: Context, batchId: string): Promise<readonly PaymentRow[]> {
  requirePermission(ctx, 'expense.read');
  const claims = await ctx.db
    .selectFrom('expense_claim')
    .innerJoin('visit', 'visit.visit_id', 'expense_claim.visit_id')
    .select(['claim_id as id', 'expense_claim.instructor_id', 'visit.number as visitNumber'])
    .where('batch_id', '=', batchId)
    .orderBy('expense_claim.visit_on')
    .orderBy('visit.number')
    .execute();
  const rows = await ctx.db
    .selectFrom('payment')
    .innerJoin('instructor', 'instructor.instructor_id', 'payment.instructor_id')
    .select(['payment.instructor_id as instructorId', 'instructor.name as instructorName', 'payment.sealed'])
    .select('payment.account_id as accountId')
    .select(['instructor.number as instructorNumber', 'gross_yen', 'tax_yen', 'net_yen'])
    .where('batch_id', '=', batchId)
    .orderBy('payment.position')
    .execute();
  return rows.map(({ gross_yen, tax_yen, net_yen, ...row }) => ({
    ...row,
    grossYen: yenOf(gross_yen),
    taxYen: yenOf(tax_yen),
    netYen: yenOf(net_yen),
    claims: claims.filter(({ instructor_id }) => instructor_id === row.instructorId),
  }));
}

/** One batch with its payments. */
export async function getBatch(
  ctx: Context,
  id: string,
): Promise<StoredBatch & { readonly payments: readonly PaymentRow[] }> {
  requirePermission(ctx, 'expense.read');
  const batch = await loadBatch(ctx.db, id);
  return { ...batch, payments: await listPayments(ctx, id) };
}
