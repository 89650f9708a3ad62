import { sql } from 'kysely';
import { dormancyOf, type Dormancy } from '#instructor/domain/dormancy.ts';
import { lastActivityOn } from '#instructor/last-activity.server.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#platform/db/database.server.ts';
import { upkeepStateOn, type UpkeepState } from './domain/upkeep.ts';

/** One person's registration as a day shows it. */
export type UpkeepFacts = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kind: string;
  readonly postalCode: string | null;
  readonly municipalityCode: string;
  readonly address: string | null;
  readonly version: number;
  readonly state: UpkeepState;
  readonly dormancy: Dormancy;
  readonly lastActivityOn: PlainDate | null;
  readonly reconfirmedOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly plannedVisits: number;
  readonly recourseDone: boolean;
};

/** From this day on somebody's three years run: the last activity or certification, or the later reconfirmation. */
export const countedFrom = sql<PlainDate | null>`greatest(coalesce(${lastActivityOn}, instructor.certified_on), upkeep.reconfirmed_on)`;

/** What the rules know of one registered person; nothing where there is none. */
export async function loadUpkeepFacts(
  db: Db,
  instructorId: string,
  today: PlainDate,
): Promise<UpkeepFacts | undefined> {
  const row = await db
    .selectFrom('instructor')
    .leftJoin('upkeep', 'upkeep.instructor_id', 'instructor.instructor_id')
    .select(['instructor.instructor_id as id', 'instructor.number', 'instructor.name', 'instructor.kind'])
    .select(['instructor.postal_code as postalCode', 'instructor.municipality_code as municipalityCode', 'address'])
    .select(['upkeep.state', 'upkeep.version', 'upkeep.reconfirmed_on as reconfirmedOn', 'upkeep.ended_on as endedOn'])
    .select([
      lastActivityOn.as('lastActivityOn'),
      countedFrom.as('since'),
      sql<number>`(select count(*) from visit_instructor
        join visit on visit.visit_id = visit_instructor.visit_id
        where visit_instructor.instructor_id = instructor.instructor_id
          and visit.status = 'planned' and visit.visit_on >= ${today}::date and visit.deleted_at is null)`.as(
        'plannedVisits',
      ),
      sql<boolean>`exists (select from course_attendance
        join course on course.course_id = course_attendance.course_id
        join intent_enquiry on intent_enquiry.instructor_id = course_attendance.instructor_id
        where course_attendance.instructor_id = instructor.instructor_id and course_attendance.state = 'completed'
          and course.kind in ('technique', 'refresher') and course.last_day >= intent_enquiry.asked_on)`.as(
        'recourseDone',
      ),
    ])
    .where('instructor.instructor_id', '=', instructorId)
    .where('instructor.deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { state, version, since, reconfirmedOn, endedOn, ...facts } = row;
  const dormancy = dormancyOf({ lastActivityOn: since, certifiedOn: null, today });
  return {
    ...facts,
    version: version ?? 0,
    state: upkeepStateOn(state as UpkeepState | null, dormancy),
    dormancy,
    reconfirmedOn: reconfirmedOn as PlainDate | null,
    endedOn: endedOn as PlainDate | null,
  };
}
