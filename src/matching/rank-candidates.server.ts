import { isRecordId } from '#record/record-id.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { loadCandidates } from './candidate-queries.server.ts';
import type { OfferRoom } from './domain/offer-room.ts';
import { rankCandidates, type Ranking } from './domain/ranking.ts';
import { loadTravel } from '#schedule/travel-rules.server.ts';
import { findMatchRequest, type MatchRequest } from './match-queries.server.ts';
import { loadOfferRoom } from './open-offers.server.ts';

/** The candidates of a request with their reasons, as of today, and what of it is offered already. Nothing is written. */
export async function rankForRequest(
  ctx: Context,
  requestId: string,
): Promise<{ readonly request: MatchRequest; readonly ranking: Ranking; readonly room: OfferRoom }> {
  requirePermission(ctx, 'matching.rank');
  const request = isRecordId(requestId) ? await findMatchRequest(ctx.db, requestId) : undefined;
  if (!request) throw new NotFound('request', requestId);
  const candidates = await loadCandidates(ctx.db, request.facts);
  const hasMeister = candidates.some(({ kind }) => kind === 'meister');
  const today = ctx.today();
  const corner = { today, hasMeister, travel: await loadTravel(ctx.db) };
  const room = await loadOfferRoom(ctx.db, request);
  return { request, ranking: rankCandidates(candidates, request.facts, corner), room };
}
