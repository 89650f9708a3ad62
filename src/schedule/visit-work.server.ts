import { sql } from 'kysely';
import type { WorkSource } from '#record/work-source.server.ts';

const common = {
  act: 'visit.write',
  shown: sql`(select jsonb_build_array(visit.number, organization.name)
    from visit join organization using (corner_code, organization_id) where visit.visit_id = page.record_id)`,
  path: (id: string) => `visits/${id}`,
} as const;

/** 派遣 whose day has come or is over, and of which no result is recorded. */
export const resultWork: WorkSource = {
  ...common,
  rows: ({ year, day }) => ({
    from: sql`visit
      where fiscal_year = ${year} and status = 'planned' and visit_on <= ${day} and deleted_at is null`,
    record: sql`visit_id`,
    since: sql`visit_on`,
    due: sql`visit_on`,
    ownerId: sql`coordinator_id`,
  }),
};

/** 派遣 to come that somebody declined for the present day and time. */
export const declinedWork: WorkSource = {
  ...common,
  rows: ({ year, day }) => ({
    from: sql`visit
      where fiscal_year = ${year} and status = 'planned' and visit_on >= ${day} and deleted_at is null
        and exists (
          select from visit_instructor
          join visit_reply on visit_reply.corner_code = visit_instructor.corner_code
            and visit_reply.visit_id = visit_instructor.visit_id
            and visit_reply.instructor_id = visit_instructor.instructor_id
          where visit_instructor.corner_code = visit.corner_code and visit_instructor.visit_id = visit.visit_id
            and visit_reply.answer = 'declined' and visit_reply.visit_on = visit.visit_on
            and visit_reply.starts_at is not distinct from visit.starts_at)`,
    record: sql`visit_id`,
    since: sql`(select max((answered_at at time zone 'Asia/Tokyo')::date) from visit_reply
      where visit_reply.corner_code = visit.corner_code and visit_reply.visit_id = visit.visit_id
        and visit_reply.answer = 'declined')`,
    due: sql`visit_on`,
    ownerId: sql`coordinator_id`,
  }),
};
