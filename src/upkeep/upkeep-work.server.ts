import { sql } from 'kysely';
import type { WorkSource } from '#record/work-source.server.ts';

const common = {
  act: 'upkeep.write',
  shown: sql`(select jsonb_build_array(number, name) from instructor where instructor_id = page.record_id)`,
  path: (id: string) => `upkeep/${id}`,
} as const;

/** Registrations in a state, since their last step. */
function registrationsIn(state: 'willing' | 'unwilling'): WorkSource {
  return {
    ...common,
    rows: () => ({
      from: sql`upkeep where state = ${sql.lit(state)}`,
      record: sql`instructor_id`,
      since: sql`(select max(happened_on) from upkeep_event
        where upkeep_event.corner_code = upkeep.corner_code and upkeep_event.instructor_id = upkeep.instructor_id)`,
    }),
  };
}

/** People who said that they go on, and were sent nothing yet. */
export const willingWork = registrationsIn('willing');

/** People who said that they do not go on, and are still registered. */
export const unwillingWork = registrationsIn('unwilling');

/** People who were asked and have not answered, until their link expires. */
export const askedWork: WorkSource = {
  ...common,
  rows: () => ({
    from: sql`intent_enquiry where closed_at is null and answer is null`,
    record: sql`instructor_id`,
    since: sql`asked_on`,
    due: sql`expires_on`,
  }),
};
