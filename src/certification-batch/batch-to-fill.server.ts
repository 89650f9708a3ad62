import { mapEvidenceKinds } from '#certification/certification-queries.server.ts';
import { listOwnCriteria } from '#certification/criteria-queries.server.ts';
import { findCriteria } from '#certification/domain/certification-criteria.ts';
import { listShortcomingsForCenter } from '#certification/domain/completeness.ts';
import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { listCandidates } from './batch-queries.server.ts';
import { ANNOUNCED_DAYS } from './domain/batch.ts';

/** An open bundle whose deadline presses, and how many applications could go into it as they are. */
export type BatchToFill = { readonly id: string; readonly deadlineOn: PlainDate; readonly complete: number };

/** 取りまとめを待つ申請: complete, in no bundle, while a deadline is near or over. Nothing while none presses. */
export async function findBatchToFill(ctx: Context): Promise<BatchToFill | undefined> {
  requirePermission(ctx, 'certification.read');
  const today = ctx.today();
  const batch = await ctx.db
    .selectFrom('certification_batch')
    .select(['batch_id as id', 'deadline_on as deadlineOn'])
    .where('state', '=', 'open')
    .where('deadline_on', '<=', addDays(today, ANNOUNCED_DAYS))
    .orderBy('deadline_on')
    .orderBy('round')
    .limit(1)
    .executeTakeFirst();
  if (!batch) return undefined;
  const own = await listOwnCriteria(ctx.db);
  const candidates = await listCandidates(ctx.db);
  const kinds = await mapEvidenceKinds(
    ctx.db,
    candidates.map(({ id }) => id),
  );
  const complete = candidates.filter(({ id, input }) => {
    const criteria = findCriteria(input.appliedOn ?? today, own);
    return listShortcomingsForCenter(input, { criteria, evidence: kinds.get(id) ?? [] }).length === 0;
  });
  return { id: batch.id, deadlineOn: batch.deadlineOn as PlainDate, complete: complete.length };
}
