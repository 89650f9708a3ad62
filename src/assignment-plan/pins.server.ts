import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { PinRefusal } from './domain/plan-refusal.ts';
import { deletePin, insertPin, loadPins, loadPlan, type AssignmentPin } from './plan-store.server.ts';

export type PinOrder = {
  readonly planId: string;
  readonly requestId: string;
  readonly instructorId: string;
  readonly visitOn: PlainDate | null;
};

type Pinned = Result<{ readonly id: string }, PinRefusal>;

/** 固定. This person on this day for this request, in every calculation of the plan. The same again changes nothing. */
export function pinAssignment(ctx: Context, order: PinOrder): Promise<Pinned> {
  requirePermission(ctx, 'assignment.plan');
  return inTransaction(ctx, (tx) => keepPinIn(tx, ctx, { ...order, kind: 'pin' }));
}

/** 除外. Not this person for this request: on this day, or never where no day is named. The same again changes nothing. */
export function forbidAssignment(ctx: Context, order: PinOrder): Promise<Pinned> {
  requirePermission(ctx, 'assignment.plan');
  return inTransaction(ctx, (tx) => keepPinIn(tx, ctx, { ...order, kind: 'forbid' }));
}

/** Within the transaction of another use case, which has asked for the permission. */
export async function keepPinIn(
  tx: Tx,
  ctx: Context,
  { planId, requestId, instructorId, visitOn, kind }: PinOrder & Pick<AssignmentPin, 'kind'>,
): Promise<Pinned> {
  const plan = await loadPlan(tx, planId, { lock: true });
  const labels = await nameThings(tx, { requestId, instructorId });
  if (kind === 'pin' && visitOn === null) return refuse({ kind: 'day-missing' });
  if (visitOn !== null && visitOn < ctx.today()) return refuse({ kind: 'day-past', day: visitOn, today: ctx.today() });
  const pins = (await loadPins(tx, planId)).filter(
    (pin) => pin.requestId === requestId && pin.instructorId === instructorId,
  );
  const same = pins.find((pin) => pin.visitOn === visitOn && pin.kind === kind);
  if (same) return accept({ id: same.id });
  // A day that is fixed is not excluded beside it: who changes their mind takes the other back first.
  const other = pins.find(
    (pin) => pin.kind !== kind && (pin.visitOn === visitOn || pin.visitOn === null || visitOn === null),
  );
  if (other) return refuse({ kind: 'pinned-otherwise', pinned: other.kind });
  const id = ctx.newId();
  await insertPin(tx, ctx, { id, planId, requestId, instructorId, visitOn, kind });
  const after = { ...labels, ...(visitOn !== null && { visitOn }), pinKind: kind };
  await recordAudit(tx, ctx, [{ action: 'created', entity: { kind: 'assignment-pin', id, label: plan.name }, after }]);
  return accept({ id });
}

/** Takes a 固定 or 除外 back; nothing happens where it is gone already. */
export function removePin(
  ctx: Context,
  { planId, pinId }: { readonly planId: string; readonly pinId: string },
): Promise<void> {
  requirePermission(ctx, 'assignment.plan');
  return inTransaction(ctx, async (tx) => {
    const plan = await loadPlan(tx, planId, { lock: true });
    const pin = (await loadPins(tx, planId)).find(({ id }) => id === pinId);
    if (!pin) return;
    const { visitOn, kind } = pin;
    const before = { ...(await nameThings(tx, pin)), ...(visitOn !== null && { visitOn }), pinKind: kind };
    await deletePin(tx, pinId);
    await recordAudit(tx, ctx, [
      { action: 'deleted', entity: { kind: 'assignment-pin', id: pinId, label: plan.name }, before },
    ]);
  });
}

/** The numbers by which people know the request and the person; NotFound where there is none. */
async function nameThings(
  tx: Tx,
  { requestId, instructorId }: Pick<PinOrder, 'requestId' | 'instructorId'>,
): Promise<{ readonly request: string; readonly instructor: string }> {
  const request = isRecordId(requestId)
    ? await tx.selectFrom('request').select('number').where('request_id', '=', requestId).executeTakeFirst()
    : undefined;
  if (!request) throw new NotFound('request', requestId);
  const instructor = isRecordId(instructorId)
    ? await tx.selectFrom('instructor').select('number').where('instructor_id', '=', instructorId).executeTakeFirst()
    : undefined;
  if (!instructor) throw new NotFound('instructor', instructorId);
  return { request: request.number, instructor: instructor.number };
}
