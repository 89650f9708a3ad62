import { sql, type RawBuilder } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#platform/db/database.server.ts';
import {
  findPeriod,
  isPastRetention,
  lastKeptDay,
  retentionKinds,
  STANDARD_YEARS,
  type RetentionKind,
  type RetentionPeriod,
} from './domain/retention-period.ts';
import type { DueItem } from './domain/retention-record.ts';
import { isOwnText } from './erase-papers-store.server.ts';
import { listPeriodRows } from './retention-store.server.ts';

const yearOf = (day: RawBuilder<unknown>) =>
  sql<number>`extract(year from ${day})::integer - case when extract(month from ${day}) < 4 then 1 else 0 end`;
const deletedOn = sql`(deleted_at at time zone 'Asia/Tokyo')::date`;
const lastStep = sql`(select max(e.happened_on) from certification_event e
  where e.corner_code = c.corner_code and e.case_id = c.case_id)`;

const day = (instant: RawBuilder<unknown>) => sql`(${instant} at time zone 'Asia/Tokyo')::date`;
/** The later of the last payment of a person and the day on which they left, or gave the account as long as they stay. */
const lastUse = sql`greatest(coalesce(u.ended_on, ${day(sql`i.deleted_at`)}, ${day(sql`a.updated_at`)}), (
  select max(b.paid_on) from payment p
  join payment_batch b on b.corner_code = p.corner_code and b.batch_id = p.batch_id
  where p.corner_code = a.corner_code and p.instructor_id = a.instructor_id and b.state = 'paid'))`;

