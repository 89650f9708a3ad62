import { sql } from 'kysely';
import type { RequestStage } from '#dispatch/domain/request-stage.ts';
import { stageExpression } from '#dispatch/stage-queries.server.ts';
import { countVisits } from '#dispatch/visit-progress.server.ts';
import type { Program } from '#dispatch/domain/program.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { proposalStates, type ProposalState } from '#matching/domain/proposal.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { PAGE_SIZE, readCountedPage, type Count, type Cursor, type Page } from '#record/paging.server.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { selectProposals, type StoredProposal } from './proposal-store.server.ts';

/** A proposed session, as it is kept. */
export type BoardSession = StoredProposal;

export type BoardFilters = {
  readonly trade: string;
  readonly state: ProposalState | '';
  /** `2022-12`: requests with a session in that month. */
  readonly month: string;
};

/** Reads the conditions of a board from its address; what is none of the known words is left out. */
export function readBoardFilters(parameters: URLSearchParams): BoardFilters {
  const month = parameters.get('month') ?? '';
  return {
    trade: findTrade(parameters.get('trade') ?? '')?.code ?? '',
    state: proposalStates.find(({ code }) => code === parameters.get('state'))?.code ?? '',
    month: /^20\d\d-(0[1-9]|1[0-2])$/u.test(month) ? month : '',
  };
}

/** A request on the board, the same for what is proposed and what is left out. */
export type BoardRequest = {
  readonly id: string;
  readonly number: string;
  readonly hostName: string;
  readonly municipalityCode: string;
  readonly program: Program;
  readonly tradeCode: string;
  /** 1 is most urgent; requests without one count as 2. */
  readonly priority: number;
  readonly stage: RequestStage;
};

type Listing = {
  readonly runId: string;
  readonly filters: BoardFilters;
  readonly cursor: Cursor | undefined;
  readonly limit?: number;
};

const byUrgency = { columns: [sql.ref('priority'), sql.ref('number')], descending: false } as const;

const placeOfRequest = sql<string>`coalesce(request.place_municipality_code, organization.municipality_code)`;

const requestColumns = [
  'request.request_id as id',
  'request.number as number',
  'organization.name as hostName',
  'request.trade_code as tradeCode',
] as const;

function selectBoardProposals(db: Db, runId: string, { trade, state, month }: BoardFilters) {
  let query = db
    .selectFrom('assignment_proposal')
    .innerJoin('request', 'request.request_id', 'assignment_proposal.request_id')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .where('assignment_proposal.run_id', '=', runId);
  if (trade) query = query.where('request.trade_code', '=', trade);
  if (state) query = query.where('assignment_proposal.state', '=', state);
  if (month) query = query.where(sql<boolean>`to_char(assignment_proposal.visit_on, 'YYYY-MM') = ${month}`);
  return query;
}

/** One page of the requests that a run has proposals for, the most urgent first. */
export async function listBoardRequests(
  ctx: Context,
  { runId, filters, cursor, limit = PAGE_SIZE }: Listing,
): Promise<Page<BoardRequest> & Count> {
  requirePermission(ctx, 'assignment.read');
  const query = selectBoardProposals(ctx.db, runId, filters)
    .innerJoinLateral(countVisits, (join) => join.onTrue())
    .select(requestColumns)
    .select([
      sql<Program>`request.program`.as('program'),
      sql<number>`coalesce(request.priority, 2)`.as('priority'),
      placeOfRequest.as('municipalityCode'),
      stageExpression.as('stage'),
    ])
    .distinct();
  const valuesOf = ({ priority, number }: BoardRequest) => [priority, number];
  return readCountedPage(ctx.db, { query, byWords: true, order: byUrgency, cursor, limit, valuesOf });
}

/** All proposed sessions of some requests, by day. */
export async function listSessionsOf(
  ctx: Context,
  { runId, requestIds }: { readonly runId: string; readonly requestIds: readonly string[] },
): Promise<readonly BoardSession[]> {
  requirePermission(ctx, 'assignment.read');
  if (requestIds.length === 0) return [];
  return selectProposals(ctx.db, runId)
    .where('assignment_proposal.request_id', 'in', [...requestIds])
    .orderBy('visit_on')
    .execute();
}

