import { sql } from 'kysely';
import { programLabel } from '#dispatch/domain/program.ts';
import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { Clock } from '#platform/context.server.ts';
import type { Database, Db } from '#platform/db/database.server.ts';
import { createFloodGate, type FloodGate } from '#public-request/domain/flood-gate.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { writeCalendar, type CalendarEvent } from './domain/calendar-document.ts';
import {
  FEED_DAYS_BACK,
  feedLimits,
  MOST_FEED_VISITS,
  type FeedKind,
  type FeedRefusal,
  type FeedSubject,
} from './domain/calendar-feed.ts';
import { feedDescription, feedName, feedSummary } from './feed-text.ts';
import { findSubjectName } from './feed-subject.server.ts';
import { cornerOfFeedToken, hashOfFeedToken } from './feed-token.server.ts';

/** What reading a feed needs of the running desk. */
export type FeedDesk = { readonly database: Database; readonly clock: Clock };

type Asking = { readonly token: string; /** Of the network. */ readonly address: string };

const gate = createFloodGate(feedLimits);

/** カレンダー: the visits behind a secret address as text/calendar. Nothing of a trainee stands in it, nor how many they are. */
export async function readCalendarFeed(
  { database, clock }: FeedDesk,
  { token, address }: Asking,
  flood: FloodGate = gate,
): Promise<Result<string, FeedRefusal>> {
  const corner = cornerOfFeedToken(token);
  if (corner === undefined) return refuse({ kind: 'unknown' });
  const hash = hashOfFeedToken(token);
  if (!flood.take(`${address} ${hash}`, Date.parse(clock.now()))) return refuse({ kind: 'too-often' });
  const db = database.forCorner(corner);
  const row = await db
    .selectFrom('calendar_feed')
    .select(['kind', 'subject_id', 'expires_on', 'revoked_at'])
    .where('token_hash', '=', hash)
    .executeTakeFirst();
  if (!row) return refuse({ kind: 'unknown' });
  const subject = { kind: row.kind as FeedKind, id: row.subject_id };
  const today = clock.today();
  const name = await findSubjectName(db, corner, subject);
  if (row.revoked_at !== null || row.expires_on < today || name === undefined) return refuse({ kind: 'ended' });
  const events = await listEvents(db, { corner, subject, from: addDays(today, -FEED_DAYS_BACK) });
  return accept(writeCalendar({ name: feedName(name), events }));
}

type Listing = { readonly corner: string; readonly subject: FeedSubject; readonly from: PlainDate };

async function listEvents(db: Db, { corner, subject, from }: Listing): Promise<readonly CalendarEvent[]> {
  const rows = await db
    .selectFrom('visit')
    .innerJoin('organization', 'organization.organization_id', 'visit.organization_id')
    .leftJoin('user', 'user.id', 'visit.coordinator_id')
    .select(['visit.visit_id as id', 'visit.version', 'visit.number', 'visit.updated_at', 'visit.status'])
    .select(['visit.visit_on as day', 'visit.starts_at as startsAt', 'visit.ends_at as endsAt', 'visit.program'])
    .select(['visit.trade_code', 'organization.name as host', 'organization.municipality_code', 'organization.address'])
    .select('user.name as coordinator')
    .select(
      sql<readonly string[]>`array(
        select instructor.name from visit_instructor
        join instructor on instructor.instructor_id = visit_instructor.instructor_id
        where visit_instructor.visit_id = visit.visit_id order by visit_instructor.position)`.as('instructors'),
    )
    .where('visit.deleted_at', 'is', null)
    .where('visit.visit_on', '>=', from)
    .where(isOf(subject))
    .orderBy('visit.visit_on')
    .orderBy('visit.number')
    .limit(MOST_FEED_VISITS)
    .execute();
  return rows.map(({ id, version, updated_at, status, day, startsAt, endsAt, trade_code, ...row }): CalendarEvent => {
    const isCancelled = status === 'cancelled';
    const told = {
      ...row,
      kind: subject.kind,
      isCancelled,
      trade: findTrade(trade_code)?.name ?? trade_code,
      program: programLabel(row.program),
    };
    return {
      uid: `${id}.${corner}@takumi-desk`,
      sequence: version,
      changedAt: updated_at,
      isCancelled,
      day: day as PlainDate,
      startsAt,
      endsAt,
      summary: feedSummary(told),
      location: `${findMunicipality(row.municipality_code)?.name ?? ''}${row.address ?? ''}`,
      description: feedDescription(told),
    };
  });
}

function isOf({ kind, id }: FeedSubject) {
  switch (kind) {
    case 'host':
      return sql<boolean>`visit.organization_id = ${id}::uuid`;
    case 'coordinator':
      return sql<boolean>`visit.coordinator_id = ${id}`;
    case 'instructor':
      return sql<boolean>`visit.visit_id in (select visit_id from visit_instructor where instructor_id = ${id}::uuid)`;
  }
}
