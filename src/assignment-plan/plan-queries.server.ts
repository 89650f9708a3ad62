import { sql } from 'kysely';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { isRecordId } from '#record/record-id.ts';
import {
  loadPlan,
  selectPins,
  selectPlans,
  withSettings,
  type AssignmentPin,
  type AssignmentPlan,
} from './plan-store.server.ts';
import { loadRuns, selectRuns, type AssignmentRun } from './run-store.server.ts';

/** A plan with the calculation that was asked for last. */
export type PlanWithRun = AssignmentPlan & { readonly run: AssignmentRun | undefined };

/** 割当案 of a 年度, the 基本案 first, each with its last calculation. */
export async function listPlans(ctx: Context, fiscalYear: number): Promise<readonly PlanWithRun[]> {
  requirePermission(ctx, 'assignment.read');
  const plans = await selectPlans(ctx.db)
    .where('fiscal_year', '=', fiscalYear)
    .orderBy('is_base', 'desc')
    .orderBy('created_at')
    .orderBy('plan_id')
    .execute();
  if (plans.length === 0) return [];
  const runs = await selectRuns(ctx.db)
    .distinctOn('plan_id')
    .where(
      'plan_id',
      'in',
      plans.map(({ id }) => id),
    )
    .orderBy('plan_id')
    .orderBy('requested_at', 'desc')
    .orderBy('run_id', 'desc')
    .execute();
  return plans.map((plan) => ({ ...withSettings(plan), run: runs.find(({ planId }) => planId === plan.id) }));
}

/** A pin with the names of what it binds. */
export type PinRow = AssignmentPin & {
  readonly requestNumber: string;
  readonly hostName: string;
  readonly instructorName: string;
  readonly instructorNumber: string;
};

/** A calculation, as it is kept. */
export type PlanRun = AssignmentRun;

export type PlanDetail = AssignmentPlan & { readonly runs: readonly AssignmentRun[]; readonly pins: readonly PinRow[] };

/** So many past calculations of a plan are shown. */
const MOST_RUNS = 20;

/** One plan with its calculations, the newest first, and what was fixed and excluded by hand. */
export async function getPlan(ctx: Context, planId: string): Promise<PlanDetail> {
  requirePermission(ctx, 'assignment.read');
  const plan = await loadPlan(ctx.db, planId);
  return { ...plan, runs: await loadRuns(ctx.db, planId, MOST_RUNS), pins: await listPins(ctx, { planId }) };
}

/** What was fixed and excluded, of the whole plan or of one request. */
export async function listPins(
  ctx: Context,
  { planId, requestId }: { readonly planId: string; readonly requestId?: string | undefined },
): Promise<readonly PinRow[]> {
  requirePermission(ctx, 'assignment.read');
  if (!isRecordId(planId) || (requestId !== undefined && !isRecordId(requestId))) return [];
  let query = selectPins(ctx.db, planId)
    .innerJoin('request', 'request.request_id', 'assignment_pin.request_id')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .innerJoin('instructor', 'instructor.instructor_id', 'assignment_pin.instructor_id')
    .select(['request.number as requestNumber', 'organization.name as hostName'])
    .select(['instructor.name as instructorName', 'instructor.number as instructorNumber']);
  if (requestId !== undefined) query = query.where('assignment_pin.request_id', '=', requestId);
  return query
    .orderBy('request.number')
    .orderBy(sql`visit_on nulls first`)
    .orderBy('pin_id')
    .execute();
}