/** A proposed session as the calendar shows it. */
export type CalendarProposal = {
  readonly requestId: string;
  readonly number: string;
  readonly hostName: string;
  readonly visitOn: PlainDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly instructorIds: readonly string[];
};

/** What is proposed on some days and not adopted yet: adopted sessions are visits or offers already. */
export async function listProposedDays(
  ctx: Context,
  days: { readonly runId: string; readonly from: PlainDate; readonly to: PlainDate; readonly trade: string },
): Promise<readonly CalendarProposal[]> {
  requirePermission(ctx, 'assignment.read');
  return selectBoardProposals(ctx.db, days.runId, { trade: days.trade, state: 'open', month: '' })
    .select(['assignment_proposal.request_id as requestId', 'request.number', 'organization.name as hostName'])
    .select(['assignment_proposal.starts_at as startsAt', 'assignment_proposal.ends_at as endsAt'])
    .select('assignment_proposal.instructor_ids as instructorIds')
    .select(sql<PlainDate>`assignment_proposal.visit_on`.as('visitOn'))
    .where('assignment_proposal.visit_on', '>=', days.from)
    .where('assignment_proposal.visit_on', '<=', days.to)
    .orderBy('assignment_proposal.visit_on')
    .orderBy('assignment_proposal.starts_at')
    .orderBy('request.number')
    .execute();
}

/** The first day that anything open is proposed for. */
export async function findFirstProposedDay(ctx: Context, runId: string): Promise<PlainDate | undefined> {
  requirePermission(ctx, 'assignment.read');
  const row = await ctx.db
    .selectFrom('assignment_proposal')
    .select(sql<PlainDate | null>`min(visit_on)`.as('first'))
    .where('run_id', '=', runId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return row?.first ?? undefined;
}

/** From which municipality to which one people are sent, and how often. */
export async function listSends(
  ctx: Context,
  { runId, filters }: { readonly runId: string; readonly filters: BoardFilters },
): Promise<readonly { readonly from: string; readonly to: string; readonly sessions: number }[]> {
  requirePermission(ctx, 'assignment.read');
  return selectBoardProposals(ctx.db, runId, filters)
    .innerJoin('instructor', (join) =>
      join.on(sql<boolean>`instructor.instructor_id = any(assignment_proposal.instructor_ids)`),
    )
    .select(['instructor.municipality_code as from', placeOfRequest.as('to'), sql<number>`count(*)`.as('sessions')])
    .groupBy(['instructor.municipality_code', placeOfRequest])
    .orderBy('sessions', 'desc')
    .orderBy('from')
    .orderBy('to')
    .execute();
}

/** Names of instructors by their identities. Of somebody made up for a question (`ExtraInstructor`) there is none. */
export async function nameInstructors(
  ctx: Context,
  instructorIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly number: string }>> {
  requirePermission(ctx, 'assignment.read');
  if (instructorIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('instructor')
    .select(['instructor_id as id', 'name', 'number'])
    .where(sql<boolean>`instructor_id = any(${[...new Set(instructorIds)]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, name, number }) => [id, { name, number }]));
}

/** Numbers of requests and names of people, to tell what a refusal is about. */
export async function nameForRefusal(
  ctx: Context,
  { requestIds, instructorIds }: { readonly requestIds: readonly string[]; readonly instructorIds: readonly string[] },
) {
  requirePermission(ctx, 'assignment.read');
  const people = await nameInstructors(ctx, instructorIds);
  const rows = await ctx.db
    .selectFrom('request')
    .select(['request_id as id', 'number'])
    .where(sql<boolean>`request_id = any(${[...new Set(requestIds)]}::uuid[])`)
    .execute();
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return {
    request: (id: string) => numbers.get(id) ?? '',
    instructor: (id: string) => people.get(id)?.name ?? '',
  };
}

/** The trades of all that a run knows, for the choice of a condition. */
export async function listTradesOfRun(ctx: Context, runId: string): Promise<readonly string[]> {
  requirePermission(ctx, 'assignment.read');
  const { rows } = await sql<{ code: string }>`
    select distinct request.trade_code as code from request where request_id in
      (select request_id from assignment_proposal where run_id = ${runId}
       union select request_id from unplaced_session where run_id = ${runId})
    order by code`.execute(ctx.db);
  return rows.map(({ code }) => code);
}
