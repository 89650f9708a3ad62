import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { countRows, PAGE_SIZE, readPage, type Count, type Cursor, type Page } from '#record/paging.server.ts';
import { selectInstructors, type InstructorFilters } from './instructor-filters.server.ts';
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

const tradeCodes = sql<string[]>`array(
  select trade_code from instructor_trade
  where instructor_trade.corner_code = instructor.corner_code and instructor_trade.instructor_id = instructor.instructor_id
  order by trade_code collate "C"
)`;

/** The orders a reader can choose: by フリガナ, by number, by the last activity from the newest or from the oldest. */
export const instructorOrders = {
  kana: { columns: [sql.ref('sort_key'), sql.ref('number')], descending: false },
  number: { columns: [sql.ref('number')], descending: false },
  recent: { columns: [lastActivity, sql.ref('number')], descending: true },
  dormant: { columns: [lastActivity, sql.ref('number')], descending: false },
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
  const query = selectInstructors(ctx.db, filters).select([
    'instructor_id as id',
    'number',
    'kind',
    'name',
    'name_kana as nameKana',
    'municipality_code as municipalityCode',
    'course_status as courseStatus',
    'course_completed_on as courseCompletedOn',
    'sort_key as sortKey',
    tradeCodes.as('tradeCodes'),
    countVisits('held', fiscalYear).as('held'),
    countVisits('planned', fiscalYear).as('planned'),
    lastActivity.as('lastActivityOn'),
  ]);
  const valuesOf = (row: InstructorListRow) => sortValues(row, order);
  // Asked at once: a server answers them on two sessions, the embedded database one after the other.
  const [page, count] = await Promise.all([
    readPage<InstructorListRow>(query, { order: instructorOrders[order], cursor, limit, valuesOf }),
    countRows(ctx.db, query),
  ]);
  return { ...page, ...count };
}

function sortValues(row: InstructorListRow, order: InstructorOrder): readonly string[] {
  if (order === 'number') return [row.number];
  return [order === 'kana' ? row.sortKey : row.lastActivityOn, row.number];
}

/** A visit counts once for each instructor who stands on it; cancelled ones count nowhere (contract.md §4). */
function countVisits(status: 'held' | 'planned', fiscalYear: number) {
  return sql<number>`(
    select count(*) from visit_instructor
    join visit on visit.corner_code = visit_instructor.corner_code and visit.visit_id = visit_instructor.visit_id
    where visit_instructor.corner_code = instructor.corner_code
      and visit_instructor.instructor_id = instructor.instructor_id
      and visit.fiscal_year = ${fiscalYear} and visit.status = ${status} and visit.deleted_at is null
  )`;
}
