import { sql } from 'kysely';
import { changeCourseStatus } from '#instructor/change-course.server.ts';
import { isRegistered } from '#instructor/registration.server.ts';
import { withCompletion, withoutCompletion } from '#instructor/domain/course-duty.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { isRecordId } from '#record/record-id.ts';
import {
  insertInvitations,
  loadAttendances,
  lockCourse,
  saveAttendanceState,
  saveTransport,
  type StoredCourse,
} from './course-store.server.ts';
import {
  checkInvitation,
  isAwaited,
  moveAttendance,
  type AttendanceCommand,
  type AttendanceRefusal,
  type AttendanceState,
  type InvitationRefusal,
} from './domain/attendance.ts';
import { checkPayment, type CoursePaymentKind, type CoursePaymentRefusal } from './domain/course-payment.ts';
import { courseLabel } from './text.ts';

type Chosen = { readonly courseId: string; readonly instructorIds: readonly string[] };

/** 案内: invites registered instructors who are not invited yet, as far as the capacity goes. */
export function inviteInstructors(
  ctx: Context,
  { courseId, instructorIds }: Chosen,
): Promise<Result<{ readonly invited: number }, InvitationRefusal>> {
  requirePermission(ctx, 'course.write');
  return inTransaction(ctx, async (tx) => {
    const course = await lockCourse(tx, courseId);
    const known = await loadAttendances(tx, courseId);
    const asked = [...new Set(instructorIds.filter(isRecordId))].filter(
      (id) => !known.some(({ instructorId }) => instructorId === id),
    );
    const live = await listRegistered(tx, asked);
    const taken = known.filter(({ state }) => state !== 'declined').length;
    const checked = checkInvitation({ state: course.state, capacity: course.input.capacity, taken }, live.length);
    if (!checked.ok) return checked;
    await insertInvitations(tx, ctx, { courseId, instructorIds: live.map(({ id }) => id) });
    await recordAudit(tx, ctx, [
      { action: 'invited', entity: entityOf(course), after: { instructors: live.map(({ number }) => number) } },
    ]);
    return accept({ invited: live.length });
  });
}

function listRegistered(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom('instructor')
    .select(['instructor_id as id', 'number'])
    .where(sql<boolean>`instructor_id = any(${ids}::uuid[])`)
    .where('deleted_at', 'is', null)
    .where(isRegistered)
    .orderBy('number')
    .execute();
}

/** Whom a command is for: those who were chosen, or everybody from whom no result is known and who did not decline. */
type Attending = {
  readonly courseId: string;
  readonly instructorIds: readonly string[] | 'everybody';
  readonly command: AttendanceCommand;
};

export type AttendanceAnswer = Promise<
  Result<
    { readonly changed: number },
    { readonly kind: 'nobody-chosen' } | { readonly kind: 'stopped'; readonly problem: AttendanceRefusal }
  >
>;

/**
 * 出欠と結果: one command for everybody who was chosen; where one of them cannot take it, nobody does. Completing
 * 指導技法等講習 makes the instructor one who may teach from its last day on (domain.md §5.2); undoing takes it back.
 */
export function recordAttendance(ctx: Context, { courseId, instructorIds, command }: Attending): AttendanceAnswer {
  requirePermission(ctx, 'course.attend');
  return inTransaction(ctx, async (tx) => {
    const course = await lockCourse(tx, courseId);
    const chosen = (await loadAttendances(tx, courseId)).filter(({ instructorId, state }) =>
      instructorIds === 'everybody' ? isAwaited(state) : instructorIds.includes(instructorId),
    );
    if (chosen.length === 0) return refuse({ kind: 'nobody-chosen' } as const);
    const moves = chosen.map(({ state }) => moveAttendance(state, command, course));
    const stopped = moves.find((move) => !move.ok);
    if (stopped && !stopped.ok) return refuse({ kind: 'stopped', problem: stopped.refusal } as const);
    const [state] = moves.flatMap((move) => (move.ok ? [move.value] : []));
    if (state === undefined) throw new Error('a command without a state');
    await saveAttendanceState(tx, ctx, {
      courseId,
      instructorIds: chosen.map(({ instructorId }) => instructorId),
      state,
    });
    await followResult(tx, ctx, { course, chosen, command });
    await recordAudit(tx, ctx, [
      { action: 'attended', entity: entityOf(course), after: { command, instructors: chosen.length, state } },
    ]);
    return accept({ changed: chosen.length });
  });
}

type Following = {
  readonly course: StoredCourse;
  readonly chosen: readonly { readonly instructorId: string; readonly state: AttendanceState }[];
  readonly command: AttendanceCommand;
};

async function followResult(tx: Tx, ctx: Context, { course, chosen, command }: Following): Promise<void> {
  if (course.input.kind !== 'technique') return;
  const { lastDay } = course;
  if (command === 'complete') {
    const ids = chosen.map(({ instructorId }) => instructorId);
    await changeCourseStatus(tx, ctx, { ids, decide: (before) => withCompletion(before, lastDay) });
  }
  if (command === 'undo') {
    const ids = chosen.filter(({ state }) => state === 'completed').map(({ instructorId }) => instructorId);
    await changeCourseStatus(tx, ctx, { ids, decide: (before) => withoutCompletion(before, lastDay) });
  }
}

type Payment = {
  readonly courseId: string;
  readonly instructorId: string;
  readonly kind: CoursePaymentKind;
  readonly yen: number;
};

/** 交通費: what somebody who came was paid for the way; an allowance is refused with its source (S1 3(4)ウ). */
export function payAttendee(
  ctx: Context,
  { courseId, instructorId, kind, yen }: Payment,
): Promise<Result<{ readonly yen: number }, CoursePaymentRefusal>> {
  requirePermission(ctx, 'course.write');
  return inTransaction(ctx, async (tx) => {
    const course = await lockCourse(tx, courseId);
    const attendance = (await loadAttendances(tx, courseId)).find((known) => known.instructorId === instructorId);
    const attended = attendance?.state === 'completed' || attendance?.state === 'incomplete';
    const checked = checkPayment({ kind, yen, attended }, course.lastDay);
    if (!checked.ok) return checked;
    await saveTransport(tx, ctx, { courseId, instructorId, yen });
    await recordAudit(tx, ctx, [
      {
        action: 'paid',
        entity: entityOf(course),
        before: { yen: attendance?.transportYen ?? null },
        after: { instructor: instructorId, kind, yen },
      },
    ]);
    return accept({ yen });
  });
}

function entityOf({ id, input }: StoredCourse) {
  return { kind: 'course', id, label: courseLabel(input) };
}
