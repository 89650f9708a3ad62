import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import type { InstructorInput } from './domain/instructor.ts';
import { instructorStore } from './instructor-store.server.ts';

export type RegistrationRefusal =
  | { readonly kind: 'registration-number-taken'; readonly number: string }
  | { readonly kind: 'not-registrable'; readonly problems: readonly FieldProblem[] };

/**
 * 登録. Enters a Meister whom another use case found certified, inside its transaction; the caller holds the permission.
 * A 登録番号 that anybody has or had is refused: the history of two people must not mix.
 */
export async function registerCertified(
  tx: Tx,
  ctx: Context,
  { instructor, fiscalYear }: { readonly instructor: InstructorInput; readonly fiscalYear: number },
): Promise<Result<{ readonly id: string }, RegistrationRefusal>> {
  await lockRecords(tx, instructorStore.name);
  const known = await instructorStore.loadKnown(tx, [instructor], ctx, { fiscalYear });
  const problems = instructorStore.check(instructor, known);
  if (problems.length > 0) return refuse({ kind: 'not-registrable', problems });
  const { number } = instructor;
  const [taken] = await instructorStore.findByNumbers(tx, [number], { fiscalYear });
  if (taken) return refuse({ kind: 'registration-number-taken', number });
  const id = ctx.newId();
  await instructorStore.save(tx, ctx, [{ id, version: 0, input: instructor }], known);
  const entity = { kind: instructorStore.name, id, label: instructorStore.labelOf(instructor) };
  await recordAudit(tx, ctx, [{ action: 'created', entity, after: instructor }]);
  return accept({ id });
}
