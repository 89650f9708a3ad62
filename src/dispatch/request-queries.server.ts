import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import { searchWords } from '#kernel/japanese-text.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { likeAnywhere, PAGE_SIZE, readCountedPage, type Count, type Cursor, type Page } from '#record/paging.server.ts';
import { listMunicipalities } from '#reference/domain/municipality.ts';
import { listTrades } from '#reference/domain/trade.ts';
import type { RequestStage } from './domain/request-stage.ts';
import type { RequestStatus } from './domain/request-status.ts';
import type { RequestInput } from './domain/request.ts';
import { listHostSuggestions } from './host-queries.server.ts';
import { proposeNumbers } from './next-number.server.ts';
import { stageExpression } from './stage-queries.server.ts';
import { countVisits } from './visit-progress.server.ts';

export type RequestFilters = {
  readonly fiscalYear: number | undefined;
  readonly q: string;
  readonly program: string;
  /** A trade code. */
  readonly trade: string;
  readonly status: RequestStatus | '';
  readonly stage?: RequestStage | '' | undefined;
  readonly priority: string;
  /** A 派遣先番号. */
  readonly organization: string;
};

export type RequestRow = {
  readonly id: string;
  readonly number: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly program: string;
  readonly tradeCode: string;
  readonly wished: number;
  readonly planned: number;
  readonly held: number;
  readonly priority: number | null;
  readonly receivedOn: string;
  readonly stage: RequestStage;
};

/** The orders a reader can choose. */
export const requestOrders = {
  received: { columns: [sql.ref('receivedOn'), sql.ref('number')], descending: true },
  waiting: { columns: [sql.ref('receivedOn'), sql.ref('number')], descending: false },
  number: { columns: [sql.ref('number')], descending: false },
} as const;

export type RequestOrder = keyof typeof requestOrders;

type Listing = {
  readonly filters: RequestFilters;
  readonly order: RequestOrder;
  readonly cursor: Cursor | undefined;
  readonly limit?: number;
};

/** 派遣要請一覧: one page of a 年度 with what of each request is planned and held, and how many there are. */
export async function listRequests(
  ctx: Context,
  { filters, order, cursor, limit = PAGE_SIZE }: Listing,
): Promise<Page<RequestRow> & Count> {
  requirePermission(ctx, 'request.read');
  const query = selectRequests(ctx.db, filters).select([
    'request.request_id as id',
    'request.number',
    'request.organization_id as organizationId',
    'organization.name as organizationName',
    'request.program',
    'request.trade_code as tradeCode',
    'request.wished_sessions as wished',
    'progress.planned',
    'progress.held',
    'request.priority',
    'request.received_on as receivedOn',
    stageExpression.as('stage'),
  ]);
  const valuesOf = (row: RequestRow) => (order === 'number' ? [row.number] : [row.receivedOn, row.number]);
  const byWords = searchWords(filters.q).length > 0;
  return readCountedPage(ctx.db, { query, byWords, order: requestOrders[order], cursor, limit, valuesOf });
}

/** The status rules of `requestStatus` as conditions on the counted visits. */
const statusConditions = {
  open: sql<boolean>`progress.planned + progress.held < request.wished_sessions`,
  assigned: sql<boolean>`progress.planned + progress.held >= request.wished_sessions and progress.held < request.wished_sessions`,
  done: sql<boolean>`progress.held >= request.wished_sessions`,
} as const satisfies Record<RequestStatus, unknown>;

function selectRequests(db: Db, filters: RequestFilters) {
  let query = db
    .selectFrom('request')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .innerJoinLateral(countVisits, (join) => join.onTrue())
    .where('request.deleted_at', 'is', null);
  if (filters.fiscalYear !== undefined) query = query.where('request.fiscal_year', '=', filters.fiscalYear);
  if (filters.program) query = query.where('request.program', '=', filters.program);
  if (filters.trade) query = query.where('request.trade_code', '=', filters.trade);
  if (filters.priority) query = query.where('request.priority', '=', Number(filters.priority));
  if (filters.organization) query = query.where('organization.number', '=', filters.organization);
  if (filters.status) query = query.where(statusConditions[filters.status]);
  if (filters.stage) query = query.where(stageExpression, '=', filters.stage);
  for (const word of searchWords(filters.q)) {
    const pattern = likeAnywhere(word);
    query = query.where((row) =>
      row.or([row('request.search_text', 'like', pattern), row('organization.search_text', 'like', pattern)]),
    );
  }
  return query;
}

export type RequestVisit = {
  readonly id: string;
  readonly number: string;
  readonly visitOn: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly trainees: number;
  readonly status: string;
  readonly instructorNames: readonly string[];
};

export type RequestProgress = Pick<RequestInput, 'candidateDates' | 'receivedOn'> & {
  readonly wished: number;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly placeMunicipalityCode: string;
  readonly visits: readonly RequestVisit[];
};

/** What the page of one request shows beside its fields: the host and the visits, in the order of their days. */
export async function getRequestProgress(ctx: Context, requestId: string): Promise<RequestProgress> {
  requirePermission(ctx, 'request.read');
  const { candidateDates, receivedOn, ...host } = await ctx.db
    .selectFrom('request')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .select(['organization.organization_id as organizationId', 'organization.name as organizationName'])
    .select([
      'request.wished_sessions as wished',
      'request.candidate_dates as candidateDates',
      'request.received_on as receivedOn',
    ])
    .select(
      sql<string>`coalesce(request.place_municipality_code, organization.municipality_code)`.as(
        'placeMunicipalityCode',
      ),
    )
    .where('request.request_id', '=', requestId)
    .executeTakeFirstOrThrow();
  const visits = await ctx.db
    .selectFrom('visit')
    .select([
      'visit_id as id',
      'number',
      'visit_on as visitOn',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'trainees',
      'status',
    ])
    .select(
      sql<string[]>`array(
        select instructor.name from visit_instructor
        join instructor on instructor.instructor_id = visit_instructor.instructor_id
        where visit_instructor.visit_id = visit.visit_id order by visit_instructor.position)`.as('instructorNames'),
    )
    .where('request_id', '=', requestId)
    .where('deleted_at', 'is', null)
    .orderBy('visit_on')
    .orderBy('number')
    .execute();
  return {
    ...host,
    candidateDates: candidateDates as RequestInput['candidateDates'],
    receivedOn: receivedOn as PlainDate,
    visits,
  };
}

/** What the form of a request offers while typing: hosts, trades of today, municipalities of the corner's prefecture. */
export async function getRequestSuggestions(ctx: Context): Promise<Readonly<Record<string, readonly string[]>>> {
  requirePermission(ctx, 'request.read');
  return {
    organizationNumber: await listHostSuggestions(ctx.db),
    tradeCode: listTrades(ctx.today()).map(({ name }) => name),
    placeMunicipalityCode: listMunicipalities(ctx.corner).map(({ code, name }) => `${code} ${name}`),
  };
}

/** The next 要請番号 of a 年度, R2022-0001: a proposal that may be overwritten. */
export async function proposeRequestNumber(ctx: Context, fiscalYear: number): Promise<string> {
  requirePermission(ctx, 'request.write');
  const [number] = await proposeNumbers(ctx.db, { table: 'request', prefix: `R${fiscalYear}-` });
  return number ?? '';
}
