import { sql } from 'kysely';
import type { Context } from '#platform/context.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { isReportSeason } from './domain/report-season.ts';
import { MOST_COUNTED, type Waiting } from './domain/waiting.ts';

/** Counts what waits, in one statement: the frame of every page asks for it. */
export async function countWaiting(ctx: Context, { fiscalYear }: { readonly fiscalYear: number }): Promise<Waiting> {
  const today = ctx.today();
  const { rows } = await sql<Waiting>`
    select
      (select count(*) from (
        select 1 from visit
        where fiscal_year = ${fiscalYear} and status = 'planned' and visit_on <= ${today}::date and deleted_at is null
        limit ${MOST_COUNTED}) as unreported) as unreported,
      (select count(*) from (
        select 1 from request
        where fiscal_year = ${fiscalYear} and deleted_at is null and not exists (
          select 1 from visit
          where visit.corner_code = request.corner_code and visit.request_id = request.request_id
            and visit.status <> 'cancelled' and visit.deleted_at is null)
        limit ${MOST_COUNTED}) as unplanned) as unplanned,
      (select count(*) from (
        select 1 from visit
        where fiscal_year = ${fiscalYear} and status = 'planned' and visit_on >= ${today}::date and deleted_at is null
          and exists (
            select from visit_instructor
            join visit_reply on visit_reply.corner_code = visit_instructor.corner_code
              and visit_reply.visit_id = visit_instructor.visit_id
              and visit_reply.instructor_id = visit_instructor.instructor_id
            where visit_instructor.corner_code = visit.corner_code and visit_instructor.visit_id = visit.visit_id
              and visit_reply.answer = 'declined' and visit_reply.visit_on = visit.visit_on
              and visit_reply.starts_at is not distinct from visit.starts_at)
        limit ${MOST_COUNTED}) as declined) as declined,
      (select count(*) from (
        select 1 from plan_item
        where fiscal_year = ${fiscalYear} and deleted_at is null
          and coalesce(status, '') = '' and coalesce(plan, '') || coalesce(guideline, '') <> ''
        limit ${MOST_COUNTED}) as unwritten) as unwritten`.execute(ctx.db);
  const [counted] = rows;
  if (!counted) throw new Error('a count without a row');
  return isAskedToWrite(ctx, fiscalYear) ? counted : { ...counted, unwritten: 0 };
}

/** 実施状況 is asked for in its season; of those who record visits, only from those who may also write on the plan. */
function isAskedToWrite(ctx: Context, fiscalYear: number): boolean {
  const may = (permission: 'visit.write' | 'plan-item.write') =>
    isAllowed(ctx.actor, permission, { corner: ctx.corner });
  return isReportSeason(ctx.today(), fiscalYear) && (may('plan-item.write') || !may('visit.write'));
}
