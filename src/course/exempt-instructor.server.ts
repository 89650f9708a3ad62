import { changeCourseStatus } from '#instructor/change-course.server.ts';
import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import { toCourse } from '#instructor/instructor-row.server.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { insertExemption } from './course-store.server.ts';
import { checkExemption, type ExemptionRefusal } from './domain/exemption.ts';

type Exemption = {
  /** 登録番号. */
  readonly number: string;
  readonly criterion: string;
  readonly reason: string;
};

type Exempted = Promise<Result<{ readonly name: string }, ExemptionRefusal | { readonly kind: 'unknown-instructor' }>>;

/** 免除: lets a Meister instruct without the course, by a ground of the Center and with its evidence. */
export function exemptInstructor(ctx: Context, { number, criterion, reason }: Exemption): Exempted {
  requirePermission(ctx, 'course.write');
  return inTransaction(ctx, async (tx) => {
    await lockRecords(tx, 'instructor');
    const row = await tx
      .selectFrom('instructor')
      .select(['instructor_id as id', 'name', 'number', 'kind', 'course_status', 'course_completed_on'])
      .where('number', '=', number)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (!row) return refuse({ kind: 'unknown-instructor' } as const);
    const instructor = { kind: row.kind as InstructorKind, course: toCourse(row) };
    const checked = checkExemption({ instructor, criterion, reason, today: ctx.today() });
    if (!checked.ok) return checked;
    await insertExemption(tx, ctx, { instructorId: row.id, criterion, reason: reason.trim() });
    await changeCourseStatus(tx, ctx, { ids: [row.id], decide: () => ({ status: 'exempt' }) });
    await recordAudit(tx, ctx, [
      {
        action: 'exempted',
        entity: { kind: 'instructor', id: row.id, label: row.name },
        after: { criterion: checked.value.label, reason: reason.trim() },
      },
    ]);
    return accept({ name: row.name });
  });
}
