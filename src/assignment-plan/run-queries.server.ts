import { sql } from 'kysely';
import type { Program } from '#dispatch/domain/program.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Blocker, Remedy, ProposalState } from '#matching/domain/proposal.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { countRows, PAGE_SIZE, readPage, type Count, type Cursor, type Page } from '#record/paging.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { AssignmentPlan } from './plan-store.server.ts';
import { loadPlan } from './plan-store.server.ts';
import { selectProposals, type StoredProposal } from './proposal-store.server.ts';
import { loadRun, type AssignmentRun } from './run-store.server.ts';

/** One calculation. */
export async function getRun(ctx: Context, runId: string): Promise<AssignmentRun & { readonly plan: AssignmentPlan }> {
  requirePermission(ctx, 'assignment.read');
  const run = await loadRun(ctx.db, runId);
  return { ...run, plan: await loadPlan(ctx.db, run.planId) };
}

/** Somebody of a proposal; `isExtra` = not registered, an assumption of the plan. */
export type ProposedPerson = {
  readonly id: string;
  readonly number: string | null;
  readonly name: string;
  readonly municipalityCode: string;
  readonly isExtra: boolean;
};

export type ProposalRow = StoredProposal & {
  readonly requestNumber: string;
  readonly hostName: string;
  readonly program: Program;
  readonly tradeCode: string;
  readonly municipalityCode: string;
  readonly priority: number | null;
  readonly people: readonly ProposedPerson[];
};

export type ProposalFilters = {
  readonly requestId?: string | undefined;
  readonly instructorId?: string | undefined;
  readonly state?: ProposalState | undefined;
  readonly from?: PlainDate | undefined;
  readonly until?: PlainDate | undefined;
};

type ProposalListing = ProposalFilters & {
  readonly runId: string;
  readonly cursor?: Cursor | undefined;
  readonly limit?: number;
};

/** 提案 of a calculation that fit, by day, with the names of hosts and people. */
export async function listProposals(
  ctx: Context,
  { runId, cursor, limit = PAGE_SIZE, ...filters }: ProposalListing,
): Promise<Page<ProposalRow> & Count> {
  requirePermission(ctx, 'assignment.read');
  const { settings } = await loadRun(ctx.db, runId);
  const query = selectFitting(ctx, runId, filters);
  const rows = query as unknown as Parameters<typeof readPage<Omit<ProposalRow, 'people'>>>[0];
  const order = {
    columns: [sql`assignment_proposal.visit_on`, sql`assignment_proposal.request_id`],
    descending: false,
  };
  const valuesOf = ({ visitOn, requestId }: Omit<ProposalRow, 'people'>) => [visitOn, requestId];
  const page = await readPage(rows, { order, cursor, limit, valuesOf });
  const people = await namePeople(
    ctx,
    page.rows.flatMap(({ instructorIds }) => instructorIds),
  );
  for (const { id, name, municipalityCode } of settings.extraInstructors) {
    people.set(id, { id, number: null, name, municipalityCode, isExtra: true });
  }
  const named = page.rows.map((row) => ({
    ...row,
    people: row.instructorIds.flatMap((id) => people.get(id) ?? []),
  }));
  return { ...page, rows: named, ...(await countRows(ctx.db, query)) };
}

function selectFitting(ctx: Context, runId: string, filters: ProposalFilters) {
  const { requestId, instructorId, state, from, until } = filters;
  for (const id of [requestId, instructorId]) if (id !== undefined && !isRecordId(id)) throw new NotFound('record', id);
  let query = selectProposals(ctx.db, runId)
    .innerJoin('request', 'request.request_id', 'assignment_proposal.request_id')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .select(['request.number as requestNumber', 'organization.name as hostName', 'request.priority'])
    .select(['request.trade_code as tradeCode'])
    .select([
      sql<Program>`request.program`.as('program'),
      sql<string>`coalesce(request.place_municipality_code, organization.municipality_code)`.as('municipalityCode'),
    ]);
  if (requestId !== undefined) query = query.where('assignment_proposal.request_id', '=', requestId);
  if (instructorId !== undefined)
    query = query.where(sql<boolean>`${instructorId}::uuid = any(assignment_proposal.instructor_ids)`);
  if (state !== undefined) query = query.where('assignment_proposal.state', '=', state);
  if (from !== undefined) query = query.where('assignment_proposal.visit_on', '>=', from);
  if (until !== undefined) query = query.where('assignment_proposal.visit_on', '<=', until);
  return query;
}

async function namePeople(ctx: Context, ids: readonly string[]): Promise<Map<string, ProposedPerson>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('instructor')
    .select(['instructor_id as id', 'number', 'name', 'municipality_code as municipalityCode'])
    .where('instructor_id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, { ...row, isExtra: false }]));
}

export type UnplacedRow = {
  readonly requestId: string;
  readonly requestNumber: string;
  readonly hostName: string;
  readonly program: Program;
  readonly tradeCode: string;
  readonly municipalityCode: string;
  readonly priority: number | null;
  readonly wished: number;
  readonly sessions: number;
  readonly blockers: readonly Blocker[];
  readonly remedy: Remedy | null;
};

/** How many values a cursor of the unplaced sessions holds. */
export const UNPLACED_CURSOR_LENGTH = 2;

type UnplacedListing = {
  readonly runId: string;
  readonly requestId?: string | undefined;
  readonly tradeCode?: string | undefined;
  readonly cursor?: Cursor | undefined;
  readonly limit?: number;
};

/** 未割当 of a calculation, the most urgent first, with what keeps them and the cheapest remedy. */
export async function listUnplaced(
  ctx: Context,
  { runId, requestId, tradeCode, cursor, limit = PAGE_SIZE }: UnplacedListing,
): Promise<Page<UnplacedRow> & Count> {
  requirePermission(ctx, 'assignment.read');
  if (!isRecordId(runId)) throw new NotFound('assignment-run', runId);
  const urgency = sql<number>`coalesce(request.priority, 2)`;
  let query = ctx.db
    .selectFrom('unplaced_session')
    .innerJoin('request', 'request.request_id', 'unplaced_session.request_id')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .select(['unplaced_session.request_id as requestId', 'unplaced_session.sessions', 'request.priority'])
    .select(['request.number as requestNumber', 'organization.name as hostName', 'request.trade_code as tradeCode'])
    .select(['request.wished_sessions as wished', urgency.as('urgency')])
    .select([
      sql<Program>`request.program`.as('program'),
      sql<string>`coalesce(request.place_municipality_code, organization.municipality_code)`.as('municipalityCode'),
      sql<readonly Blocker[]>`unplaced_session.blockers`.as('blockers'),
      sql<Remedy | null>`unplaced_session.remedy`.as('remedy'),
    ])
    .where('unplaced_session.run_id', '=', runId);
  if (requestId !== undefined) query = query.where('unplaced_session.request_id', '=', requestId);
  if (tradeCode !== undefined) query = query.where('request.trade_code', '=', tradeCode);
  type Row = UnplacedRow & { readonly urgency: number };
  const rows = query as unknown as Parameters<typeof readPage<Row>>[0];
  const order = { columns: [urgency, sql`request.number`], descending: false };
  const valuesOf = (row: Row) => [row.urgency, row.requestNumber];
  const page = await readPage<Row>(rows, { order, cursor, limit, valuesOf });
  return { ...page, ...(await countRows(ctx.db, query)) };
}
