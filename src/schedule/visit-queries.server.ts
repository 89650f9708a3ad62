import { sql } from 'kysely';
import { searchWords } from '#kernel/japanese-text.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { PAGE_SIZE, readPage, type Count, type Cursor, type Page } from '#record/paging.server.ts';
import { hasIndexedWord } from '#record/word-search.server.ts';
import { kindsOfLine, type ReportLine } from './domain/report-line.ts';
import type { ReplyFilter } from './domain/visit-reply.ts';
import type { VisitStatus } from './domain/visit-status.ts';

/** What narrows a list of visits; an empty text or undefined lets everything pass. */
export type VisitFilters = {
  readonly fiscalYear?: number | undefined;
  /** First and last day, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly program?: string | undefined;
  /** A 派遣先の区分. */
  readonly kind?: string | undefined;
  /** A line of the status report: several 区分 at once. */
  readonly line?: ReportLine | undefined;
  /** A 派遣先番号. */
  readonly organization?: string | undefined;
  /** A 登録番号. */
  readonly instructor?: string | undefined;
  /** A trade code. */
  readonly trade?: string | undefined;
  readonly status?: VisitStatus | undefined;
  /** The account in charge. */
  readonly coordinator?: string | undefined;
  /** An account that was at the visit, or is to be. */
  readonly attendant?: string | undefined;
  /** What an instructor of the visit answered to its day and time. */
  readonly reply?: ReplyFilter | undefined;
  readonly q?: string | undefined;
};

export type VisitRow = {
  readonly id: string;
  readonly number: string;
  readonly fiscalYear: number;
  readonly visitOn: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly program: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly tradeCode: string;
  /** In the order of the paper. */
  readonly instructorNames: readonly string[];
  readonly trainees: number;
  readonly status: VisitStatus;
};

// The 年度 comes first because the index does; it never contradicts the day.
const byDay = [sql.ref('visit.fiscal_year'), sql.ref('visit.visit_on'), sql.ref('visit.number')];

/** The orders a reader can choose; the index visit_by_day answers both. */
export const visitOrders = {
  latest: { columns: byDay, descending: true },
  earliest: { columns: byDay, descending: false },
} as const;

export type VisitOrder = keyof typeof visitOrders;

/** How many values the cursor of a list of visits has. */
export const VISIT_CURSOR_LENGTH = byDay.length;

type Listing = {
  readonly filters: VisitFilters;
  readonly order: VisitOrder;
  readonly cursor: Cursor | undefined;
  readonly limit?: number;
};

/** 派遣一覧: one page of visits by day, in one statement. */
export async function listVisits(
  ctx: Context,
  { filters, order, cursor, limit = PAGE_SIZE }: Listing,
): Promise<Page<VisitRow>> {
  requirePermission(ctx, 'visit.read');
  const query = selectVisits(ctx.db, filters)
    .select([
      'visit.visit_id as id',
      'visit.number',
      'visit.fiscal_year as fiscalYear',
      'visit.visit_on as visitOn',
      'visit.starts_at as startsAt',
      'visit.ends_at as endsAt',
      'visit.program',
      'visit.organization_id as organizationId',
      'organization.name as organizationName',
      'visit.trade_code as tradeCode',
      'visit.trainees',
      sql<VisitStatus>`visit.status`.as('status'),
    ])
    // For the rows of the page alone: the order comes from the index, so nothing below the limit is looked at.
    .select(
      sql<readonly string[]>`array(
        select instructor.name from visit_instructor
        join instructor on instructor.instructor_id = visit_instructor.instructor_id
        where visit_instructor.visit_id = visit.visit_id order by visit_instructor.position)`.as('instructorNames'),
    );
  const valuesOf = (row: VisitRow) => [row.fiscalYear, row.visitOn, row.number];
  return readPage(query, { order: visitOrders[order], cursor, limit, valuesOf });
}

/**
 * The visits that pass the conditions, with their hosts. With words they are found before they are ordered: with both in
 * one query the planner reads all visits in their order and hopes to meet a page of them soon.
 */
export function selectVisits(db: Db, filters: VisitFilters) {
  const words = searchWords(filters.q ?? '');
  const matching = words.reduce((query, word) => query.where(isFound(word)), narrow(withHosts(db), filters));
  if (words.length === 0) return matching;
  const found = db
    .with(
      (cte) => cte('found').materialized(),
      () => matching.selectAll('visit'),
    )
    .selectFrom('found as visit')
    .innerJoin('organization', 'organization.organization_id', 'visit.organization_id');
  return found as unknown as typeof matching;
}

type Visits = ReturnType<typeof withHosts>;

function withHosts(db: Db) {
  return db
    .selectFrom('visit')
    .innerJoin('organization', 'organization.organization_id', 'visit.organization_id')
    .where('visit.deleted_at', 'is', null);
}

