import { moveRequestIn } from '#dispatch/move-request.server.ts';
import { accept, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { decideReply, type ReplyAnswer, type VisitReply, type VisitReplyRefusal } from './domain/visit-reply.ts';
import { findRequestToAccept, findAskedVisit, findReply, saveReply } from './visit-reply-store.server.ts';

type Reply = {
  readonly visitId: string;
  readonly instructorId: string;
  /** The version of the visit that was read: nobody agrees to a day they did not see. */
  readonly version: number;
  readonly answer: ReplyAnswer;
  readonly reason: string;
};

/**
 * 返事. An instructor accepts or declines a visit; staff may enter what they were told on the phone, and the log then says
 * for whom (A11-23). A visit of somebody else is not found. Sent twice, it answers twice the same.
 */
export function replyToVisit(ctx: Context, reply: Reply): Promise<Result<VisitReply, VisitReplyRefusal>> {
  const { visitId, instructorId, version } = reply;
  requirePermission(ctx, 'visit.reply', { instructorId });
  return inTransaction(ctx, async (tx) => {
    const asked = { visitId, instructorId };
    const isNamed = isRecordId(visitId) && isRecordId(instructorId);
    const visit = isNamed ? await findAskedVisit(tx, asked) : undefined;
    if (!visit) throw new NotFound('visit', visitId);
    if (visit.version !== version) throw new Conflict('visit', visitId, version, visit.version);
    const decision = decideReply(visit, reply, ctx.today());
    if (!decision.ok) return decision;
    const before = await findReply(tx, asked);
    if (JSON.stringify(before) === JSON.stringify(decision.value)) return accept(decision.value);
    const onBehalf = ctx.actor.instructorId !== instructorId;
    const row = { corner_code: ctx.corner, visit_id: visitId, instructor_id: instructorId };
    const by = { answered_at: ctx.now(), answered_by: ctx.actor.name, on_behalf: onBehalf };
    await saveReply(tx, { ...row, ...by }, decision.value);
    const { answer, reason, visitOn } = decision.value;
    const told = onBehalf ? { onBehalfOf: visit.instructorName } : {};
    if (answer === 'accepted') await acceptWithEveryReply(tx, ctx, visitId);
    await recordAudit(tx, ctx, [
      {
        action: answer,
        entity: { kind: 'visit', id: visitId, label: visit.number },
        before: before ? { answer: before.answer, reason: before.reason } : null,
        after: { answer, reason, visitOn, instructor: visit.instructorName, ...told },
      },
    ]);
    return accept(decision.value);
  });
}

/**
 * A request to which somebody was assigned without an offer is accepted with the last yes: every planned visit of all that
 * were wished has the yes of each of its instructors.
 */
async function acceptWithEveryReply(tx: Tx, ctx: Context, visitId: string): Promise<void> {
  const found = await findRequestToAccept(tx, visitId);
  if (!found) return;
  const { requestId, names } = found;
  const step = { requestId, command: 'accept', seen: 'matching', happenedOn: ctx.today(), reason: names } as const;
  const moved = await moveRequestIn(tx, ctx, step);
  // Whoever took the request somewhere else at the same moment was first.
  if (!moved.ok && moved.refusal.kind !== 'moved-meanwhile')
    throw new Error(`a request in its matching is not accepted: ${moved.refusal.kind}`);
}
