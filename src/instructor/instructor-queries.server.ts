import { sql } from 'kysely';
import { searchWords } from '#kernel/japanese-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { PAGE_SIZE, readCountedPage, type Count, type Cursor, type Page } from '#record/paging.server.ts';
import { matchInstructors, type InstructorFilters } from './instructor-filters.server.ts';
import { lastActivityOn } from './last-activity.server.ts';

export type InstructorListRow = {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly name: string;
  readonly nameKana: string;
  readonly municipalityCode: string;
  readonly courseStatus: string | null;
  readonly courseCompletedOn: string | null;
  readonly tradeCodes: readonly string[];
  /** Visits held in the 年度 of the listing, and those still planned in it. */
  readonly held: number;
  readonly planned: number;
  /** The later of the entered day and the last held visit; an empty text where there is neither. */
  readonly lastActivityOn: PlainDate | '';
  readonly sortKey: string;
};

// The derived day as text, so that the place of a cursor is compared as it was written; nobody's activity comes first.
const lastActivity = sql<PlainDate | ''>`coalesce(to_char(${lastActivityOn}, 'YYYY-MM-DD'), '') collate "C"`;

/** The orders a reader can choose: by フリガナ, by number, by the last activity from the newest or from the oldest. */
export const instructorOrders = {
  kana: { columns: [sql.ref('sortKey'), sql.ref('number')], descending: false },
  number: { columns: [sql.ref('number')], descending: false },
  recent: { columns: [sql.ref('activity'), sql.ref('number')], descending: true },
  dormant: { columns: [sql.ref('activity'), sql.ref('number')], descending: false },
} as const;

export type InstructorOrder = keyof typeof instructorOrders;

export type InstructorListing = {
  readonly filters: InstructorFilters;
  readonly order: InstructorOrder;
  readonly cursor: Cursor | undefined;
  /** The 年度 whose visits are counted. */
  readonly fiscalYear: number;
  readonly limit?: number;
};

/** マイスター等一覧: one page with the visits of the 年度, and how many there are. */
export async function listInstructors(
  ctx: Context,
  { filters, order, cursor, fiscalYear, limit = PAGE_SIZE }: InstructorListing,
): Promise<Page<InstructorListRow> & Count> {
  requirePermission(ctx, 'instructor.read');
  const matching = matchInstructors(ctx.db, filters).select([
    'corner_code',
    'instructor_id as id',
    'number',
    'kind',
    'name',
    'name_kana as nameKana',
    'municipality_code as municipalityCode',
    'course_status as courseStatus',
    'course_completed_on as courseCompletedOn',
    'last_activity_on as enteredOn',
    'sort_key as sortKey',
  ]);
  const byActivity = order === 'recent' || order === 'dormant';
  return readCountedPage<InstructorListRow>(ctx.db, {
    query: byActivity ? matching.select(lastActivity.as('activity')) : matching,
    byWords: searchWords(filters.q).length > 0,
    details: withTradesAndVisits(fiscalYear),
    order: instructorOrders[order],
    cursor,
    limit,
    valuesOf: (row) => sortValues(row, order),
  });
}

function sortValues(row: InstructorListRow, order: InstructorOrder): readonly string[] {
  if (order === 'number') return [row.number];
  return [order === 'kana' ? row.sortKey : row.lastActivityOn, row.number];
}

/**
 * The page with trades, and with visits grouped in one go. A visit counts once for each instructor who stands on it;
 * cancelled ones count nowhere (contract.md §4).
 */
function withTradesAndVisits(fiscalYear: number) {
  const isIn = (status: 'held' | 'planned') => sql`visit.fiscal_year = ${fiscalYear} and visit.status = ${status}`;
  return sql`
    select id, number, kind, name, "nameKana", "municipalityCode", "courseStatus", "courseCompletedOn", "sortKey", total,
      coalesce(trade.codes, '{}') as "tradeCodes",
      coalesce(visits.held, 0) as held, coalesce(visits.planned, 0) as planned,
      coalesce(to_char(greatest("enteredOn", visits.last_held_on), 'YYYY-MM-DD'), '') as "lastActivityOn"
    from page
    cross join lateral (
      select array_agg(trade_code order by trade_code collate "C") as codes
      from instructor_trade where instructor_trade.corner_code = page.corner_code and instructor_id = id
    ) as trade
    left join (
      select id, count(*) filter (where ${isIn('held')}) as held, count(*) filter (where ${isIn('planned')}) as planned,
        max(visit.visit_on) filter (where visit.status = 'held') as last_held_on
      from page join visit_instructor using (corner_code) join visit using (corner_code, visit_id)
      where instructor_id = id and visit.deleted_at is null group by id
    ) as visits using (id)`;
}
