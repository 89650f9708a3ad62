import { recordAudit } from '#platform/audit/record-audit.server.ts';
import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { recordUseCases } from '#record/record-use-cases.server.ts';
import { visitShape, type VisitInput } from './domain/visit.ts';
import { loggedVisitStore } from './visit-event-store.server.ts';
import { visitStore } from './visit-store.server.ts';

/** What the edges may do with 派遣. */
export const visitRecords = recordUseCases(loggedVisitStore);

export type PlannedVisit = { readonly id: string; readonly number: string };

/**
 * Adds visits that another use case decided on, inside its transaction; the caller holds the permission. All pass the rules
 * of a visit or none is written.
 */
export async function planVisits(
  tx: Tx,
  ctx: Context,
  { visits, fiscalYear }: { readonly visits: readonly VisitInput[]; readonly fiscalYear: number },
): Promise<Result<readonly PlannedVisit[], readonly FieldProblem[]>> {
  const known = await visitStore.loadKnown(tx, visits, ctx, { fiscalYear });
  const problems = visits.flatMap((visit) => visitStore.check(visit, known));
  if (problems.length > 0) return refuse(problems);
  const drafts = visits.map((input) => ({ id: ctx.newId(), version: 0, input }));
  await visitStore.save(tx, ctx, drafts, known);
  const events = drafts.map(({ id, input }) => ({
    action: 'assigned',
    entity: { kind: visitShape.name, id, label: visitShape.labelOf(input) },
    after: input,
  }));
  await recordAudit(tx, ctx, events);
  return accept(drafts.map(({ id, input }) => ({ id, number: input.number })));
}