function narrow(from: Visits, filters: VisitFilters): Visits {
  const { fiscalYear, program, kind, line, organization, instructor, trade, status, reply } = filters;
  let query = from;
  if (fiscalYear !== undefined) query = query.where('visit.fiscal_year', '=', fiscalYear);
  if (filters.from) query = query.where('visit.visit_on', '>=', filters.from);
  if (filters.to) query = query.where('visit.visit_on', '<=', filters.to);
  if (program) query = query.where('visit.program', '=', program);
  if (kind) query = query.where('organization.kind', '=', kind);
  if (line) query = query.where('organization.kind', 'in', kindsOfLine(line));
  if (organization) query = query.where('organization.number', '=', organization);
  if (trade) query = query.where('visit.trade_code', '=', trade);
  if (status) query = query.where('visit.status', '=', status);
  if (filters.coordinator) query = query.where('visit.coordinator_id', '=', filters.coordinator);
  if (filters.attendant) query = query.where(isAttendedBy(filters.attendant));
  if (reply) query = query.where(isAnswered(reply));
  if (instructor) query = query.where(isLedBy(instructor));
  return query;
}

function isAttendedBy(userId: string) {
  return sql<boolean>`visit.visit_id in (select visit_id from visit_attendant where user_id = ${userId})`;
}

function isLedBy(instructorNumber: string) {
  return sql<boolean>`visit.visit_id in (
    select visit_instructor.visit_id from visit_instructor
    join instructor on instructor.instructor_id = visit_instructor.instructor_id
    where instructor.number = ${instructorNumber})`;
}

/** Some instructor of the visit answered so; an answer to another day or time counts as none. */
function isAnswered(reply: ReplyFilter) {
  const answer = reply === 'unanswered' ? sql`is null` : sql`= ${reply}`;
  return sql<boolean>`exists (
    select from visit_instructor
    left join visit_reply on visit_reply.visit_id = visit_instructor.visit_id
      and visit_reply.instructor_id = visit_instructor.instructor_id
      and visit_reply.visit_on = visit.visit_on and visit_reply.starts_at is not distinct from visit.starts_at
    where visit_instructor.visit_id = visit.visit_id and visit_reply.answer ${answer})`;
}

/**
 * A word stands in the visit itself, or in the name of its host or of one of its instructors as they are called today; each
 * is looked up in a view whose index answers (0045-search-visit.sql). As arrays the look-ups are made once each, whatever
 * the planner knows of the tables: joined, they were made for every visit where nobody had counted the rows yet.
 */
function isFound(word: string) {
  const has = hasIndexedWord(word);
  return sql<boolean>`visit.visit_id = any(array(
    select visit_id from visit_book where ${has} and deleted_at is null
    union all
    select visit_id from visit where organization_id = any(array(
      select organization_id from organization_book where ${has})) and deleted_at is null
    union all
    select visit_id from visit_instructor where instructor_id = any(array(
      select instructor_id from ledger where ${has} and deleted_at is null))))`;
}

/** 回 and 人 of one status: visits, and the people of all of them. */
export type VisitSum = { readonly visits: number; readonly trainees: number };

export type VisitSums = { readonly held: VisitSum; readonly planned: VisitSum; readonly cancelled: VisitSum };

/** 回 and 人 of a selection by status (contract.md §4); every row of it is read, so a list without conditions uses `countVisits`. */
export async function sumVisits(ctx: Context, filters: VisitFilters): Promise<VisitSums> {
  requirePermission(ctx, 'visit.read');
  const rows = await selectVisits(ctx.db, filters)
    .select((row) => [
      'visit.status',
      row.fn.countAll<number>().as('visits'),
      row.fn.sum<number>('visit.trainees').as('trainees'),
    ])
    .groupBy('visit.status')
    .execute();
  const sumOf = (status: VisitStatus): VisitSum => {
    const found = rows.find((row) => row.status === status);
    return { visits: found?.visits ?? 0, trainees: Number(found?.trainees ?? 0) };
  };
  return { held: sumOf('held'), planned: sumOf('planned'), cancelled: sumOf('cancelled') };
}

/** The whole year's list says how many up to here, and 「以上」 above: counting must not cost more than the page. */
const YEAR_COUNT_LIMIT = 1000;

/** How many visits a 年度 has, counted no further than 1,000. */
export async function countVisits(ctx: Context, fiscalYear: number): Promise<Count> {
  requirePermission(ctx, 'visit.read');
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from visit where fiscal_year = ${fiscalYear} and deleted_at is null limit ${YEAR_COUNT_LIMIT + 1}) as counted`.execute(
    ctx.db,
  );
  const count = rows[0]?.count ?? 0;
  return { count: Math.min(count, YEAR_COUNT_LIMIT), more: count > YEAR_COUNT_LIMIT };
}