/** Each kind's records that have come to their end, and the day of it; what was erased before is left out below. */
const ended: Readonly<Record<RetentionKind, RawBuilder<unknown>>> = {
  'certified-application': sql`
    select case_id as id, number as label, ${yearOf(sql`certified_on`)} as base_year
    from certification_case where state = 'certified'`,
  'ended-application': sql`
    select case_id as id, number as label, ${yearOf(sql`ended_on`)} as base_year from (
      select case_id, number, coalesce(${deletedOn}, ${lastStep}, (updated_at at time zone 'Asia/Tokyo')::date) as ended_on
      from certification_case c
      where state in ('rejected', 'withdrawn') or (deleted_at is not null and state <> 'certified')
    ) as application`,
  'ended-registration': sql`
    select instructor_id as id, number as label, ${yearOf(sql`ended_on`)} as base_year from (
      select i.instructor_id, i.number, coalesce(u.ended_on, ${deletedOn}) as ended_on
      from instructor i left join upkeep u on u.corner_code = i.corner_code and u.instructor_id = i.instructor_id
    ) as person where ended_on is not null`,
  'scouting-contact': sql`
    select lead_id as id, number as label, exam_year as base_year from scouting_lead
    where contact_name is not null or phone is not null or note is not null
    union all
    select scouting_visit_id, number, fiscal_year from scouting_visit
    where status <> 'planned' and (candidates is not null or said is not null or next_step is not null)`,
  'intent-enquiry': sql`
    select q.enquiry_id as id, i.number as label, ${yearOf(sql`q.asked_on`)} as base_year
    from intent_enquiry q join instructor i on i.corner_code = q.corner_code and i.instructor_id = q.instructor_id
    where q.closed_at is not null`,
  'issued-letter': sql`
    select letter_id as id, number as label, fiscal_year as base_year from issued_letter where bytes is not null`,
  consultation: sql`
    select consultation_id as id, number as label, fiscal_year as base_year from consultation
    where deleted_at is not null or follow_up_on is null or outcome is not null or exists (
      select from request
      where request.corner_code = consultation.corner_code and request.request_id = consultation.request_id
        and request.deleted_at is null)`,
  'public-request': sql`
    select a.application_id as id, a.receipt_number as label,
      greatest(${yearOf(sql`a.received_on`)}, r.fiscal_year) as base_year
    from public_request a left join request r on r.corner_code = a.corner_code and r.request_id = a.request_id
    where a.state <> 'new'`,
  'request-contact': sql`
    select r.request_id as id, r.number as label, r.fiscal_year as base_year
    from request r join request_application a on a.corner_code = r.corner_code and a.request_id = r.request_id
    where coalesce(a.contact_name, a.contact_phone, a.contact_email, a.age_reason) is not null`,
  'expense-claim': sql`
    select c.claim_id as id, v.number as label, coalesce(b.fiscal_year, c.fiscal_year) as base_year
    from expense_claim c
    join visit v on v.corner_code = c.corner_code and v.visit_id = c.visit_id
    left join payment_batch b on b.corner_code = c.corner_code and b.batch_id = c.batch_id
    where c.state in ('paid', 'dropped')`,
  'payment-batch': sql`
    select batch_id as id, to_char(paid_on, 'YYYY/MM/DD') as label, fiscal_year as base_year
    from payment_batch where state in ('paid', 'dropped')`,
  // Whoever waits for money keeps the account.
  'bank-account': sql`
    select a.account_id as id, i.number as label, ${yearOf(lastUse)} as base_year
    from bank_account a
    join instructor i on i.corner_code = a.corner_code and i.instructor_id = a.instructor_id
    left join upkeep u on u.corner_code = i.corner_code and u.instructor_id = i.instructor_id
    where not exists (select from expense_claim c where c.corner_code = a.corner_code
      and c.instructor_id = a.instructor_id and c.state not in ('paid', 'dropped'))`,
  'survey-text': sql`
    select v.visit_id as id, v.number as label, v.fiscal_year as base_year from visit v
    where exists (select from survey_answer a where a.corner_code = v.corner_code and a.visit_id = v.visit_id
        and (a.free_text is not null or exists (
          select from jsonb_array_elements(a.own_answers) as own(value) where ${isOwnText('a')})))
      or exists (select from survey_entry e where e.corner_code = v.corner_code and e.visit_id = v.visit_id
        and e.withdrawn_reason is not null)`,
  'mail-draft': sql`
    select draft_id as id, to_char(drafted_at at time zone 'Asia/Tokyo', 'YYYY/MM/DD HH24:MI') as label,
      ${yearOf(day(sql`settled_at`))} as base_year
    from mail_draft where state <> 'draft'`,
  'visit-roster': sql`
    select v.visit_id as id, v.number as label, v.fiscal_year as base_year from visit v
    where exists (select from visit_trainee t where t.corner_code = v.corner_code and t.visit_id = v.visit_id)`,
  'demand-answer': sql`
    select p.recipient_id as id, p.number as label, s.fiscal_year as base_year
    from demand_recipient p join demand_survey s on s.corner_code = p.corner_code and s.survey_id = p.survey_id
    where p.declined_reason is not null
      or exists (select from demand_answer a where a.corner_code = p.corner_code and a.recipient_id = p.recipient_id)`,
  'request-note': sql`
    select r.request_id as id, r.number as label, r.fiscal_year as base_year from request r
    where exists (select from pre_meeting m where m.corner_code = r.corner_code and m.request_id = r.request_id)
      or exists (select from decision d where d.corner_code = r.corner_code and d.request_id = r.request_id)
      or exists (select from offer o where o.corner_code = r.corner_code and o.request_id = r.request_id
        and coalesce(o.note, o.reason) is not null)
      or exists (select from request_event e where e.corner_code = r.corner_code and e.request_id = r.request_id
        and e.reason is not null)`,
  'activity-text': sql`
    select a.report_id as id, v.number as label, v.fiscal_year as base_year
    from activity_report a join visit v on v.corner_code = a.corner_code and v.visit_id = a.visit_id`,
};

/** 廃棄の時期が来たもの, of every kind, on a day. */
export async function listDueItems(db: Db, today: PlainDate): Promise<readonly DueItem[]> {
  const periods = await listPeriodRows(db);
  const due: DueItem[] = [];
  for (const kind of retentionKinds) due.push(...(await listDueOfKind(db, { kind, periods, today })));
  return due;
}

type Asked = { readonly kind: RetentionKind; readonly periods: readonly RetentionPeriod[]; readonly today: PlainDate };

/** The same of one kind. */
export async function listDueOfKind(db: Db, { kind, periods, today }: Asked): Promise<readonly DueItem[]> {
  const { rows } = await sql<{ id: string; label: string; base_year: number }>`
    select id, label, base_year from (${ended[kind]}) as candidate
    where not exists (select from retention_item r where r.kind = ${kind} and r.item_id = candidate.id and r.erased_at is not null)
    order by base_year, label, id`.execute(db);
  return rows
    .map(({ id, label, base_year: baseYear }) => {
      const years = findPeriod(periods, { kind, baseYear })?.years ?? STANDARD_YEARS;
      return { kind, id, label, baseYear, keptUntil: lastKeptDay(baseYear, years) };
    })
    .filter(({ keptUntil }) => isPastRetention(keptUntil, today));
}
