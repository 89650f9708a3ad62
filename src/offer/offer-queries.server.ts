import type { PlainDate } from '#kernel/plain-date.ts';
import type { OfferRoom } from '#matching/domain/offer-room.ts';
import type { RankedCandidate } from '#matching/domain/ranking.ts';
import type { MatchRequest } from '#matching/match-queries.server.ts';
import { rankForRequest } from '#matching/rank-candidates.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { Offer } from './domain/offer.ts';
import { selectOffers } from './offer-store.server.ts';

/** Nobody has more open offers before them than fit on one page. */
const MOST_OFFERS = 100;

/** The offers of a request, the newest first. */
export async function listOffers(ctx: Context, requestId: string): Promise<readonly Offer[]> {
  requirePermission(ctx, 'request.read');
  if (!isRecordId(requestId)) throw new NotFound('request', requestId);
  return selectOffers(ctx.db)
    .where('offer.request_id', '=', requestId)
    .orderBy('offer.offered_on', 'desc')
    .orderBy('offer.offer_id', 'desc')
    .limit(MOST_OFFERS)
    .execute();
}

type Next = {
  readonly request: MatchRequest;
  readonly candidates: readonly RankedCandidate[];
  readonly offers: readonly Offer[];
  readonly room: OfferRoom;
};

/** 次の候補: the candidates of a request by rank, without those who have declined it or have not answered. */
export async function rankRemaining(ctx: Context, requestId: string): Promise<Next> {
  requirePermission(ctx, 'matching.rank');
  const { request, ranking, room } = await rankForRequest(ctx, requestId);
  const offers = await listOffers(ctx, requestId);
  const asked = offers.filter(({ state }) => state === 'declined' || state === 'open');
  const ids = new Set(asked.map(({ instructorId }) => instructorId));
  const candidates = ranking.ranked.filter(({ candidate }) => !ids.has(candidate.id));
  return { request, candidates, offers, room };
}

/** The open offers of an instructor, the most urgent first. */
export async function listOwnOffers(ctx: Context, instructorId: string): Promise<readonly Offer[]> {
  requirePermission(ctx, 'own.read', { instructorId });
  return selectOffers(ctx.db)
    .where('offer.instructor_id', '=', instructorId)
    .where('offer.state', '=', 'open')
    .orderBy('offer.answer_by')
    .limit(MOST_OFFERS)
    .execute();
}

/** Whether the deadline of an open offer is over. */
export function isOverdue({ state, answerBy }: Offer, today: PlainDate): boolean {
  return state === 'open' && answerBy < today;
}
