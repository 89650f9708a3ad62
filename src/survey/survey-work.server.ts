import { sql } from 'kysely';
import type { WorkSource } from '#record/work-source.server.ts';

/** 派遣 whose host has not answered: due by the corner's term after the visit. */
export const surveyWork: WorkSource = {
  act: 'survey.write',
  rows: ({ year, dueBy }) => ({
    from: sql`visit
      where fiscal_year = ${year} and status = 'held' and deleted_at is null and not exists (
        select 1 from survey_answer
        where survey_answer.corner_code = visit.corner_code and survey_answer.visit_id = visit.visit_id
          and survey_answer.audience = 'host' and not survey_answer.withdrawn)`,
    record: sql`visit_id`,
    since: sql`visit_on`,
    due: dueBy('survey', sql`visit_on`),
    ownerId: sql`coordinator_id`,
  }),
  shown: sql`(select jsonb_build_array(visit.number, organization.name)
    from visit join organization using (corner_code, organization_id) where visit.visit_id = page.record_id)`,
  path: (id) => `visits/${id}/survey`,
};
