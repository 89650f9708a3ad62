import { accept, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { loadAttendances, lockCourse, saveAttendanceState } from './course-store.server.ts';
import type { AttendanceState } from './domain/attendance.ts';
import { replyToCourse, type CourseReply, type CourseReplyRefusal } from './domain/course-reply.ts';
import { courseLabel } from './text.ts';

type Answer = { readonly courseId: string; readonly instructorId: string; readonly reply: CourseReply };

/** 出欠の返事: an invited instructor says whether they come. A course that they are not invited to is not found. */
export function answerInvitation(
  ctx: Context,
  { courseId, instructorId, reply }: Answer,
): Promise<Result<{ readonly state: AttendanceState }, CourseReplyRefusal>> {
  requirePermission(ctx, 'own.write', { instructorId });
  return inTransaction(ctx, async (tx) => {
    const course = await lockCourse(tx, courseId);
    const everybody = await loadAttendances(tx, courseId);
    const own = everybody.find((attendance) => attendance.instructorId === instructorId);
    if (!own) throw new NotFound('course', courseId);
    const takenByOthers = everybody.filter((other) => other !== own && other.state !== 'declined').length;
    const { state, lastDay, input } = course;
    const firstDay = input.days.toSorted()[0] ?? lastDay;
    const facts = { state, firstDay, lastDay, capacity: input.capacity, takenByOthers, today: ctx.today() };
    const moved = replyToCourse(own.state, reply, facts);
    if (!moved.ok) return moved;
    if (moved.value === own.state) return accept({ state: own.state });
    await saveAttendanceState(tx, ctx, { courseId, instructorIds: [instructorId], state: moved.value });
    await recordAudit(tx, ctx, [
      {
        action: 'attended',
        entity: { kind: 'course', id: courseId, label: courseLabel(input) },
        before: { state: own.state },
        after: { command: reply, instructors: 1, state: moved.value },
      },
    ]);
    return accept({ state: moved.value });
  });
}
