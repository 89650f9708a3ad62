import { sql } from 'kysely';
import type { WorkSource } from '#record/work-source.server.ts';

/** 申込み that nobody has settled. */
export const applicationWork: WorkSource = {
  act: 'application.write',
  rows: () => ({ from: sql`public_request where state = 'new'`, record: sql`application_id`, since: sql`received_on` }),
  shown: sql`(select jsonb_build_array(receipt_number, host_name) from public_request
    where application_id = page.record_id)`,
  path: (id) => `applications/${id}`,
};
