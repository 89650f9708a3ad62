import { holdRequest, moveRequestIn } from '#dispatch/move-request.server.ts';
import type { RequestMoveRefusal } from '#dispatch/domain/move-request.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { assignInstructorIn, type VisitsRefused } from '#matching/assign-instructor.server.ts';
import type { AssignmentRefusal } from '#matching/domain/assignment.ts';
import { checkOfferRoom, type OfferRoomRefusal } from '#matching/domain/offer-room.ts';
import { mostDays } from '#matching/domain/request-session.ts';
import { judgeAssignmentIn } from '#matching/judge-assignment.server.ts';
import { findMatchRequest } from '#matching/match-queries.server.ts';
import { loadOfferRoom } from '#matching/open-offers.server.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { allOrNothing, answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { acceptPlannedVisits } from '#schedule/accept-planned-visits.server.ts';
import { lockSchedule } from '#schedule/visit-references.server.ts';
import {
  checkDeadline,
  decideNewDeadline,
  type Offer,
  decideOfferAnswer,
  type OfferAnswer,
  type OfferRefusal,
  type OfferWay,
} from './domain/offer.ts';
import { findOfferForAnswer, findOpenOffers } from './offer-store.server.ts';

export type OfferOrder = {
  readonly requestId: string;
  readonly instructorId: string;
  readonly days: readonly PlainDate[];
  readonly startsAt: string | null;
  readonly way: OfferWay;
  readonly answerBy: PlainDate;
  readonly note: string | null;
  readonly key?: string | undefined;
};

/** Every reason for which an offer is not made or not answered. */
export type OfferStopped = OfferRefusal | OfferRoomRefusal | AssignmentRefusal | VisitsRefused | RequestMoveRefusal;

type Offered = Result<{ readonly id: string }, OfferStopped>;

/**
 * 打診. Offers days of a request to an instructor. Whether they could go is decided as for an assignment, and again when
 * they answer; several people may be asked at once, of a day as many as its session needs. The same key answers the same.
 */
export async function makeOffer(ctx: Context, { key, ...order }: OfferOrder): Promise<Offered> {
  requirePermission(ctx, 'offer.write');
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['offer', order]),
      work: () => makeOfferIn(tx, ctx, order),
      isKept: (answer) => answer.ok,
    }),
  );
}

/** The same within the transaction of another use case, which has asked for the permission. */
export async function makeOfferIn(tx: Tx, ctx: Context, order: OfferOrder): Promise<Offered> {
  const { requestId, instructorId, days, answerBy, note, way, startsAt } = order;
  if (!isRecordId(requestId)) throw new NotFound('request', requestId);
  if (!isRecordId(instructorId)) throw new NotFound('instructor', instructorId);
  const { request, candidate, decision } = await judgeAssignmentIn(tx, ctx, order);
  if (!decision.ok) return decision;
  const noRoom = checkOfferRoom(order, await loadOfferRoom(tx, request));
  if (noRoom) return refuse(noRoom);
  const deadline = checkDeadline({ answerBy, days }, ctx.today());
  if (!deadline.ok) return deadline;
  const moved = await follow(tx, ctx, { requestId, command: 'offer', reason: candidate.name });
  if (!moved.ok) return moved;
  const id = ctx.newId();
  await tx
    .insertInto('offer')
    .values({
      corner_code: ctx.corner,
      offer_id: id,
      request_id: requestId,
      instructor_id: instructorId,
      days: [...decision.value.days],
      starts_at: startsAt,
      way,
      offered_on: ctx.today(),
      offered_by: ctx.actor.name,
      answer_by: answerBy,
      note: note?.trim() || null,
    })
    .execute();
  const offered = { offeredDays: decision.value.days, instructor: candidate.name, answerBy, way };
  await recordAudit(tx, ctx, [
    { action: 'offered', entity: { kind: 'offer', id, label: candidate.name }, after: offered },
  ]);
  return accept({ id });
}

export type OfferReply = {
  readonly offerId: string;
  /** Whose answer it is; staff enter it on their behalf. */
  readonly instructorId: string;
  readonly answer: OfferAnswer;
  readonly reason: string;
};

/**
 * 打診への返事. The instructor accepts or declines; staff may enter what they were told, and the log says for whom; only
 * staff withdraw an offer. Who accepts is assigned at once, with the reply to every visit recorded: all of it, or nothing.
 */
export async function answerOffer(ctx: Context, reply: OfferReply): Promise<Offered> {
  const { offerId, instructorId, answer } = reply;
  if (answer === 'withdrawn') requirePermission(ctx, 'offer.write');
  else requirePermission(ctx, 'offer.answer', { instructorId });
  return allOrNothing(ctx, async (tx): Promise<Offered> => {
    await lockSchedule(tx);
    const offer = isRecordId(offerId) ? await findOfferForAnswer(tx, offerId) : undefined;
    if (!offer || offer.instructorId !== instructorId) throw new NotFound('offer', offerId);
    const decision = decideOfferAnswer(offer, reply, ctx.today());
    if (!decision.ok) return decision;
    const onBehalf = ctx.actor.instructorId !== instructorId;
    await endOffer(tx, ctx, { offerId, answer, reason: decision.value, onBehalf });
    const done = answer === 'accepted' ? await assignOffered(tx, ctx, { offer, onBehalf }) : undefined;
    if (done && !done.ok) return done;
    const moved = await followAnswer(tx, ctx, { offer, answer, reason: moveReason(offer, decision.value) });
    if (!moved.ok) return moved;
    await recordAnswer(tx, ctx, { offer, answer, reason: decision.value, onBehalf });
    return accept({ id: offerId });
  });
}

