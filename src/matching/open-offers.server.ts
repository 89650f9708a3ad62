import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#platform/db/database.server.ts';
import { keepsDaysFree, type OfferElsewhere } from './domain/held-by-offers.ts';
import type { OfferRoom, OpenOffer } from './domain/offer-room.ts';
import type { MatchRequest } from './match-queries.server.ts';

function selectOpen(db: Db) {
  return db
    .selectFrom('offer')
    .innerJoin('request', 'request.request_id', 'offer.request_id')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .innerJoin('instructor', 'instructor.instructor_id', 'offer.instructor_id')
    .select([
      'offer.request_id as requestId',
      'offer.instructor_id as instructorId',
      'instructor.name as instructorName',
      'offer.starts_at as startsAt',
      'request.number as requestNumber',
      'organization.name as hostName',
      'request.session_minutes as sessionMinutes',
    ])
    .select([
      sql<PlainDate[]>`offer.days`.as('days'),
      sql<string>`coalesce(request.place_municipality_code, organization.municipality_code)`.as('municipalityCode'),
    ])
    .where('offer.state', '=', 'open')
    .where('request.deleted_at', 'is', null)
    .orderBy('offer.offered_on')
    .orderBy('offer.offer_id');
}

/** The open offers of a request, the first one first. */
function listOpenOffers(db: Db, requestId: string): Promise<readonly OpenOffer[]> {
  return selectOpen(db).where('offer.request_id', '=', requestId).execute();
}

/** What of a request is offered, and of the other requests of its host where one cap counts them together. */
export async function loadOfferRoom(db: Db, { id, facts }: Pick<MatchRequest, 'id' | 'facts'>): Promise<OfferRoom> {
  const isPerYear = facts.hostCap?.per === 'year';
  return {
    request: facts,
    open: await listOpenOffers(db, id),
    offeredElsewhere: isPerYear ? await countOfferedElsewhere(db, id) : 0,
  };
}

type Elsewhere = { readonly instructorId: string; readonly request: MatchRequest; readonly today: PlainDate };

/**
 * The open offers to a person of the 年度 but for those of this request. One of which a day is over is accepted no more, and
 * keeps nothing free.
 */
export async function listOffersElsewhere(
  db: Db,
  { instructorId, request, today }: Elsewhere,
): Promise<readonly OfferElsewhere[]> {
  const offers = await selectOpen(db)
    .where('offer.instructor_id', '=', instructorId)
    .where('offer.request_id', '<>', request.id)
    .where('request.fiscal_year', '=', request.facts.fiscalYear)
    .execute();
  return offers.filter((offer) => keepsDaysFree(offer, today));
}

type OfYear = { readonly fiscalYear: number; readonly today: PlainDate };

/** All open offers of a 年度 that keep days free, the first one first: to whom, of which request. */
export async function listOffersOfYear(
  db: Db,
  { fiscalYear, today }: OfYear,
): Promise<readonly (OfferElsewhere & OpenOffer & { readonly requestId: string })[]> {
  const offers = await selectOpen(db).where('request.fiscal_year', '=', fiscalYear).execute();
  return offers.filter((offer) => keepsDaysFree(offer, today));
}

/** Days that are offered of the other requests of the host for the 事業区分 in the 年度, each once a request. */
async function countOfferedElsewhere(db: Db, requestId: string): Promise<number> {
  const { rows } = await sql<{ days: number }>`
    select count(*)::integer as days from (
      select distinct offer.request_id, day
      from request own
      join request other on other.organization_id = own.organization_id and other.program = own.program
        and other.fiscal_year = own.fiscal_year and other.request_id <> own.request_id and other.deleted_at is null
      join offer on offer.request_id = other.request_id and offer.state = 'open'
      cross join unnest(offer.days) as day
      where own.request_id = ${requestId} and not exists (
        select from visit where visit.request_id = offer.request_id and visit.visit_on = day
          and visit.status <> 'cancelled' and visit.deleted_at is null)) as offered`.execute(db);
  return rows[0]?.days ?? 0;
}
