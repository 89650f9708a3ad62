import { sql } from 'kysely';
import type { WorkSource } from '#record/work-source.server.ts';

/** メールの下書き that nobody has sent or put aside. */
export const mailWork: WorkSource = {
  act: 'outbox.write',
  rows: () => ({
    from: sql`mail_draft where state = 'draft'`,
    record: sql`draft_id`,
    since: sql`(drafted_at at time zone 'Asia/Tokyo')::date`,
  }),
  shown: sql`(select jsonb_build_array('', subject) from mail_draft
    where draft_id = page.record_id)`,
  path: (id) => `outbox/${id}`,
};
