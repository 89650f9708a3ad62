import { sql } from 'kysely';
import type { WorkSource } from '#record/work-source.server.ts';

/** 開拓の訪問 that were planned, and whose day is over. */
export const scoutingWork: WorkSource = {
  act: 'scouting.write',
  rows: ({ year, day }) => ({
    from: sql`scouting_visit
      where fiscal_year = ${year} and status = 'planned' and visit_on < ${day} and deleted_at is null`,
    record: sql`scouting_visit_id`,
    since: sql`visit_on`,
    due: sql`visit_on`,
    ownerName: sql`coordinator`,
  }),
  shown: sql`(select jsonb_build_array(number, host) from scouting_visit where scouting_visit_id = page.record_id)`,
  path: (id) => `scouting/${id}`,
};
