import { recordAudit } from '#platform/audit/record-audit.server.ts';
import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import type { CourseStatus } from './domain/course-status.ts';
import { instructorShape } from './domain/instructor.ts';
import { instructorStore } from './instructor-store.server.ts';

type CourseChange = {
  readonly ids: readonly string[];
  readonly decide: (before: CourseStatus | null) => CourseStatus | null;
};

/**
 * Changes the course status of instructors as another use case decided, inside its transaction; the caller holds the
 * permission. Who keeps the status they had is not written.
 */
export async function changeCourseStatus(tx: Tx, ctx: Context, { ids, decide }: CourseChange): Promise<void> {
  await lockRecords(tx, instructorShape.name);
  const known = { today: ctx.today() };
  for (const id of ids) {
    const before = await instructorStore.findById(tx, id, { lock: true });
    if (!before || before.deleted) throw new NotFound(instructorShape.name, id);
    const course = decide(before.input.course);
    if (JSON.stringify(course) === JSON.stringify(before.input.course)) continue;
    const input = { ...before.input, course };
    await instructorStore.save(tx, ctx, [{ id, version: before.version, input }], known);
    const entity = { kind: instructorShape.name, id, label: instructorShape.labelOf(input) };
    await recordAudit(tx, ctx, [{ action: 'updated', entity, before: before.input, after: input }]);
  }
}
