import { sql } from 'kysely';
import { searchWords } from '#kernel/japanese-text.ts';
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
import { proposeNumbers } from '#dispatch/next-number.server.ts';
import { scoutingLeadState, type ScoutingLeadState } from './domain/scouting-lead.ts';

export type ScoutingLeadFilters = {
  readonly q: string;
  readonly trade: string;
  /** Codes of municipalities; empty lets all pass. */
  readonly municipalities: readonly string[];
  readonly state: ScoutingLeadState | undefined;
};

export type ScoutingLeadRow = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly municipalityCode: string;
  readonly trades: readonly string[];
  readonly examYear: number;
  readonly examinees: number;
  readonly firstGrades: number | null;
  readonly state: ScoutingLeadState;
};

const mostExaminees = {
  columns: [sql.ref('scouting_lead.examinees'), sql.ref('scouting_lead.number')],
  descending: true,
} as const;

/** How many values the cursor of the list has. */
export const LEAD_CURSOR_LENGTH = mostExaminees.columns.length;

/** The rules of `scoutingLeadState` as conditions on the counted visits. */
const stateConditions = {
  closed: sql<boolean>`scouting_lead.closed_reason is not null`,
  planned: sql<boolean>`scouting_lead.closed_reason is null and progress.planned > 0`,
  visited: sql<boolean>`scouting_lead.closed_reason is null and progress.planned = 0 and progress.held > 0`,
  untouched: sql<boolean>`scouting_lead.closed_reason is null and progress.planned = 0 and progress.held = 0`,
} as const satisfies Record<ScoutingLeadState, unknown>;

type Listing = {
  readonly filters: ScoutingLeadFilters;
  readonly cursor: Cursor | undefined;
  readonly limit?: number;
};

/** 見込み先の一覧: most 技能検定 candidates first. */
export async function listScoutingLeads(
  ctx: Context,
  { filters, cursor, limit = PAGE_SIZE }: Listing,
): Promise<Page<ScoutingLeadRow> & Count> {
  requirePermission(ctx, 'scouting.read');
  const query = selectLeads(ctx, filters);
  type Row = Omit<ScoutingLeadRow, 'state'> & { closedReason: string | null; planned: number; held: number };
  const valuesOf = (row: Row) => [row.examinees, row.number];
  const page = await readPage<Row>(query, { order: mostExaminees, cursor, limit, valuesOf });
  const rows = page.rows.map(({ closedReason, planned, held, ...row }) => ({
    ...row,
    state: scoutingLeadState({ closedReason, planned, held }),
  }));
  return { ...page, rows, ...(await countRows(ctx.db, query)) };
}

function selectLeads(ctx: Context, { q, trade, municipalities, state }: ScoutingLeadFilters) {
  let query = ctx.db
    .selectFrom('scouting_lead')
    .innerJoinLateral(
      (row) =>
        row
          .selectFrom('scouting_visit')
          .select([
            sql<number>`count(*) filter (where scouting_visit.status = 'planned')`.as('planned'),
            sql<number>`count(*) filter (where scouting_visit.status = 'held')`.as('held'),
          ])
          .whereRef('scouting_visit.lead_id', '=', 'scouting_lead.lead_id')
          .where('scouting_visit.deleted_at', 'is', null)
          .as('progress'),
      (join) => join.onTrue(),
    )
    .select([
      'scouting_lead.lead_id as id',
      'scouting_lead.number',
      'scouting_lead.name',
      'scouting_lead.municipality_code as municipalityCode',
      'scouting_lead.trades',
      'scouting_lead.exam_year as examYear',
      'scouting_lead.examinees',
      'scouting_lead.first_grades as firstGrades',
      'scouting_lead.closed_reason as closedReason',
      'progress.planned',
      'progress.held',
    ])
    .where('scouting_lead.deleted_at', 'is', null);
  if (trade) query = query.where(sql<boolean>`${trade} = any(scouting_lead.trades)`);
  if (municipalities.length > 0) query = query.where('scouting_lead.municipality_code', 'in', municipalities);
  if (state) query = query.where(stateConditions[state]);
  for (const word of searchWords(q)) query = query.where('scouting_lead.search_text', 'like', likeAnywhere(word));
  return query;
}

/** The next 見込み先番号 of the series L-0001: a proposal that may be overwritten. */
export async function proposeLeadNumber(ctx: Context): Promise<string> {
  requirePermission(ctx, 'scouting.write');
  const [number = ''] = await proposeNumbers(ctx.db, { table: 'scouting_lead', prefix: 'L-' });
  return number;
}
