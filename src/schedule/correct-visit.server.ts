import { refuse, type Result } from '#kernel/result.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { RecordRefusal } from '#record/domain/record-kind.ts';
import type { Change } from '#record/save-record.server.ts';
import { checkCorrection } from './domain/visit-transition.ts';
import type { VisitInput } from './domain/visit.ts';
import { visitRecords } from './visit-records.server.ts';

/**
 * 編集する: mends what is written of a visit. A planned one is moved or called off with a reason, by its own short form, and
 * not in passing.
 */
export async function correctVisit(
  ctx: Context,
  change: Change<VisitInput>,
): Promise<Result<{ readonly id: string }, RecordRefusal>> {
  requirePermission(ctx, 'visit.write');
  const stored = await visitRecords.get(ctx, change.id);
  // Of another version than was seen, the ordinary way says who changed it.
  const problems = stored.version === change.version ? checkCorrection(stored.input, change.input) : [];
  return problems.length > 0 ? refuse({ kind: 'fields', problems }) : visitRecords.update(ctx, change);
}
