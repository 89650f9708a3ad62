import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { moveAttendance, type AttendanceRefusal, type AttendanceState } from './attendance.ts';
import type { CourseState } from './course-kind.ts';

/** 講習への返事. What an invited instructor answers by themselves. */
export type CourseReply = 'accept' | 'decline';

/** The course an instructor answers to, and how many places are left beside their own. */
export type CourseReplyFacts = {
  readonly state: CourseState;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly capacity: number | null;
  readonly takenByOthers: number;
};

export type CourseReplyRefusal =
  | AttendanceRefusal
  | { readonly kind: 'begun'; readonly firstDay: PlainDate }
  | { readonly kind: 'full'; readonly capacity: number };

/**
 * The attendance after an answer, up to the first day. Who declined and comes after all needs a place that is still free.
 * The same answer again changes nothing.
 */
export function replyToCourse(
  attendance: AttendanceState,
  reply: CourseReply,
  { today, ...course }: CourseReplyFacts & { readonly today: PlainDate },
): Result<AttendanceState, CourseReplyRefusal> {
  if (course.state !== 'cancelled' && course.firstDay < today)
    return refuse({ kind: 'begun', firstDay: course.firstDay });
  const wanted = reply === 'accept' ? 'attending' : 'declined';
  if (course.state !== 'cancelled' && attendance === wanted) return accept(wanted);
  const { capacity, takenByOthers } = course;
  if (reply === 'accept' && capacity !== null && takenByOthers >= capacity) return refuse({ kind: 'full', capacity });
  return moveAttendance(attendance, reply, course);
}
