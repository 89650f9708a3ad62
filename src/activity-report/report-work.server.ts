import { sql } from 'kysely';
import type { WorkSource } from '#record/work-source.server.ts';

const common = {
  act: 'activity-report.write',
  shown: sql`(select jsonb_build_array(visit.number, organization.name, instructor.name)
    from visit join organization using (corner_code, organization_id), instructor
    where visit.visit_id = page.record_id and instructor.instructor_id = page.person_id)`,
  path: (visitId: string, instructorId: string) => `visits/${visitId}/report/${instructorId}`,
} as const;

/** 活動報告書 that an instructor has not handed in: due by the corner's term after the visit. */
export const missingReportWork: WorkSource = {
  ...common,
  rows: ({ year, dueBy }) => ({
    from: sql`visit
      join visit_instructor using (corner_code, visit_id)
      left join activity_report using (corner_code, visit_id, instructor_id)
      where visit.fiscal_year = ${year} and visit.status = 'held' and visit.deleted_at is null
        and (activity_report.state is null or activity_report.state = 'draft')`,
    record: sql`visit_id`,
    person: sql`instructor_id`,
    since: sql`visit.visit_on`,
    due: dueBy('report', sql`visit.visit_on`),
    ownerId: sql`visit.coordinator_id`,
  }),
};

function reportsIn(state: 'submitted' | 'returned'): WorkSource {
  return {
    ...common,
    rows: ({ dueBy }) => ({
      from: sql`activity_report join visit using (corner_code, visit_id)
        where activity_report.state = ${sql.lit(state)} and visit.deleted_at is null`,
      record: sql`visit_id`,
      person: sql`activity_report.instructor_id`,
      since: sql`(activity_report.updated_at at time zone 'Asia/Tokyo')::date`,
      ...(state === 'returned' ? { due: dueBy('report', sql`visit.visit_on`) } : {}),
      ownerId: sql`visit.coordinator_id`,
    }),
  };
}

/** 活動報告書 that staff have to check. */
export const submittedReportWork = reportsIn('submitted');

/** 活動報告書 that went back, and are to be mended. */
export const returnedReportWork = reportsIn('returned');
