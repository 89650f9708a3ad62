import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import type { Stored } from '#record/domain/record-kind.ts';
import { isSameSlot, slotOf, type VisitEvent, type VisitReason, type VisitSlot } from './domain/visit-event.ts';
import { moveVisit } from './domain/visit-transition.ts';
import { visitShape, type VisitInput } from './domain/visit.ts';
import { visitStoreWithEach } from './visit-event-store.server.ts';
import type { PlannedVisit } from './visit-records.server.ts';
import { visitStore } from './visit-store.server.ts';

export type VisitMove = {
  readonly visitId: string;
  readonly slot: VisitSlot;
  /** Who goes afterwards. */
  readonly instructorNumbers: readonly string[];
};

type Moving = {
  readonly moves: readonly VisitMove[];
  readonly code: VisitReason;
  readonly reason: string;
};

/** Why planned visits are not moved: the rules of a visit, or one that is not planned any more. */
export type VisitsStopped =
  | { readonly kind: 'visits'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'visit-changed'; readonly visit: string };

/**
 * 日時の変更 of several planned visits at once and of who goes, inside the transaction of a use case that decided on it under
 * the lock of the schedule. They are judged together as they will stand, so that two may change places; all pass the rules of
 * a visit or none is changed. A move stays on record with its reason, as one by hand does.
 */
export async function moveVisitsIn(
  tx: Tx,
  ctx: Context,
  { moves, code, reason }: Moving,
): Promise<Result<readonly PlannedVisit[], VisitsStopped>> {
  requirePermission(ctx, 'visit.write');
  const [first] = moves;
  if (!first) return accept([]);
  const changes: { readonly before: Stored<VisitInput>; readonly input: VisitInput }[] = [];
  for (const move of moves) {
    const before = await findPlanned(tx, move.visitId);
    const input = moveOne(before.input, move);
    if (input === undefined) return refuse({ kind: 'visit-changed', visit: before.input.number });
    changes.push({ before, input });
  }
  const inputs = changes.map(({ input }) => input);
  const known = await visitStore.loadKnown(tx, inputs, ctx, { fiscalYear: fiscalYearOf(first.slot.visitOn) });
  const problems = inputs.flatMap((visit) => visitStore.check(visit, known));
  if (problems.length > 0) return refuse({ kind: 'visits', problems });
  const events = new Map(changes.map((change) => [change.before.id, eventOf(change, { code, reason })]));
  const drafts = changes.map(({ before: { id, version }, input }) => ({ id, version, input }));
  await visitStoreWithEach((id) => events.get(id)).save(tx, ctx, drafts, known);
  const entries = changes.map(({ before, input }) => ({
    action: 'updated',
    entity: { kind: visitShape.name, id: before.id, label: visitShape.labelOf(input) },
    before: before.input,
    after: input,
  }));
  await recordAudit(tx, ctx, entries);
  return accept(drafts.map(({ id, input }) => ({ id, number: input.number })));
}

async function findPlanned(tx: Tx, id: string): Promise<Stored<VisitInput>> {
  const visit = await visitStore.findById(tx, id, { lock: true });
  if (!visit || visit.deleted) throw new NotFound('visit', id);
  return visit;
}

/** The visit as it will stand; nothing where it is held or called off meanwhile. */
function moveOne(visit: VisitInput, { slot, instructorNumbers }: VisitMove): VisitInput | undefined {
  if (visit.status !== 'planned') return undefined;
  const moved = isSameSlot(visit, slot) ? accept(visit) : moveVisit(visit, slot);
  return moved.ok ? { ...moved.value, instructorNumbers } : undefined;
}

type Change = { readonly before: Stored<VisitInput>; readonly input: VisitInput };

/** Nothing where only the people change: day and hours stand. */
function eventOf({ before, input }: Change, { code, reason }: Omit<Moving, 'moves'>): VisitEvent | undefined {
  if (isSameSlot(before.input, input)) return undefined;
  return { reasonCode: code, reason, from: slotOf(before.input), to: slotOf(input) };
}
