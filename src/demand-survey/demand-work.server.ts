import { sql } from 'kysely';
import type { WorkSource } from '#record/work-source.server.ts';

/** 派遣希望調査 that run, with hosts that were asked and have neither answered nor declined; due by the day of the survey. */
export const unansweredDemandWork: WorkSource = {
  act: 'demand-survey.write',
  rows: () => ({
    from: sql`demand_survey where state = 'running' and exists (
      select 1 from demand_recipient
      where demand_recipient.corner_code = demand_survey.corner_code
        and demand_recipient.survey_id = demand_survey.survey_id
        and demand_recipient.sent_on is not null and demand_recipient.declined_on is null and not exists (
          select 1 from demand_answer
          where demand_answer.corner_code = demand_recipient.corner_code
            and demand_answer.recipient_id = demand_recipient.recipient_id))`,
    record: sql`survey_id`,
    since: sql`(select min(sent_on) from demand_recipient
      where demand_recipient.corner_code = demand_survey.corner_code
        and demand_recipient.survey_id = demand_survey.survey_id)`,
    due: sql`answer_by`,
  }),
  shown: sql`(select jsonb_build_array(number, title) from demand_survey where survey_id = page.record_id)`,
  path: (id) => `demand-surveys/${id}`,
};

/** 希望 of running surveys of which no request was made. */
export const wishWork: WorkSource = {
  act: 'request.write',
  rows: () => ({
    from: sql`demand_wish
      join demand_answer using (corner_code, recipient_id)
      join demand_recipient using (corner_code, recipient_id)
      join demand_survey using (corner_code, survey_id)
      where demand_survey.state = 'running' and not exists (
        select 1 from request
        where request.corner_code = demand_wish.corner_code and request.request_id = demand_wish.request_id
          and request.deleted_at is null)`,
    record: sql`survey_id`,
    person: sql`wish_id`,
    since: sql`demand_answer.answered_on`,
  }),
  shown: sql`(select jsonb_build_array(demand_recipient.number, organization.name)
    from demand_wish join demand_recipient using (corner_code, recipient_id)
      join organization using (corner_code, organization_id)
    where demand_wish.wish_id = page.person_id)`,
  path: (surveyId, wishId) => `demand-surveys/${surveyId}/wishes/${wishId}/request`,
};
