import type { PlainDate } from '#kernel/plain-date.ts';
import type { DatedTravel } from '#schedule/domain/travel-time.ts';
import { remainingVisits } from '#instructor/domain/dormancy.ts';
import type { AssignmentRefusal } from './assignment.ts';
import type { CandidateFacts } from './candidate.ts';
import { dayBlock } from './free-days.ts';
import { findHeldByOffers, type HeldRefusal, type OfferElsewhere } from './held-by-offers.ts';
import { checkAssignmentRoom, type OpenOffer } from './offer-room.ts';
import { quotaIdOf } from './planning-quotas.ts';
import type { PlanningFacts, PlanningOffer, PlanningRequest } from './planning-facts.ts';
import { appointmentOn } from './request-session.ts';

/** The open offers of a plan by whom and what they concern: most requests and people have none. */
export type OfferIndex = {
  readonly ofRequest: ReadonlyMap<string, readonly PlanningOffer[]>;
  readonly ofPerson: ReadonlyMap<string, readonly PlanningOffer[]>;
  readonly ofQuota: ReadonlyMap<string | null, readonly PlanningOffer[]>;
};

export function indexOffers({ offers }: Pick<PlanningFacts, 'offers'>): OfferIndex {
  return {
    ofRequest: Map.groupBy(offers, ({ requestId }) => requestId),
    ofPerson: Map.groupBy(offers, ({ instructorId }) => instructorId),
    ofQuota: Map.groupBy(offers, ({ quota }) => quota),
  };
}

type Choice = {
  readonly request: PlanningRequest;
  readonly candidate: CandidateFacts;
  readonly day: PlainDate;
  readonly travel: readonly DatedTravel[];
};

/**
 * What open offers keep from somebody who could go by every other rule: what a direct assignment is refused for. A day that
 * they were asked for themselves is theirs.
 */
export function findHeld(
  { request, candidate, day, travel }: Choice,
  { ofRequest, ofPerson, ofQuota }: OfferIndex,
): HeldRefusal | AssignmentRefusal | undefined {
  const own = ofRequest.get(request.id) ?? [];
  const asked = ofPerson.get(candidate.id) ?? [];
  if (own.some((offer) => offer.instructorId === candidate.id && offer.day === day)) return undefined;
  const quota = quotaIdOf(request);
  const beside =
    quota === undefined ? [] : (ofQuota.get(quota) ?? []).filter((offer) => offer.requestId !== request.id);
  if (own.length + beside.length > 0) {
    const wanted = { instructorId: candidate.id, days: [day], startsAt: request.wishedStart };
    const offeredElsewhere = new Set(beside.flatMap((offer) => (offer.isNew ? [sessionKey(offer)] : []))).size;
    const noRoom = checkAssignmentRoom(wanted, { request, open: own.map(toOpen), offeredElsewhere });
    // What the request may not have anyway is no matter of offers.
    if (noRoom && !checkAssignmentRoom(wanted, { request, open: [], offeredElsewhere: 0 })) return noRoom;
  }
  const elsewhere = asked.filter((offer) => offer.requestId !== request.id).map(toElsewhere);
  return findHeldByOffers(candidate, elsewhere, (facts) => ({
    ok: hasVisitLeft(facts) && dayBlock(facts, appointmentOn(request, day), travel) === undefined,
  }));
}

function hasVisitLeft(candidate: CandidateFacts): boolean {
  const left = remainingVisits(candidate.yearlyCap, candidate);
  return left === null || left > 0;
}

/** One session, to however many people it is offered. */
export function sessionKey({ requestId, day }: Pick<PlanningOffer, 'requestId' | 'day'>): string {
  return `${requestId} ${day}`;
}

function toOpen({ day, ...offer }: PlanningOffer): OpenOffer {
  return { ...offer, days: [day] };
}

export function toElsewhere({ day, ...offer }: PlanningOffer): OfferElsewhere {
  return { ...offer, days: [day] };
}
