import { sql } from 'kysely';
import type { Permission } from '#platform/permission/permission-table.ts';
import type { WorkSource } from '#record/work-source.server.ts';

/** 認定申請 in a state, since their last step. */
function casesIn(state: 'returned' | 'received' | 'interview', act: Permission): WorkSource {
  return {
    act,
    rows: () => ({
      from: sql`certification_case where state = ${sql.lit(state)} and deleted_at is null`,
      record: sql`case_id`,
      since: sql`(select max(happened_on) from certification_event
        where certification_event.corner_code = certification_case.corner_code
          and certification_event.case_id = certification_case.case_id)`,
    }),
    shown: caseShown,
    path: (id) => `certifications/${id}`,
  };
}

const caseShown = sql`(select jsonb_build_array(number, name) from certification_case where case_id = page.record_id)`;

/** 認定申請 that the Center gave back. */
export const returnedCaseWork = casesIn('returned', 'certification.write');

/** 認定申請 that were received and are in no bundle. */
export const receivedCaseWork = casesIn('received', 'certification.write');

/** 認定申請 that wait for the result of an interview. */
export const interviewedCaseWork = casesIn('interview', 'certification.decide');
