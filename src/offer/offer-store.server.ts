import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#platform/db/database.server.ts';
import type { Offer, OfferState, OfferWay } from './domain/offer.ts';

/** Offers whose request is still there. */
export function selectOffers(db: Db) {
  return db
    .selectFrom('offer')
    .innerJoin('request', 'request.request_id', 'offer.request_id')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .innerJoin('instructor', 'instructor.instructor_id', 'offer.instructor_id')
    .select([
      'offer.offer_id as id',
      'offer.request_id as requestId',
      'request.number as requestNumber',
      'offer.instructor_id as instructorId',
      'instructor.name as instructorName',
      'instructor.number as instructorNumber',
      'organization.name as hostName',
      'request.program',
      'request.trade_code as tradeCode',
      'request.content',
      'request.session_minutes as sessionMinutes',
      'request.expected_trainees as trainees',
      'offer.starts_at as startsAt',
      'offer.offered_by as offeredBy',
      'offer.note',
      'offer.answered_at as answeredAt',
      'offer.answered_by as answeredBy',
      'offer.on_behalf as onBehalf',
      'offer.reason',
    ])
    .select([
      sql<string>`coalesce(request.place_municipality_code, organization.municipality_code)`.as('municipalityCode'),
      sql<PlainDate[]>`offer.days`.as('days'),
      sql<OfferWay>`offer.way`.as('way'),
      sql<OfferState>`offer.state`.as('state'),
      sql<PlainDate>`offer.offered_on`.as('offeredOn'),
      sql<PlainDate>`offer.answer_by`.as('answerBy'),
    ])
    .where('request.deleted_at', 'is', null);
}

/** One offer, held until the transaction ends. */
export async function findOfferForAnswer(tx: Db, offerId: string): Promise<Offer | undefined> {
  return selectOffers(tx).where('offer.offer_id', '=', offerId).forUpdate('offer').executeTakeFirst();
}

/** The open offers of a request, the first one first. */
export async function findOpenOffers(db: Db, requestId: string): Promise<readonly Offer[]> {
  return selectOffers(db)
    .where('offer.request_id', '=', requestId)
    .where('offer.state', '=', 'open')
    .orderBy('offer.offered_on')
    .orderBy('offer.offer_id')
    .execute();
}
