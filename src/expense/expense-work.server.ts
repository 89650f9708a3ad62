import { sql, type RawBuilder } from 'kysely';
import type { Permission } from '#platform/permission/permission-table.ts';
import type { WorkSource } from '#record/work-source.server.ts';

/** 請求 to write: a held visit whose report was checked, and that nobody claimed for. */
export const unclaimedWork: WorkSource = {
  act: 'expense.write',
  rows: ({ year }) => ({
    from: sql`visit join activity_report using (corner_code, visit_id)
      where visit.fiscal_year = ${year} and visit.status = 'held' and visit.deleted_at is null
        and activity_report.state = 'checked' and not exists (
          select 1 from expense_claim
          where expense_claim.corner_code = visit.corner_code and expense_claim.visit_id = visit.visit_id
            and expense_claim.instructor_id = activity_report.instructor_id and expense_claim.state <> 'dropped')`,
    record: sql`visit_id`,
    person: sql`activity_report.instructor_id`,
    since: sql`(activity_report.checked_at at time zone 'Asia/Tokyo')::date`,
  }),
  shown: sql`(select jsonb_build_array(visit.number, organization.name, instructor.name)
    from visit join organization using (corner_code, organization_id), instructor
    where visit.visit_id = page.record_id and instructor.instructor_id = page.person_id)`,
  path: (visitId, instructorId) => `expenses/new?visit=${visitId}&instructor=${instructorId}`,
};

const claimShown = sql`(select jsonb_build_array(visit.number, instructor.name)
  from expense_claim join visit using (corner_code, visit_id)
    join instructor on instructor.instructor_id = expense_claim.instructor_id
  where expense_claim.claim_id = page.record_id)`;

function claimsIn(condition: RawBuilder<unknown>, act: Permission, ownerId?: RawBuilder<unknown>): WorkSource {
  return {
    act,
    rows: () => ({
      from: sql`expense_claim where ${condition}`,
      record: sql`claim_id`,
      since: sql`(updated_at at time zone 'Asia/Tokyo')::date`,
      ...(ownerId ? { ownerId } : {}),
    }),
    shown: claimShown,
    path: (id) => `expenses/${id}`,
  };
}

/** 請求 that were begun or came back: whoever drafted them goes on. */
export const draftedClaimWork = claimsIn(sql`state in ('draft', 'returned')`, 'expense.write', sql`drafted_by`);

/** 請求 to check. */
export const submittedClaimWork = claimsIn(sql`state = 'submitted'`, 'expense.write');

/** 請求 to approve. */
export const checkedClaimWork = claimsIn(sql`state = 'checked'`, 'expense.approve');

/** 請求 to pay: approved, and in no transfer. */
export const payableClaimWork = claimsIn(sql`state = 'approved' and batch_id is null`, 'expense.pay');

/** 振込 that were made up and not recorded as paid, due on their day. */
export const openPaymentWork: WorkSource = {
  act: 'expense.pay',
  rows: () => ({
    from: sql`payment_batch where state = 'open'`,
    record: sql`batch_id`,
    since: sql`(created_at at time zone 'Asia/Tokyo')::date`,
    due: sql`paid_on`,
    ownerId: sql`made_by`,
  }),
  shown: sql`(select jsonb_build_array('', maker_name) from payment_batch where batch_id = page.record_id)`,
  path: (id) => `payments/${id}`,
};
