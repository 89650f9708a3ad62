import { sql } from 'kysely';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { PAGE_SIZE, readPage, type Cursor, type Page } from '#record/paging.server.ts';
import type { RunState } from './domain/assignment-run.ts';
import { selectRuns, type AssignmentRun } from './run-store.server.ts';

export type RunRow = AssignmentRun & { readonly planName: string; readonly isBase: boolean };

type RunListing = {
  readonly fiscalYear: number;
  readonly planId?: string | undefined;
  readonly state?: RunState | undefined;
  readonly cursor?: Cursor | undefined;
  readonly limit?: number;
};

/** How many values a cursor of the calculations holds. */
export const RUN_CURSOR_LENGTH = 2;

/** The calculations of a 年度 that fit, the newest first. */
export async function listRuns(
  ctx: Context,
  { fiscalYear, planId, state, cursor, limit = PAGE_SIZE }: RunListing,
): Promise<Page<RunRow>> {
  requirePermission(ctx, 'assignment.read');
  if (planId !== undefined && !isRecordId(planId)) return { rows: [], next: undefined, previous: undefined };
  const plans = ctx.db
    .selectFrom('assignment_plan')
    .select(['plan_id', 'name as planName', 'is_base as isBase'])
    .where('fiscal_year', '=', fiscalYear);
  let query = ctx.db
    .selectFrom(selectRuns(ctx.db).as('run'))
    .innerJoin(plans.as('plan'), 'plan.plan_id', 'run.planId')
    .selectAll('run')
    .select(['planName', 'isBase']);
  if (planId !== undefined) query = query.where('run.planId', '=', planId);
  if (state !== undefined) query = query.where('run.state', '=', state);
  const rows = query as unknown as Parameters<typeof readPage<RunRow>>[0];
  const order = { columns: [sql`run."requestedAt"`, sql`run.id`], descending: true };
  return readPage<RunRow>(rows, { order, cursor, limit, valuesOf: (row) => [row.requestedAt, row.id] });
}
