import { sql, type ExpressionBuilder, type RawBuilder } from 'kysely';
import type { Schema } from '#platform/db/schema.gen.ts';

/** Whether something is there for each instructor of a visit; never for a visit that has none. */
function forEachInstructor(found: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`exists (
    select from visit_instructor as person
    where person.corner_code = visit.corner_code and person.visit_id = visit.visit_id
    having bool_and(exists (${found})))`;
}

const hasReports = forEachInstructor(sql`
  select from activity_report as report
  where report.corner_code = person.corner_code and report.visit_id = person.visit_id
    and report.instructor_id = person.instructor_id and report.state = 'checked'`);

const hasPayments = forEachInstructor(sql`
  select from expense_claim as claim
  where claim.corner_code = person.corner_code and claim.visit_id = person.visit_id
    and claim.instructor_id = person.instructor_id and claim.state = 'paid'`);

const hasAnswers = sql<boolean>`exists (
  select from survey_answer as answer
  where answer.corner_code = visit.corner_code and answer.visit_id = visit.visit_id
    and answer.audience = 'host' and not answer.withdrawn)`;

/**
 * What is counted of the request of the row (`StageFacts`): its planned and held visits, and of the held ones those with a
 * checked report of each instructor, with an answer of the host, and paid to each instructor.
 */
export function countVisits(row: ExpressionBuilder<Schema, 'request'>) {
  const held = (more: RawBuilder<boolean>) => sql<number>`count(*) filter (where visit.status = 'held' and ${more})`;
  return row
    .selectFrom('visit')
    .select([
      sql<number>`count(*) filter (where visit.status = 'planned')`.as('planned'),
      sql<number>`count(*) filter (where visit.status = 'held')`.as('held'),
      held(hasReports).as('reported'),
      held(hasAnswers).as('surveyed'),
      held(hasPayments).as('settled'),
    ])
    .whereRef('visit.request_id', '=', 'request.request_id')
    .where('visit.deleted_at', 'is', null)
    .as('progress');
}
