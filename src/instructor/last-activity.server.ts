import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';

/** 最終活動日 of a row of `instructor`: the later of the entered day and the last visit that was held; null without either. */
export const lastActivityOn = sql<PlainDate | null>`greatest(instructor.last_activity_on, (
  select max(visit.visit_on) from visit_instructor
  join visit on visit.corner_code = visit_instructor.corner_code and visit.visit_id = visit_instructor.visit_id
  where visit_instructor.corner_code = instructor.corner_code
    and visit_instructor.instructor_id = instructor.instructor_id
    and visit.status = 'held' and visit.deleted_at is null
))`;
