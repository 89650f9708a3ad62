import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import type { Stored } from '#record/domain/record-kind.ts';
import { visitShape, type VisitInput } from './domain/visit.ts';
import type { PlannedVisit } from './visit-records.server.ts';
import { visitStore } from './visit-store.server.ts';

type Joining = {
  readonly visitIds: readonly string[];
  readonly instructorNumber: string;
  readonly fiscalYear: number;
};

/**
 * Sends one more instructor to planned visits, inside the transaction of a use case that decided on it under the lock of
 * the schedule; the caller holds the permission. All pass the rules of a visit or none is changed.
 */
export async function joinVisits(
  tx: Tx,
  ctx: Context,
  { visitIds, instructorNumber, fiscalYear }: Joining,
): Promise<Result<readonly PlannedVisit[], readonly FieldProblem[]>> {
  if (visitIds.length === 0) return accept([]);
  const before: Stored<VisitInput>[] = [];
  for (const id of visitIds) {
    const visit = await visitStore.findById(tx, id, { lock: true });
    if (!visit || visit.deleted) throw new NotFound('visit', id);
    before.push(visit);
  }
  const drafts = before.map(({ id, version, input }) => ({
    id,
    version,
    input: { ...input, instructorNumbers: [...input.instructorNumbers, instructorNumber] },
  }));
  const inputs = drafts.map(({ input }) => input);
  const known = await visitStore.loadKnown(tx, inputs, ctx, { fiscalYear });
  const problems = inputs.flatMap((visit) => visitStore.check(visit, known));
  if (problems.length > 0) return refuse(problems);
  await visitStore.save(tx, ctx, drafts, known);
  const events = drafts.map(({ id, input }, index) => ({
    action: 'assigned',
    entity: { kind: visitShape.name, id, label: visitShape.labelOf(input) },
    before: before[index]?.input ?? null,
    after: input,
  }));
  await recordAudit(tx, ctx, events);
  return accept(drafts.map(({ id, input }) => ({ id, number: input.number })));
}
