import { sql } from 'kysely';
import { latestActivity } from '#instructor/domain/dormancy.ts';
import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import { toCourse } from '#instructor/instructor-row.server.ts';
import { isAvailable } from '#instructor/registration.server.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { OrganizationKind } from '#organization/domain/organization-kind.ts';
import type { SchoolFounder } from '#organization/domain/school-founder.ts';
import type { Db } from '#platform/db/database.server.ts';
import type { Appointment } from '#schedule/domain/appointment.ts';
import type { CandidateFacts } from './domain/candidate.ts';
import { fittingTrades } from './domain/eligibility.ts';

type CandidateQuery = {
  /** Only those who are registered for it. */
  readonly tradeCode?: string | undefined;
  readonly fiscalYear: number;
  /** Only this person, to be decided on again. */
  readonly instructorId?: string | undefined;
};

/**
 * The instructors of a trade, or of all, with the visits of their 年度, in one statement. A deleted one is asked for by name only: an
 * open page may still show somebody who has left meanwhile.
 */
export async function loadCandidates(
  db: Db,
  { tradeCode, fiscalYear, instructorId }: CandidateQuery,
): Promise<readonly CandidateFacts[]> {
  let query = db
    .selectFrom('instructor')
    .select(['instructor_id as id', 'number', 'name', 'kind', 'employer', 'municipality_code as municipalityCode'])
    .select([
      'course_status',
      'course_completed_on',
      'certified_on as certifiedOn',
      'last_activity_on',
      'yearly_cap as yearlyCap',
      'monthly_cap as monthlyCap',
    ])
    .select([
      'available_weekdays as availableWeekdays',
      'unavailable_dates',
      'deleted_at',
      isAvailable.as('isAvailable'),
    ])
    .select([
      sql<string[]>`array(
        select trade_code from instructor_trade
        where instructor_trade.instructor_id = instructor.instructor_id order by trade_code)`.as('tradeCodes'),
      sql<OrganizationKind[] | null>`host_kinds`.as('hostKinds'),
      sql<SchoolFounder[] | null>`host_founders`.as('hostFounders'),
      sql<Busy[]>`coalesce((
        select jsonb_agg(jsonb_build_object(
          'day', visit.visit_on, 'isHeld', visit.status = 'held',
          'startsAt', to_char(visit.starts_at, 'HH24:MI'), 'endsAt', to_char(visit.ends_at, 'HH24:MI'),
          'municipalityCode', coalesce(request.place_municipality_code, organization.municipality_code)
        ) order by visit.visit_on, visit.starts_at)
        from visit_instructor
        join visit on visit.visit_id = visit_instructor.visit_id
        join organization on organization.organization_id = visit.organization_id
        left join request on request.request_id = visit.request_id
        where visit_instructor.instructor_id = instructor.instructor_id and visit.fiscal_year = ${fiscalYear}
          and visit.status <> 'cancelled' and visit.deleted_at is null), '[]')`.as('visits'),
    ]);
  if (instructorId !== undefined) query = query.where('instructor_id', '=', instructorId);
  else {
    query = query.where('deleted_at', 'is', null).where(isAvailable);
    if (tradeCode !== undefined) query = query.where('instructor_id', 'in', teachersOf(db, tradeCode));
  }
  return (await query.orderBy('number').execute()).map(toCandidate);
}

/** The instructors who are registered for a trade that fits. */
export function teachersOf(db: Db, tradeCode: string) {
  return db.selectFrom('instructor_trade').select('instructor_id').where('trade_code', 'in', fittingTrades(tradeCode));
}

/** A visit of an instructor, and whether it was held. */
type Busy = Appointment & { readonly isHeld: boolean };

type CandidateRow = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kind: string;
  readonly employer: string | null;
  readonly municipalityCode: string;
  readonly course_status: string | null;
  readonly course_completed_on: string | null;
  readonly certifiedOn: string | null;
  readonly last_activity_on: string | null;
  readonly yearlyCap: number | null;
  readonly monthlyCap: number | null;
  readonly hostKinds: readonly OrganizationKind[] | null;
  readonly hostFounders: readonly SchoolFounder[] | null;
  readonly availableWeekdays: readonly number[] | null;
  readonly unavailable_dates: readonly string[] | null;
  readonly deleted_at: string | null;
  readonly isAvailable: boolean;
  readonly tradeCodes: readonly string[];
  readonly visits: readonly Busy[];
};

function toCandidate(row: CandidateRow): CandidateFacts {
  const {
    course_status,
    course_completed_on,
    last_activity_on,
    unavailable_dates,
    deleted_at,
    visits,
    isAvailable: available,
    ...facts
  } = row;
  const held = visits.filter(({ isHeld }) => isHeld);
  return {
    ...facts,
    kind: facts.kind as InstructorKind,
    certifiedOn: facts.certifiedOn as PlainDate | null,
    course: toCourse({ course_status, course_completed_on }),
    lastActivityOn: latestActivity(last_activity_on as PlainDate | null, held.at(-1)?.day ?? null),
    unavailableDates: (unavailable_dates ?? []) as readonly PlainDate[],
    busy: visits.map(({ isHeld: _, ...appointment }) => appointment),
    held: held.length,
    planned: visits.length - held.length,
    isDeleted: deleted_at !== null || !available,
  };
}

/** Whether the corner has registered a Meister of the trade of a request. */
export async function hasMeister(db: Db, tradeCode: string): Promise<boolean> {
  const row = await db
    .selectFrom('instructor')
    .innerJoin('instructor_trade', 'instructor_trade.instructor_id', 'instructor.instructor_id')
    .select('instructor.instructor_id')
    .where('instructor_trade.trade_code', 'in', fittingTrades(tradeCode))
    .where('instructor.kind', '=', 'meister')
    .where('instructor.deleted_at', 'is', null)
    .where(isAvailable)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
