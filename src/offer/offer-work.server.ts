import { sql } from 'kysely';
import type { WorkSource } from '#record/work-source.server.ts';

/** 打診 that were not answered, due by the day that was named to the instructor. */
export const offerWork: WorkSource = {
  act: 'offer.answer',
  rows: () => ({
    from: sql`offer where state = 'open'`,
    record: sql`request_id`,
    person: sql`instructor_id`,
    since: sql`offered_on`,
    due: sql`answer_by`,
    ownerName: sql`offered_by`,
  }),
  shown: sql`(select jsonb_build_array(request.number, organization.name, instructor.name)
    from request join organization using (corner_code, organization_id), instructor
    where request.request_id = page.record_id and instructor.instructor_id = page.person_id)`,
  path: (id) => `requests/${id}/offers`,
};
