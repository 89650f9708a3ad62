import { sql } from 'kysely';
import { requestFiscalYear } from '#dispatch/domain/request.ts';
import type { Program } from '#dispatch/domain/program.ts';
import { openSessions } from '#dispatch/domain/request-status.ts';
import { latestActivity } from '#instructor/domain/dormancy.ts';
import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import { isAvailable } from '#instructor/registration.server.ts';
import { toCourse } from '#instructor/instructor-row.server.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import type { DateWindow } from '#record/domain/date-codecs.ts';
import type { CandidateFacts, RequestFacts } from './domain/candidate.ts';
import { fittingTrades } from './domain/eligibility.ts';
import { kindsOfProgram } from './domain/program-kinds.ts';

/** The request behind a ranking: what the rules read, and what an assignment writes into its visits. */
export type MatchRequest = {
  readonly id: string;
  readonly number: string;
  readonly organizationNumber: string;
  readonly expectedTrainees: number;
  readonly wished: number;
  readonly planned: number;
  readonly held: number;
  readonly facts: RequestFacts;
};

/** One request with its host and what of it is planned and held; undefined where there is none. */
export async function findMatchRequest(db: Db, requestId: string): Promise<MatchRequest | undefined> {
  const row = await db
    .selectFrom('request')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .leftJoin('request_application as told', 'told.request_id', 'request.request_id')
    .select([
      'request.number',
      'request.program',
      'request.trade_code as tradeCode',
      'request.wished_sessions as wished',
      'request.session_minutes as sessionMinutes',
      'request.expected_trainees as expectedTrainees',
      'request.candidate_dates as candidateDates',
      'organization.number as organizationNumber',
      'organization.name as hostName',
      'told.wished_weekdays as wishedWeekdays',
      'told.wished_start as wishedStart',
    ])
    .select([
      sql<string>`coalesce(request.place_municipality_code, organization.municipality_code)`.as('municipalityCode'),
      countOf('planned').as('planned'),
      countOf('held').as('held'),
    ])
    .where('request.request_id', '=', requestId)
    .where('request.deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  return toMatchRequest(requestId, row);
}

type RequestRow = Omit<MatchRequest, 'id' | 'facts'> &
  Pick<
    RequestFacts,
    'tradeCode' | 'hostName' | 'municipalityCode' | 'wishedWeekdays' | 'wishedStart' | 'sessionMinutes'
  > & { readonly program: string; readonly candidateDates: unknown };

function toMatchRequest(id: string, row: RequestRow): MatchRequest {
  const { number, organizationNumber, expectedTrainees, wished, planned, held, ...facts } = row;
  const candidateDates = row.candidateDates as readonly DateWindow[];
  return {
    id,
    number,
    organizationNumber,
    expectedTrainees,
    wished,
    planned,
    held,
    facts: {
      ...facts,
      program: row.program as Program,
      candidateDates,
      fiscalYear: requestFiscalYear({ candidateDates }),
      openSessions: openSessions(row),
    },
  };
}

/** Visits of the request in one state. */
function countOf(status: 'planned' | 'held') {
  return sql<number>`(
    select count(*) from visit
    where visit.request_id = request.request_id and visit.deleted_at is null and visit.status = ${status})`;
}

type CandidateQuery = {
  /** Only who teaches it; everybody where it is left out. */
  readonly tradeCode?: string;
  readonly fiscalYear: number;
  /** Only this person, to be decided on again. */
  readonly instructorId?: string | undefined;
};

/**
 * The instructors of a trade with the visits of their 年度, in one statement. A deleted one is asked for by name only: an
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
      // A day with its state, 2022-12-05planned: one look at the visits of the year serves days, cap and last activity.
      sql<string[]>`array(
        select visit.visit_on || visit.status from visit_instructor
        join visit on visit.visit_id = visit_instructor.visit_id
        where visit_instructor.instructor_id = instructor.instructor_id and visit.fiscal_year = ${fiscalYear}
          and visit.status <> 'cancelled' and visit.deleted_at is null
        order by visit.visit_on)`.as('visits'),
    ]);
  if (instructorId !== undefined) query = query.where('instructor_id', '=', instructorId);
  else query = query.where('deleted_at', 'is', null).where(isAvailable);
  if (instructorId === undefined && tradeCode !== undefined) {
    query = query.where('instructor_id', 'in', (row) =>
      row.selectFrom('instructor_trade').select('instructor_id').where('trade_code', 'in', fittingTrades(tradeCode)),
    );
  }
  return (await query.orderBy('number').execute()).map(toCandidate);
}

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
  readonly availableWeekdays: readonly number[] | null;
  readonly unavailable_dates: readonly string[] | null;
  readonly deleted_at: string | null;
  readonly isAvailable: boolean;
  readonly tradeCodes: readonly string[];
  readonly visits: readonly string[];
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
  const dated = visits.map((visit) => ({ day: visit.slice(0, 10) as PlainDate, held: visit.endsWith('held') }));
  const held = dated.filter((visit) => visit.held);
  return {
    ...facts,
    kind: facts.kind as InstructorKind,
    certifiedOn: facts.certifiedOn as PlainDate | null,
    course: toCourse({ course_status, course_completed_on }),
    lastActivityOn: latestActivity(last_activity_on as PlainDate | null, held.at(-1)?.day ?? null),
    unavailableDates: (unavailable_dates ?? []) as readonly PlainDate[],
    busyDays: dated.map(({ day }) => day),
    held: held.length,
    planned: dated.length - held.length,
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

export type TradeTeachers = {
  readonly tradeCode: string;
  readonly program: Program;
  readonly hasMeister: boolean;
  readonly skilledWorkers: number;
};

/**
 * Who is registered for the trade of a request that Meister or skilled workers lead; undefined where the 事業区分 is led by
 * others. Where no Meister is registered, skilled workers may go (domain.md §5.3).
 */
export async function findTeachers(ctx: Context, requestId: string): Promise<TradeTeachers | undefined> {
  requirePermission(ctx, 'request.read');
  const request = await findMatchRequest(ctx.db, requestId);
  if (!request) return undefined;
  const { tradeCode, program } = request.facts;
  if (!kindsOfProgram(program, ctx.today()).includes('skilled-worker')) return undefined;
  const { count } = await ctx.db
    .selectFrom('instructor')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('kind', '=', 'skilled-worker')
    .where('deleted_at', 'is', null)
    .where(isAvailable)
    .where('instructor_id', 'in', (row) =>
      row.selectFrom('instructor_trade').select('instructor_id').where('trade_code', 'in', fittingTrades(tradeCode)),
    )
    .executeTakeFirstOrThrow();
  return { tradeCode, program, hasMeister: await hasMeister(ctx.db, tradeCode), skilledWorkers: count };
}
