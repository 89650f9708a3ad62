import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { AttendanceState } from './domain/attendance.ts';
import type { CourseKind, CourseState } from './domain/course-kind.ts';

/** A course as somebody who was invited to it sees it. */
export type OwnCourse = {
  readonly id: string;
  readonly kind: CourseKind;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly mode: string;
  readonly place: string | null;
  readonly url: string | null;
  readonly state: CourseState;
  readonly attendance: AttendanceState;
};

/** More courses than anybody is invited to in a working life. */
const MOST_COURSES = 100;

/** 私の講習: those that an instructor was invited to, the latest first. */
export async function listOwnCourses(ctx: Context, instructorId: string): Promise<readonly OwnCourse[]> {
  requirePermission(ctx, 'own.read', { instructorId });
  const rows = await ctx.db
    .selectFrom('course_attendance')
    .innerJoin('course', 'course.course_id', 'course_attendance.course_id')
    .select(['course.course_id as id', 'course.kind', 'course.first_day as firstDay', 'course.last_day as lastDay'])
    .select(['course.starts_at as startsAt', 'course.ends_at as endsAt', 'course.mode', 'course.place', 'course.url'])
    .select(['course.state', 'course_attendance.state as attendance'])
    .where('course_attendance.instructor_id', '=', instructorId)
    .orderBy('course.first_day', 'desc')
    .orderBy('course.course_id')
    .limit(MOST_COURSES)
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: row.kind as CourseKind,
    firstDay: row.firstDay as PlainDate,
    lastDay: row.lastDay as PlainDate,
    state: row.state as CourseState,
    attendance: row.attendance as AttendanceState,
  }));
}
