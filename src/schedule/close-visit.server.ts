import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { RecordRefusal } from '#record/domain/record-kind.ts';
import { getRecord } from '#record/read-record.server.ts';
import { updateRecord } from '#record/save-record.server.ts';
import { isSameSlot, slotOf, type VisitEvent, type VisitReason, type VisitSlot } from './domain/visit-event.ts';
import { cancelVisit, holdVisit, moveVisit, type VisitTransitionRefusal } from './domain/visit-transition.ts';
import type { VisitInput } from './domain/visit.ts';
import { visitStoreWith } from './visit-event-store.server.ts';
import { visitStore } from './visit-store.server.ts';

type Target = { readonly id: string; /** The version that the person saw. */ readonly version: number };

export type VisitClosing = Promise<Result<{ readonly id: string }, RecordRefusal | VisitTransitionRefusal>>;

/** 実施を記録する: turns a planned visit into a held one, by all the rules of a visit. Sent twice, it answers twice the same. */
export function recordHeld(
  ctx: Context,
  { visitOn, trainees, ...target }: Target & { readonly visitOn: PlainDate; readonly trainees: number },
): VisitClosing {
  return close(ctx, target, {
    decide: (visit) => holdVisit(visit, { visitOn, trainees }),
    isDone: (visit) => visit.status === 'held' && visit.visitOn === visitOn && visit.trainees === trainees,
  });
}

type Why = { readonly code: VisitReason; readonly reason: string };

/** 中止にする: a planned visit that will not take place, with the reason. Sent twice, it answers twice the same. */
export function recordCancelled(ctx: Context, { code, reason, ...target }: Target & Why): VisitClosing {
  return close(ctx, target, {
    decide: (visit) => cancelVisit(visit, reason),
    isDone: (visit) => visit.status === 'cancelled' && visit.cancelReason === reason,
    eventOf: (before) => ({ reasonCode: code, reason, from: slotOf(before), to: null }),
  });
}

/**
 * 日時の変更: a planned visit takes place at another time, by all the rules of a visit; old replies no longer count. The
 * move and its reason stay on record. Sent twice, it answers twice the same.
 */
export function recordMoved(
  ctx: Context,
  { code, reason, slot, ...target }: Target & Why & { readonly slot: VisitSlot },
): VisitClosing {
  return close(ctx, target, {
    decide: (visit) => moveVisit(visit, slot),
    isDone: (visit) => visit.status === 'planned' && isSameSlot(visit, slot),
    eventOf: (before) => ({ reasonCode: code, reason, from: slotOf(before), to: slot }),
  });
}

type Closing = {
  readonly decide: (visit: VisitInput) => Result<VisitInput, VisitTransitionRefusal>;
  readonly isDone: (visit: VisitInput) => boolean;
  /** What is kept on record beside the visit. */
  readonly eventOf?: (before: VisitInput) => VisitEvent;
};

// The decision is made on the version that was seen; `updateRecord` writes only if it is still the one stored.
async function close(ctx: Context, { id, version }: Target, { decide, isDone, eventOf }: Closing): VisitClosing {
  requirePermission(ctx, 'visit.write');
  const stored = await getRecord(ctx, visitStore, id);
  if (stored.version === version + 1 && isDone(stored.input)) return accept({ id });
  const decision = decide(stored.input);
  if (!decision.ok) return refuse(decision.refusal);
  const store = eventOf ? visitStoreWith(eventOf(stored.input)) : visitStore;
  return updateRecord(ctx, store, {
    id,
    version,
    input: decision.value,
    fiscalYear: fiscalYearOf(decision.value.visitOn),
  });
}
