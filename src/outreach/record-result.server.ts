import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { RecordRefusal } from '#record/domain/record-kind.ts';
import type { VisitTransitionRefusal } from '#schedule/domain/visit-transition.ts';
import type { OutreachForm } from './domain/outreach-form.ts';
import type { OutreachKind } from './domain/outreach-kind.ts';
import { holdOutreach } from './domain/outreach-result.ts';
import { outreachRecords } from './outreach-records.server.ts';

type Recording = {
  readonly id: string;
  /** The version that the person saw. */
  readonly version: number;
  readonly kind: OutreachKind;
  readonly form: OutreachForm;
};

/** 結果を記録する: the event was held, before these people; the visit is held with their sum. Sent twice, it answers twice the same. */
export async function recordOutreachResult(
  ctx: Context,
  { id, version, kind, form }: Recording,
): Promise<Result<{ readonly id: string }, RecordRefusal | VisitTransitionRefusal>> {
  requirePermission(ctx, 'visit.write');
  const stored = await outreachRecords.get(ctx, id);
  const held = holdOutreach(stored.input, { form, kind });
  if (!held.ok) return refuse(held.refusal);
  const isDone = JSON.stringify(held.value) === JSON.stringify(stored.input);
  if (stored.version === version + 1 && isDone) return accept({ id });
  const fiscalYear = fiscalYearOf(held.value.visitOn);
  return outreachRecords.update(ctx, { id, version, input: held.value, fiscalYear });
}
