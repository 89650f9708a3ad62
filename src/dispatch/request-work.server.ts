import { expressionBuilder, sql } from 'kysely';
import type { Schema } from '#platform/db/schema.gen.ts';
import type { WorkMoment, WorkRows, WorkSource } from '#record/work-source.server.ts';
import { stageExpression } from './stage-queries.server.ts';
import { countVisits } from './visit-progress.server.ts';

const firstWish = sql`(select min((wish->>'from')::date) from jsonb_array_elements(request.candidate_dates) as wish)`;

const firstVisit = sql`(select min(visit_on) from visit
  where visit.corner_code = request.corner_code and visit.request_id = request.request_id
    and visit.status = 'planned' and visit.deleted_at is null)`;

const hasVisit = sql`exists (
  select 1 from visit
  where visit.corner_code = request.corner_code and visit.request_id = request.request_id
    and visit.status <> 'cancelled' and visit.deleted_at is null)`;

const lastStep = sql`coalesce((
  select max(happened_on) from request_event
  where request_event.corner_code = request.corner_code and request_event.request_id = request.request_id
), request.received_on)`;

const common = {
  act: 'request.write',
  shown: sql`(select jsonb_build_array(request.number, organization.name)
    from request join organization using (corner_code, organization_id)
    where request.request_id = page.record_id)`,
  path: (id: string) => `requests/${id}`,
} as const;

/** 要請 that are heard, and whose papers are still to come: due by the lead time before the first wished day. */
export const hearingWork: WorkSource = {
  ...common,
  rows: ({ year, dueBy }) => ({
    from: sql`request
      where fiscal_year = ${year} and deleted_at is null and stage in ('enquiry', 'hearing') and not ${hasVisit}`,
    record: sql`request_id`,
    since: lastStep,
    due: sql`coalesce(${dueBy('request', firstWish)}, ${firstWish})`,
    step: sql`stage`,
  }),
};

/** 要請 without any planned or held visit that nobody has ended, and that are offered to nobody at present. */
export const unplannedWork: WorkSource = {
  ...common,
  act: 'visit.write',
  rows: ({ year, dueBy }) => ({
    from: sql`request
      where fiscal_year = ${year} and deleted_at is null and stage in
        ('submitted', 'eligibility-checked', 'matching', 'offered', 'accepted', 'pre-meeting', 'plan-issued', 'approved')
        and not ${hasVisit} and not exists (
          select 1 from offer
          where offer.corner_code = request.corner_code and offer.request_id = request.request_id
            and offer.state = 'open')`,
    record: sql`request_id`,
    since: lastStep,
    due: sql`coalesce(${dueBy('plan', firstWish)}, ${firstWish})`,
    step: sql`stage`,
  }),
};

/** 要請 with planned visits that wait for the next step before the first of them; what is being decided waits there. */
export const preparingWork: WorkSource = {
  ...common,
  rows: ({ year, dueBy }: WorkMoment): WorkRows => ({
    from: sql`request
      where fiscal_year = ${year} and deleted_at is null and stage in ('accepted', 'pre-meeting', 'plan-issued')
        and ${firstVisit} is not null and not exists (
          select 1 from decision
          where decision.corner_code = request.corner_code and decision.request_id = request.request_id
            and decision.state in ('circulating', 'returned'))
        and not exists (
          select 1 from visit
          where visit.corner_code = request.corner_code and visit.request_id = request.request_id
            and visit.status = 'held' and visit.deleted_at is null)`,
    record: sql`request_id`,
    since: lastStep,
    due: sql`coalesce(${dueBy('plan', firstVisit)}, ${firstVisit})`,
    step: sql`stage`,
  }),
};

/** 要請 of which everything was held, reported, answered and paid: to be closed. Only what was paid is counted through. */
export const closingWork: WorkSource = {
  ...common,
  act: 'request.decide',
  rows: ({ year }) => ({
    from: sql`request cross join lateral ${countVisits(expressionBuilder<Schema, 'request'>())}
      where request.fiscal_year = ${year} and request.deleted_at is null
        and request.request_id in (
          select visit.request_id from expense_claim join visit using (corner_code, visit_id)
          where expense_claim.state = 'paid')
        and ${stageExpression} = 'settled'`,
    record: sql`request.request_id`,
    since: sql`(select max(visit_on) from visit
      where visit.corner_code = request.corner_code and visit.request_id = request.request_id
        and visit.status = 'held' and visit.deleted_at is null)`,
    step: sql`'settled'`,
  }),
};
