import { sql } from 'kysely';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { listPlans, type PlanWithRun } from './plan-queries.server.ts';
import { selectRuns, type AssignmentRun } from './run-store.server.ts';

/** One plan beside the others: the figures of its last calculation that has any. */
export type PlanComparison = {
  readonly plan: PlanWithRun;
  /** The last calculation with a proposal; undefined where there is none yet. */
  readonly run: AssignmentRun | undefined;
  readonly placed: number;
  readonly unplaced: number;
  readonly instructors: number;
  readonly kilometres: number;
  readonly yen: number;
  /** Sessions that have another day or other people than in the 基本案, or stand in one of the two alone. */
  readonly different: number;
};

/** 割当案 of a 年度 side by side. */
export async function comparePlans(ctx: Context, fiscalYear: number): Promise<readonly PlanComparison[]> {
  requirePermission(ctx, 'assignment.read');
  const plans = await listPlans(ctx, fiscalYear);
  const runs = await findLastResults(
    ctx,
    plans.map(({ id }) => id),
  );
  const base = runs.find(({ planId }) => plans.find(({ isBase }) => isBase)?.id === planId);
  const figures = await sumFigures(ctx, { runIds: runs.map(({ id }) => id), baseId: base?.id });
  return plans.map((plan) => {
    const run = runs.find(({ planId }) => planId === plan.id);
    const own = figures.find(({ id }) => id === run?.id);
    const none = { placed: 0, unplaced: 0, instructors: 0, kilometres: 0, yen: 0, different: 0 };
    return { ...none, ...own, plan, run };
  });
}

/** The last calculation of each plan that came to a proposal. */
async function findLastResults(ctx: Context, planIds: readonly string[]): Promise<readonly AssignmentRun[]> {
  if (planIds.length === 0) return [];
  return selectRuns(ctx.db)
    .distinctOn('plan_id')
    .where('plan_id', 'in', planIds)
    .where('points', 'is not', null)
    .orderBy('plan_id')
    .orderBy('requested_at', 'desc')
    .orderBy('run_id', 'desc')
    .execute();
}

type Figures = Omit<PlanComparison, 'plan' | 'run'> & { readonly id: string };

type Summing = { readonly runIds: readonly string[]; readonly baseId: string | undefined };

/** Counts sessions and people of each run, adds up the ways, and counts the sessions that the 基本案 has otherwise. */
async function sumFigures(ctx: Context, { runIds, baseId }: Summing): Promise<readonly Figures[]> {
  if (runIds.length === 0) return [];
  const ids = sql.join(runIds.map((id) => sql`${id}::uuid`));
  const { rows } = await sql<Figures>`
    with own as (select run_id, request_id, visit_on, instructor_ids, explanation from assignment_proposal
        where run_id in (${ids})),
      people as (select run_id, person from own, jsonb_array_elements(explanation -> 'instructors') as person)
    select run.run_id as id,
      (select count(*) from own where own.run_id = run.run_id) as placed,
      (select coalesce(sum(sessions), 0)::bigint from unplaced_session where unplaced_session.run_id = run.run_id) as unplaced,
      (select count(distinct person ->> 'instructorId') from people where people.run_id = run.run_id) as instructors,
      (select coalesce(sum((person ->> 'kilometres')::integer), 0)::bigint from people where people.run_id = run.run_id) as kilometres,
      (select coalesce(sum((person ->> 'yen')::bigint), 0)::bigint from people where people.run_id = run.run_id) as yen,
      (select count(*) from (select request_id, visit_on, instructor_ids from own where own.run_id = run.run_id) as mine
        full join (select request_id, visit_on, instructor_ids from own where own.run_id = ${baseId ?? null}::uuid) as base
          using (request_id, visit_on)
        where mine.instructor_ids is distinct from base.instructor_ids) as different
    from assignment_run as run where run.run_id in (${ids})`.execute(ctx.db);
  return rows;
}
