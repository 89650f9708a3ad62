import { sql } from 'kysely';
import { searchWords } from '#kernel/japanese-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import {
  countRows,
  likeAnywhere,
  PAGE_SIZE,
  readPage,
  type Count,
  type Cursor,
  type Page,
} from '#record/paging.server.ts';
import type { ScoutingVisitStatus } from './domain/scouting-visit-status.ts';

/** What narrows the visits; an empty text or undefined lets everything pass. */
export type ScoutingVisitFilters = {
  readonly fiscalYear?: number | undefined;
  readonly q?: string;
  readonly coordinator?: string;
  readonly status?: string;
  readonly municipality?: string;
  /** A trade that was needed. */
  readonly trade?: string;
  /** First and last day, both included. */
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
  /** The identity of a lead. */
  readonly lead?: string;
  /** Only visits with somebody found. */
  readonly withCandidates?: boolean;
};

export type ScoutingVisitRow = {
  readonly id: string;
  readonly number: string;
  readonly fiscalYear: number;
  readonly visitOn: PlainDate;
  readonly startsAt: string | null;
  readonly status: ScoutingVisitStatus;
  readonly coordinator: string;
  /** As the 派遣先 is called today, else as it was entered. */
  readonly host: string;
  readonly organizationId: string | null;
  readonly municipalityCode: string;
  readonly needs: readonly string[] | null;
  readonly candidateCount: number;
  readonly nextStep: string | null;
  readonly nextOn: PlainDate | null;
};

const byDay = [
  sql.ref('scouting_visit.fiscal_year'),
  sql.ref('scouting_visit.visit_on'),
  sql.ref('scouting_visit.number'),
];

/** The orders a reader can choose. */
export const scoutingVisitOrders = {
  latest: { columns: byDay, descending: true },
  earliest: { columns: byDay, descending: false },
} as const;

export type ScoutingVisitOrder = keyof typeof scoutingVisitOrders;

/** How many values the cursor of a list of these visits has. */
export const SCOUTING_CURSOR_LENGTH = byDay.length;

type Listing = {
  readonly filters: ScoutingVisitFilters;
  readonly order: ScoutingVisitOrder;
  readonly cursor: Cursor | undefined;
  readonly limit?: number;
};

/** 開拓の訪問の一覧: one page by day, and how many there are. */
export async function listScoutingVisits(ctx: Context, listing: Listing): Promise<Page<ScoutingVisitRow> & Count> {
  requirePermission(ctx, 'scouting.read');
  const { filters, order, cursor, limit = PAGE_SIZE } = listing;
  const query = selectVisits(ctx.db, filters);
  const valuesOf = (row: ScoutingVisitRow) => [row.fiscalYear, row.visitOn, row.number];
  const page = await readPage(query, { order: scoutingVisitOrders[order], cursor, limit, valuesOf });
  return { ...page, ...(await countRows(ctx.db, query)) };
}

/** A month or a day has no pages; nobody drives to more firms than these. */
const MOST_IN_A_MONTH = 1000;

/** All visits from a day until another, early to late. */
export async function listScoutingDays(
  ctx: Context,
  filters: { readonly from: PlainDate; readonly to: PlainDate; readonly coordinator: string },
): Promise<readonly ScoutingVisitRow[]> {
  requirePermission(ctx, 'scouting.read');
  return selectVisits(ctx.db, filters)
    .orderBy('scouting_visit.visit_on')
    .orderBy(sql`scouting_visit.starts_at nulls last`)
    .orderBy('scouting_visit.number')
    .limit(MOST_IN_A_MONTH)
    .execute();
}

function selectVisits(db: Db, filters: ScoutingVisitFilters) {
  const { fiscalYear, q, coordinator, status, municipality, trade, from, to, lead, withCandidates } = filters;
  let query = db
    .selectFrom('scouting_visit')
    .leftJoin('organization', 'organization.organization_id', 'scouting_visit.organization_id')
    .select([
      'scouting_visit.scouting_visit_id as id',
      'scouting_visit.number',
      'scouting_visit.fiscal_year as fiscalYear',
      sql<PlainDate>`scouting_visit.visit_on`.as('visitOn'),
      'scouting_visit.starts_at as startsAt',
      sql<ScoutingVisitStatus>`scouting_visit.status`.as('status'),
      'scouting_visit.coordinator',
      sql<string>`coalesce(organization.name, scouting_visit.host)`.as('host'),
      'scouting_visit.organization_id as organizationId',
      'scouting_visit.municipality_code as municipalityCode',
      'scouting_visit.needs',
      sql<number>`coalesce(cardinality(scouting_visit.candidates), 0)`.as('candidateCount'),
      'scouting_visit.next_step as nextStep',
      sql<PlainDate | null>`scouting_visit.next_on`.as('nextOn'),
    ])
    .where('scouting_visit.deleted_at', 'is', null);
  if (fiscalYear !== undefined) query = query.where('scouting_visit.fiscal_year', '=', fiscalYear);
  if (coordinator) query = query.where('scouting_visit.coordinator', '=', coordinator);
  if (status) query = query.where('scouting_visit.status', '=', status);
  if (municipality) query = query.where('scouting_visit.municipality_code', '=', municipality);
  if (trade) query = query.where(sql<boolean>`${trade} = any(scouting_visit.needs)`);
  if (from) query = query.where('scouting_visit.visit_on', '>=', from);
  if (to) query = query.where('scouting_visit.visit_on', '<=', to);
  if (lead) query = query.where('scouting_visit.lead_id', '=', lead);
  if (withCandidates) query = query.where(sql<boolean>`cardinality(scouting_visit.candidates) > 0`);
  for (const word of searchWords(q ?? '')) {
    query = query.where('scouting_visit.search_text', 'like', likeAnywhere(word));
  }
  return query;
}

/** The names that stand in visits of the 年度 or in territories, for filters and forms. */
export async function listCoordinators(ctx: Context, fiscalYear: number): Promise<readonly string[]> {
  requirePermission(ctx, 'scouting.read');
  const { rows } = await sql<{ coordinator: string }>`
    select coordinator from scouting_visit where fiscal_year = ${fiscalYear} and deleted_at is null
    union select coordinator from scouting_territory where deleted_at is null order by coordinator`.execute(ctx.db);
  return rows.map(({ coordinator }) => coordinator);
}

/** The records that a visit points at, for the links of its page. */
export async function getScoutingVisitLinks(ctx: Context, id: string) {
  requirePermission(ctx, 'scouting.read');
  return ctx.db
    .selectFrom('scouting_visit')
    .leftJoin('organization', 'organization.organization_id', 'scouting_visit.organization_id')
    .leftJoin('scouting_lead', 'scouting_lead.lead_id', 'scouting_visit.lead_id')
    .select([
      'organization.organization_id as organizationId',
      'organization.name as organizationName',
      'scouting_lead.lead_id as leadId',
      'scouting_lead.name as leadName',
    ])
    .where('scouting_visit.scouting_visit_id', '=', id)
    .executeTakeFirstOrThrow();
}
