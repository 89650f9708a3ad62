import { sql } from 'kysely';
import type { WorkSource } from '#record/work-source.server.ts';

const decisionShown = sql`(select jsonb_build_array(request.number, organization.name)
  from request join organization using (corner_code, organization_id)
  where request.request_id = page.record_id)`;

const firstVisit = sql`(select min(visit_on) from visit
  where visit.corner_code = decision.corner_code and visit.request_id = decision.request_id
    and visit.status = 'planned' and visit.deleted_at is null)`;

const lastStep = sql`coalesce((select max((at at time zone 'Asia/Tokyo')::date) from decision_event
  where decision_event.corner_code = decision.corner_code and decision_event.decision_id = decision.decision_id
), drafted_on)`;

const common = { shown: decisionShown, path: (id: string) => `requests/${id}/decision` } as const;

/** 決裁: drafts that go round, for whoever's turn it is; due by the plan's lead time before the first visit. */
export const circulatingWork: WorkSource = {
  ...common,
  act: 'request.decide',
  rows: ({ dueBy }) => ({
    from: sql`decision where state = 'circulating'`,
    record: sql`request_id`,
    since: lastStep,
    due: sql`coalesce(${dueBy('plan', firstVisit)}, ${firstVisit})`,
    ownerId: sql`(select approver_id from decision_approver
      where decision_approver.corner_code = decision.corner_code
        and decision_approver.decision_id = decision.decision_id and decision_approver.round = decision.round
        and decision_approver.answer is null
      order by decision_approver.position limit 1)`,
  }),
};

/** 起案 that went back to whoever drafted it. */
export const returnedDecisionWork: WorkSource = {
  ...common,
  act: 'request.write',
  rows: ({ dueBy }) => ({
    from: sql`decision where state = 'returned'`,
    record: sql`request_id`,
    since: lastStep,
    due: sql`coalesce(${dueBy('plan', firstVisit)}, ${firstVisit})`,
    ownerId: sql`drafter_id`,
  }),
};
