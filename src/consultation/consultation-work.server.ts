import { sql } from 'kysely';
import type { WorkSource } from '#record/work-source.server.ts';

/** 相談 of every 年度 whose day of the next contact has come, and of which nothing came yet. */
export const consultationWork: WorkSource = {
  act: 'consultation.write',
  rows: ({ day }) => ({
    from: sql`consultation
      where deleted_at is null and outcome is null and follow_up_on <= ${day} and not exists (
        select 1 from request
        where request.corner_code = consultation.corner_code and request.request_id = consultation.request_id
          and request.deleted_at is null)`,
    record: sql`consultation_id`,
    since: sql`received_on`,
    due: sql`follow_up_on`,
    ownerName: sql`taken_by`,
  }),
  shown: sql`(select jsonb_build_array(number, client_name) from consultation
    where consultation_id = page.record_id)`,
  path: (id) => `consultations/${id}`,
};
