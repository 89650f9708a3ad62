import { sql } from 'kysely';
import type { Context } from '#platform/context.server.ts';
import { isReportSeason } from './domain/report-season.ts';
import { MOST_COUNTED, type Waiting } from './domain/waiting.ts';

/** Counts what waits, in one statement: the frame of every page asks for it. */
export async function countWaiting(
  ctx: Context,
  { fiscalYear }: { readonly fiscalYear: number },
): Promise<Waiting> {
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
        select 1 from plan_item
        where fiscal_year = ${fiscalYear} and deleted_at is null
          and coalesce(status, '') = '' and coalesce(plan, '') || coalesce(guideline, '') <> ''
        limit ${MOST_COUNTED}) as unwritten) as unwritten`.execute(ctx.db);
  const [counted] = rows;
  if (!counted) throw new Error('a count without a row');
  // A heading of the plan needs no 実施状況, and none is asked for outside its season.
  return isReportSeason(today, fiscalYear) ? counted : { ...counted, unwritten: 0 };
}
