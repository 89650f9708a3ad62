import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { RecordRefusal } from '#record/domain/record-kind.ts';
import { getRecord } from '#record/read-record.server.ts';
import { updateRecord } from '#record/save-record.server.ts';
import { cancelVisit, holdVisit, type VisitTransitionRefusal } from './domain/visit-transition.ts';
import type { VisitInput } from './domain/visit.ts';
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

/** 中止にする: a planned visit that will not take place, with the reason. Sent twice, it answers twice the same. */
export function recordCancelled(
  ctx: Context,
  { reason, ...target }: Target & { readonly reason: string },
): VisitClosing {
  return close(ctx, target, {
    decide: (visit) => cancelVisit(visit, reason),
    isDone: (visit) => visit.status === 'cancelled' && visit.cancelReason === reason,
  });
}

type Closing = {
  readonly decide: (visit: VisitInput) => Result<VisitInput, VisitTransitionRefusal>;
  readonly isDone: (visit: VisitInput) => boolean;
};

// The decision is made on the version that was seen; `updateRecord` writes only if it is still the one stored.
async function close(ctx: Context, { id, version }: Target, { decide, isDone }: Closing): VisitClosing {
  requirePermission(ctx, 'visit.write');
  const stored = await getRecord(ctx, visitStore, id);
  if (stored.version === version + 1 && isDone(stored.input)) return accept({ id });
  const decision = decide(stored.input);
  if (!decision.ok) return refuse(decision.refusal);
  return updateRecord(ctx, visitStore, {
    id,
    version,
    input: decision.value,
    fiscalYear: fiscalYearOf(decision.value.visitOn),
  });
}
