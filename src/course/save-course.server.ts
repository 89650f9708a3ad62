import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { closeCourse, insertCourse, loadAttendances, lockCourse, updateCourse } from './course-store.server.ts';
import type { AttendanceState } from './domain/attendance.ts';
import { cancelCourse, checkCourse, holdCourse, type CourseInput, type CourseRefusal } from './domain/course.ts';
import { courseLabel } from './text.ts';

type Saved = Promise<Result<{ readonly id: string }, readonly FieldProblem[]>>;

/** Registers a course as planned. The same key answers the same (FRM-34). */
export function createCourse(
  ctx: Context,
  { input, key }: { readonly input: CourseInput; readonly key: string | undefined },
): Saved {
  requirePermission(ctx, 'course.write');
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['create', 'course', input]),
      isKept: (answer) => answer.ok,
      work: async () => {
        const problems = checkCourse(input);
        if (problems.length > 0) return refuse(problems);
        const id = ctx.newId();
        await insertCourse(tx, ctx, id, input);
        const entity = { kind: 'course', id, label: courseLabel(input) };
        await recordAudit(tx, ctx, [{ action: 'created', entity, after: input }]);
        return accept({ id });
      },
    }),
  );
}

type Seen = { readonly id: string; /** The version that the person saw. */ readonly version: number };

/** Changes what was entered of a course; throws Conflict where somebody else did meanwhile. */
export function changeCourse(ctx: Context, { id, version, input }: Seen & { readonly input: CourseInput }): Saved {
  requirePermission(ctx, 'course.write');
  return inTransaction(ctx, async (tx) => {
    const before = await lockCourse(tx, id, version);
    const problems = checkCourse(input);
    if (problems.length > 0) return refuse(problems);
    if (JSON.stringify(before.input) === JSON.stringify(input)) return accept({ id });
    await updateCourse(tx, ctx, id, input);
    const entity = { kind: 'course', id, label: courseLabel(input) };
    await recordAudit(tx, ctx, [{ action: 'updated', entity, before: before.input, after: input }]);
    return accept({ id });
  });
}

const resultStates: readonly AttendanceState[] = ['completed', 'incomplete', 'absent'];

/** 実施 or 中止 of a planned course. Sent twice, the second is refused and changes nothing. */
export function endCourse(
  ctx: Context,
  {
    id,
    version,
    reason,
  }: Seen & { /** Of a course that is cancelled; null where it was held. */ reason: string | null },
): Promise<Result<{ readonly id: string }, CourseRefusal>> {
  requirePermission(ctx, 'course.write');
  return inTransaction(ctx, async (tx) => {
    const course = await lockCourse(tx, id, version);
    const attendances = await loadAttendances(tx, id);
    const results = attendances.filter(({ state }) => resultStates.includes(state)).length;
    const decision = reason === null ? holdCourse(course, ctx.today()) : cancelCourse({ ...course, results }, reason);
    if (!decision.ok) return decision;
    const state = decision.value;
    await closeCourse(tx, ctx, { id, state, reason: reason?.trim() ?? null });
    const entity = { kind: 'course', id, label: courseLabel(course.input) };
    await recordAudit(tx, ctx, [
      { action: 'updated', entity, before: { state: course.state }, after: { state, reason } },
    ]);
    return accept({ id });
  });
}