type Ending = {
  readonly offerId: string;
  readonly answer: OfferAnswer;
  readonly reason: string | null;
  readonly onBehalf: boolean;
};

async function endOffer(tx: Tx, ctx: Context, { offerId, answer, reason, onBehalf }: Ending): Promise<void> {
  await tx
    .updateTable('offer')
    .set({
      state: answer,
      answered_at: ctx.now(),
      answered_by: ctx.actor.name,
      on_behalf: answer === 'withdrawn' ? null : onBehalf,
      reason,
    })
    .where('offer_id', '=', offerId)
    .execute();
}

async function assignOffered(
  tx: Tx,
  ctx: Context,
  { offer, onBehalf }: { readonly offer: Offer; readonly onBehalf: boolean },
) {
  const { requestId, instructorId, days, startsAt } = offer;
  const assigned = await assignInstructorIn(tx, ctx, { requestId, instructorId, days, startsAt });
  if (!assigned.ok) return assigned;
  const visitIds = assigned.value.map(({ id }) => id);
  await acceptPlannedVisits(tx, ctx, { visitIds, instructorId, onBehalf });
  return assigned;
}

function moveReason({ instructorName }: Offer, reason: string | null): string {
  return reason === null ? instructorName : `${instructorName}：${reason}`;
}

type Told = { readonly offer: Offer; readonly answer: OfferAnswer; readonly reason: string };

/**
 * A request waits at 打診中 while anybody has not answered. The last answer takes it along: a yes to 承諾, a no back to the
 * choice of a person, or to 承諾 where those who said yes are all that it needs.
 */
async function followAnswer(tx: Tx, ctx: Context, { offer: { requestId }, answer, reason }: Told) {
  const waiting = await findOpenOffers(tx, requestId);
  const { stage } = await holdRequest(tx, requestId);
  if (waiting.length > 0 && (answer !== 'accepted' || stage === 'offered')) return accept({ stage });
  const isEnough = answer !== 'accepted' && stage === 'offered' && (await needsNobody(tx, requestId));
  return follow(tx, ctx, { requestId, command: answer === 'accepted' || isEnough ? 'accept' : 'decline', reason });
}

async function needsNobody(tx: Tx, requestId: string): Promise<boolean> {
  const request = await findMatchRequest(tx, requestId);
  return request !== undefined && mostDays(request.facts) === 0;
}

type Following = {
  readonly requestId: string;
  readonly command: 'offer' | 'accept' | 'decline';
  readonly reason: string;
};

/**
 * Takes the request along. Where visits are held already its stage goes by itself; a no ends the offer wherever the request
 * stands by then, a yes counts only while somebody is looked for.
 */
async function follow(tx: Tx, ctx: Context, { requestId, command, reason }: Following) {
  const moved = await moveRequestIn(tx, ctx, { requestId, command, happenedOn: ctx.today(), reason });
  if (moved.ok || moved.refusal.kind !== 'wrong-stage') return moved;
  const { why, stage } = moved.refusal;
  const stays = command === 'decline' || why === 'goes-by-itself' || why === 'done-already';
  return stays ? accept({ stage }) : moved;
}

/** 期限の延長. Staff set a later deadline for an open offer, so that it can be answered again; the log keeps both days. */
export function reopenOffer(
  ctx: Context,
  { offerId, answerBy }: { readonly offerId: string; readonly answerBy: PlainDate },
): Promise<Result<{ readonly id: string }, OfferRefusal>> {
  requirePermission(ctx, 'offer.write');
  return inTransaction(ctx, async (tx) => {
    const offer = isRecordId(offerId) ? await findOfferForAnswer(tx, offerId) : undefined;
    if (!offer) throw new NotFound('offer', offerId);
    const deadline = decideNewDeadline(offer, answerBy, ctx.today());
    if (!deadline.ok) return deadline;
    await tx.updateTable('offer').set({ answer_by: answerBy }).where('offer_id', '=', offerId).execute();
    const entity = { kind: 'offer', id: offerId, label: offer.instructorName };
    const before = { answerBy: offer.answerBy };
    await recordAudit(tx, ctx, [{ action: 'reopened', entity, before, after: { answerBy } }]);
    return accept({ id: offerId });
  });
}

type Answered = Omit<Ending, 'offerId'> & { readonly offer: Offer };

async function recordAnswer(tx: Tx, ctx: Context, { offer, answer, reason, onBehalf }: Answered): Promise<void> {
  const told = onBehalf && answer !== 'withdrawn' ? { onBehalfOf: offer.instructorName } : {};
  await recordAudit(tx, ctx, [
    {
      action: answer === 'withdrawn' ? 'revoked' : answer,
      entity: { kind: 'offer', id: offer.id, label: offer.instructorName },
      after: { request: offer.requestNumber, ...(reason === null ? {} : { reason }), ...told },
    },
  ]);
}
