import { sql } from 'kysely';
import { yenOf, type Yen } from '#kernel/money.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { searchForms, searchWords } from '#kernel/japanese-text.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import {
  countRows,
  likeAnywhere,
  PAGE_SIZE,
  readPage,
  type Count,
  type Cursor,
  type Page,
} from '#record/paging.server.ts';
import {
  loadClaim,
  loadClaimEvents,
  loadSubject,
  selectSubjects,
  toSubject,
  type ClaimEvent,
  type StoredClaim,
} from './claim-store.server.ts';
import type { ClaimSubject } from './domain/claim-subject.ts';
import type { ClaimState } from './domain/claim-state.ts';
import { loadRate, type StoredRate } from './rate-store.server.ts';

export type ClaimRow = {
  readonly id: string;
  readonly visitNumber: string;
  readonly visitOn: PlainDate;
  readonly instructorName: string;
  readonly instructorNumber: string;
  readonly host: string;
  readonly state: ClaimState;
  readonly totalYen: Yen;
  readonly updatedAt: string;
};

export type ClaimFilters = { readonly state: string; readonly q: string };

type Narrowed = { readonly filters: ClaimFilters; readonly fiscalYear: number };

type ClaimListing = Narrowed & { readonly cursor: Cursor | undefined; readonly limit?: number };

/** How many values a cursor of the list holds. */
export const CLAIM_CURSOR_LENGTH = 2;

/** The claims of a 年度 that fit, with their visit, person and host. */
export function selectClaims(ctx: Context, { filters, fiscalYear }: Narrowed) {
  let query = ctx.db
    .selectFrom('expense_claim')
    .innerJoin('visit', 'visit.visit_id', 'expense_claim.visit_id')
    .innerJoin('instructor', 'instructor.instructor_id', 'expense_claim.instructor_id')
    .innerJoin('organization', 'organization.organization_id', 'visit.organization_id')
    .select(['expense_claim.claim_id as id', 'visit.number as visitNumber', 'expense_claim.visit_on as visitOn'])
    .select(['instructor.name as instructorName', 'instructor.number as instructorNumber'])
    .select(['organization.name as host', 'expense_claim.state', 'expense_claim.total_yen as totalYen'])
    .select('expense_claim.updated_at as updatedAt')
    .where('expense_claim.fiscal_year', '=', fiscalYear);
  if (filters.state) query = query.where('expense_claim.state', '=', filters.state);
  for (const word of searchWords(filters.q)) {
    const forms = searchForms(word).map(likeAnywhere);
    query = query.where((row) =>
      row.or(
        (['instructor.search_text', 'organization.search_text', 'visit.search_text'] as const).flatMap((column) =>
          forms.map((form) => row(column, 'like', form)),
        ),
      ),
    );
  }
  return query;
}

/** 謝金・旅費の請求 of a 年度, by the day of the visit, the latest first; with their sum. */
export async function listClaims(
  ctx: Context,
  { cursor, limit = PAGE_SIZE, ...narrowed }: ClaimListing,
): Promise<Page<ClaimRow> & Count> {
  requirePermission(ctx, 'expense.read');
  const query = selectClaims(ctx, narrowed);
  const rows = query as unknown as Parameters<typeof readPage<ClaimRow>>[0];
  const order = { columns: [sql`expense_claim.visit_on`, sql`expense_claim.claim_id`], descending: true };
  const valuesOf = ({ visitOn, id }: ClaimRow) => [visitOn, id];
  const page = await readPage<ClaimRow>(rows, { order, cursor, limit, valuesOf });
  return { ...page, ...(await countRows(ctx.db, query)) };
}

/** How many claims of a 年度 stand in each state. */
export async function countClaims(ctx: Context, fiscalYear: number): Promise<ReadonlyMap<ClaimState, number>> {
  requirePermission(ctx, 'expense.read');
  const rows = await ctx.db
    .selectFrom('expense_claim')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('fiscal_year', '=', fiscalYear)
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state as ClaimState, Number(count)]));
}

export type ClaimDetail = StoredClaim & {
  readonly subject: ClaimSubject;
  readonly rate: StoredRate;
  readonly events: readonly ClaimEvent[];
};

/** One claim with its visit, the table it was reckoned by and what happened to it. */
export async function getClaim(ctx: Context, id: string): Promise<ClaimDetail> {
  requirePermission(ctx, 'expense.read');
  const claim = await loadClaim(ctx.db, id);
  return {
    ...claim,
    subject: await loadSubject(ctx.db, claim),
    rate: await loadRate(ctx.db, claim.rateId),
    events: await loadClaimEvents(ctx.db, id),
  };
}

/** So many visits without a claim are offered at once. */
export const MOST_UNCLAIMED = 200;

/** Held visits of a 年度 that nobody claimed for yet, the oldest first: whose money waits longest. */
export async function listUnclaimed(
  ctx: Context,
  fiscalYear: number,
  { visitId }: { readonly visitId?: string } = {},
): Promise<readonly ClaimSubject[]> {
  requirePermission(ctx, 'expense.read');
  let query = selectSubjects(ctx.db)
    .where('visit.status', '=', 'held')
    .where(
      sql<boolean>`not exists (select from expense_claim where expense_claim.visit_id = visit.visit_id
        and expense_claim.instructor_id = visit_instructor.instructor_id and expense_claim.state <> 'dropped')`,
    );
  query =
    visitId === undefined
      ? query.where('visit.fiscal_year', '=', fiscalYear)
      : query.where('visit.visit_id', '=', visitId);
  const rows = await query
    .orderBy('visit.visit_on')
    .orderBy('visit.number')
    .orderBy('visit_instructor.position')
    .limit(MOST_UNCLAIMED)
    .execute();
  return rows.map(toSubject);
}

/** Claims that an approved transfer can take: approved and in no batch, the oldest visit first. */
export async function listPayable(
  ctx: Context,
): Promise<readonly (ClaimRow & { readonly instructorId: string; readonly hasAccount: boolean })[]> {
  requirePermission(ctx, 'expense.pay');
  const rows = await ctx.db
    .selectFrom('expense_claim')
    .innerJoin('visit', 'visit.visit_id', 'expense_claim.visit_id')
    .innerJoin('instructor', 'instructor.instructor_id', 'expense_claim.instructor_id')
    .innerJoin('organization', 'organization.organization_id', 'visit.organization_id')
    .leftJoin('bank_account', 'bank_account.instructor_id', 'expense_claim.instructor_id')
    .select(['expense_claim.claim_id as id', 'visit.number as visitNumber', 'expense_claim.visit_on as visitOn'])
    .select(['instructor.name as instructorName', 'instructor.number as instructorNumber', 'instructor.instructor_id'])
    .select(['organization.name as host', 'expense_claim.state', 'expense_claim.total_yen'])
    .select(['expense_claim.updated_at as updatedAt', 'bank_account.version as account'])
    .where('expense_claim.state', '=', 'approved')
    .where('expense_claim.batch_id', 'is', null)
    .orderBy('expense_claim.visit_on')
    .orderBy('visit.number')
    .orderBy('instructor.number')
    .limit(500)
    .execute();
  return rows.map(({ account, instructor_id, total_yen, ...row }) => ({
    ...row,
    visitOn: row.visitOn as PlainDate,
    state: row.state as ClaimState,
    totalYen: yenOf(total_yen),
    instructorId: instructor_id,
    hasAccount: account !== null,
  }));
}
