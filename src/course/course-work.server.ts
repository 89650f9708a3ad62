import { sql } from 'kysely';
import { addDays } from '#kernel/plain-date.ts';
import type { WorkSource } from '#record/work-source.server.ts';

const common = {
  act: 'course.attend',
  shown: sql`(select jsonb_build_array(to_char(last_day, 'YYYY/MM/DD'), coalesce(place, '')) from course
    where course_id = page.record_id)`,
  path: (id: string) => `courses/${id}`,
} as const;

/** 講習 whose last day is over, and whose result is not recorded. */
export const heldCourseWork: WorkSource = {
  ...common,
  rows: ({ day }) => ({
    from: sql`course where state = 'planned' and last_day < ${day}`,
    record: sql`course_id`,
    since: sql`last_day`,
    due: sql`last_day`,
  }),
};

/** Days ahead that courses are looked at whose invitations are unanswered. */
export const DAYS_AHEAD = 14;

/** 講習 that come near, with people who have not said whether they come. */
export const unansweredCourseWork: WorkSource = {
  ...common,
  rows: ({ day, today }) => ({
    from: sql`course
      where state = 'planned' and first_day >= ${day} and first_day <= (select ${addDays(today, DAYS_AHEAD)}::date)
        and exists (
          select 1 from course_attendance
          where course_attendance.corner_code = course.corner_code
            and course_attendance.course_id = course.course_id and course_attendance.state = 'invited')`,
    record: sql`course_id`,
    since: sql`(select min(invited_on) from course_attendance
      where course_attendance.corner_code = course.corner_code and course_attendance.course_id = course.course_id
        and course_attendance.state = 'invited')`,
    due: sql`first_day`,
  }),
};
