import { sql } from 'kysely';
import { requirePermission, type Context } from '#platform/context.server.ts';

/** 変わったこと. What happened after a calculation was asked for, counted; every figure is a reason to plan anew. */
export type ChangesSince = {
  readonly newRequests: number;
  readonly changedRequests: number;
  readonly cancelledVisits: number;
  readonly newVisits: number;
  readonly movedVisits: number;
  readonly declinedOffers: number;
  readonly changedInstructors: number;
  readonly pins: number;
};

type Since = { readonly fiscalYear: number; readonly planId: string; readonly since: string };

/** What of a 年度 changed since a moment. Adopted proposals are visits and offers of the plan itself and count for nothing. */
export async function listChangesSince(ctx: Context, { fiscalYear, planId, since }: Since): Promise<ChangesSince> {
  requirePermission(ctx, 'assignment.read');
  const { rows } = await sql<ChangesSince>`
    with adopted as (select request_id from assignment_proposal join assignment_run using (run_id)
      where plan_id = ${planId} and adopted_at > ${since})
    select
      (select count(*) from request where fiscal_year = ${fiscalYear} and deleted_at is null
        and created_at > ${since}) as "newRequests",
      (select count(*) from request where fiscal_year = ${fiscalYear} and deleted_at is null
        and created_at <= ${since} and updated_at > ${since}
        and request_id not in (select request_id from adopted)) as "changedRequests",
      (select count(*) from visit where fiscal_year = ${fiscalYear} and deleted_at is null
        and status = 'cancelled' and updated_at > ${since}) as "cancelledVisits",
      (select count(*) from visit where fiscal_year = ${fiscalYear} and deleted_at is null
        and status = 'planned' and created_at > ${since}
        and request_id not in (select request_id from adopted)) as "newVisits",
      (select count(distinct visit_id) from visit_event join visit using (corner_code, visit_id)
        where visit.fiscal_year = ${fiscalYear} and visit.status = 'planned' and visit.deleted_at is null
        and visit_event.command = 'move' and visit_event.happened_at > ${since}
        and visit.created_at <= ${since}
        and (visit.request_id is null or visit.request_id not in (select request_id from adopted))) as "movedVisits",
      (select count(*) from offer where state = 'declined' and answered_at > ${since}) as "declinedOffers",
      (select count(*) from instructor where deleted_at is null and updated_at > ${since}) as "changedInstructors",
      (select count(*) from assignment_pin where plan_id = ${planId} and created_at > ${since}) as "pins"
  `.execute(ctx.db);
  return rows[0] ?? none;
}

const none: ChangesSince = {
  newRequests: 0,
  changedRequests: 0,
  cancelledVisits: 0,
  newVisits: 0,
  movedVisits: 0,
  declinedOffers: 0,
  changedInstructors: 0,
  pins: 0,
};
