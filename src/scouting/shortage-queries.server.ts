import { sql } from 'kysely';
import type { Program } from '#dispatch/domain/program.ts';
import type { CourseStatus } from '#instructor/domain/course-status.ts';
import { latestActivity } from '#instructor/domain/dormancy.ts';
import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import { isRegistered } from '#instructor/registration.server.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Blocker } from '#matching/domain/proposal.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { listAreas, type CornerArea } from './domain/corner-area.ts';
import { listPriorityTrades, type PriorityReason } from './domain/priority-trade.ts';
import { rankScouting, type ScoutingRank } from './domain/scouting-rank.ts';
import {
  isForWantOfPeople,
  listCounted,
  tabulateShortage,
  type CountedRow,
  type ShortageCell,
  type ShortageInstructor,
  type ShortageRequest,
  type ShortageWish,
} from './domain/shortage.ts';

type NamedRequest = ShortageRequest & {
  readonly number: string;
  readonly host: string;
  /** The 割当案 that found nobody for it. */
  readonly planId: string | null;
};
type NamedInstructor = ShortageInstructor & { readonly number: string; readonly name: string };

type NamedWish = ShortageWish & {
  readonly surveyId: string;
  readonly recipientId: string;
  readonly number: string;
  readonly host: string;
  readonly months: readonly number[];
};

/** 不足の表. What the board shows of a 年度, and the rows behind each of its figures. */
export type ShortageBoard = {
  readonly areas: readonly CornerArea[];
  readonly cells: readonly ShortageCell[];
  readonly ranks: readonly ScoutingRank[];
  readonly priority: ReadonlyMap<string, PriorityReason>;
  readonly counted: readonly CountedRow[];
  readonly requests: readonly NamedRequest[];
  readonly wishes: readonly NamedWish[];
  readonly instructors: readonly NamedInstructor[];
};

/** Counts demand and supply of a 年度 by trade and area, and ranks where to scout next. Every figure is counted from rows. */
export async function getShortageBoard(ctx: Context, fiscalYear: number): Promise<ShortageBoard> {
  requirePermission(ctx, 'scouting.read');
  requirePermission(ctx, 'request.read');
  requirePermission(ctx, 'instructor.read');
  requirePermission(ctx, 'demand-survey.read');
  const areas = listAreas(ctx.corner);
  const unplaced = await loadUnplaced(ctx, fiscalYear);
  const requests = (await loadRequests(ctx, fiscalYear)).map((request) => ({
    ...request,
    unplaced: unplaced.get(request.id)?.sessions ?? 0,
    planId: unplaced.get(request.id)?.planId ?? null,
  }));
  const wishes = await loadOpenWishes(ctx, fiscalYear);
  const instructors = await loadInstructors(ctx, fiscalYear);
  const today = ctx.today();
  const counted = listCounted({ requests, wishes, instructors, areas, today });
  const priority = listPriorityTrades(ctx.corner, today);
  const cells = tabulateShortage(counted, { areas, always: [...priority.keys()] });
  return { areas, cells, ranks: rankScouting(cells, priority), priority, counted, requests, wishes, instructors };
}

async function loadRequests(
  ctx: Context,
  fiscalYear: number,
): Promise<readonly Omit<NamedRequest, 'unplaced' | 'planId'>[]> {
  return ctx.db
    .selectFrom('request')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .select([
      'request.request_id as id',
      'request.number',
      'organization.name as host',
      sql<Program>`request.program`.as('program'),
      'request.trade_code as tradeCode',
      sql<string>`coalesce(request.place_municipality_code, organization.municipality_code)`.as('municipalityCode'),
      'request.wished_sessions as wished',
      countOf('planned').as('planned'),
      countOf('held').as('held'),
    ])
    .where('request.fiscal_year', '=', fiscalYear)
    .where('request.deleted_at', 'is', null)
    .orderBy('request.number')
    .execute();
}

type Unplaced = { readonly planId: string; readonly sessions: number };

/** Sessions by request that the newest calculation of the 年度's 基本案 could not place for want of people. */
async function loadUnplaced(ctx: Context, fiscalYear: number): Promise<ReadonlyMap<string, Unplaced>> {
  const newest = ctx.db
    .selectFrom('assignment_run')
    .innerJoin('assignment_plan', 'assignment_plan.plan_id', 'assignment_run.plan_id')
    .select(['assignment_run.run_id', 'assignment_run.plan_id'])
    .where('assignment_plan.fiscal_year', '=', fiscalYear)
    .where('assignment_plan.is_base', '=', true)
    .where('assignment_run.finished_at', 'is not', null)
    .where('assignment_run.points', 'is not', null)
    .orderBy('assignment_run.requested_at', 'desc')
    .orderBy('assignment_run.run_id', 'desc')
    .limit(1);
  const rows = await ctx.db
    .selectFrom('unplaced_session')
    .innerJoin(newest.as('run'), 'run.run_id', 'unplaced_session.run_id')
    .select(['request_id as id', 'sessions', 'run.plan_id as planId', sql<readonly Blocker[]>`blockers`.as('blockers')])
    .execute();
  return new Map(
    rows.flatMap(({ id, blockers, ...unplaced }) => (isForWantOfPeople(blockers) ? [[id, unplaced] as const] : [])),
  );
}

/** The wishes of the 年度's surveys of which no request has come, or of which the request was deleted. */
async function loadOpenWishes(ctx: Context, fiscalYear: number): Promise<readonly NamedWish[]> {
  return ctx.db
    .selectFrom('demand_wish')
    .innerJoin('demand_recipient', 'demand_recipient.recipient_id', 'demand_wish.recipient_id')
    .innerJoin('demand_survey', 'demand_survey.survey_id', 'demand_recipient.survey_id')
    .innerJoin('organization', 'organization.organization_id', 'demand_recipient.organization_id')
    .leftJoin('request', (join) =>
      join.onRef('request.request_id', '=', 'demand_wish.request_id').on('request.deleted_at', 'is', null),
    )
    .select([
      'demand_wish.wish_id as id',
      'demand_survey.survey_id as surveyId',
      'demand_recipient.recipient_id as recipientId',
      'demand_recipient.number',
      'organization.name as host',
      'demand_wish.trade_code as tradeCode',
      'demand_recipient.municipality_code as municipalityCode',
      'demand_wish.sessions',
      'demand_wish.months',
    ])
    .where('demand_survey.fiscal_year', '=', fiscalYear)
    .where('request.request_id', 'is', null)
    .orderBy('demand_recipient.number')
    .orderBy('demand_wish.place')
    .execute();
}

/** Visits of the request in one state. */
function countOf(status: 'planned' | 'held') {
  return sql<number>`(
    select count(*) from visit
    where visit.request_id = request.request_id and visit.deleted_at is null and visit.status = ${status})`;
}

async function loadInstructors(ctx: Context, fiscalYear: number): Promise<readonly NamedInstructor[]> {
  const rows = await ctx.db
    .selectFrom('instructor')
    .leftJoinLateral(
      (row) =>
        row
          .selectFrom('visit_instructor')
          .innerJoin('visit', 'visit.visit_id', 'visit_instructor.visit_id')
          .select([
            sql<number>`count(*) filter (where visit.fiscal_year = ${fiscalYear} and visit.status = 'planned')`.as(
              'planned',
            ),
            sql<number>`count(*) filter (where visit.fiscal_year = ${fiscalYear} and visit.status = 'held')`.as('held'),
            sql<PlainDate | null>`max(visit.visit_on) filter (where visit.status = 'held')`.as('lastHeldOn'),
          ])
          .whereRef('visit_instructor.instructor_id', '=', 'instructor.instructor_id')
          .where('visit.deleted_at', 'is', null)
          .as('activity'),
      (join) => join.onTrue(),
    )
    .select([
      'instructor.instructor_id as id',
      'instructor.number',
      'instructor.name',
      sql<InstructorKind>`instructor.kind`.as('kind'),
      'instructor.municipality_code as municipalityCode',
      sql<CourseStatus['status'] | null>`instructor.course_status`.as('course'),
      sql<PlainDate | null>`instructor.certified_on`.as('certifiedOn'),
      sql<PlainDate | null>`instructor.last_activity_on`.as('enteredActivityOn'),
      'instructor.yearly_cap as yearlyCap',
      'activity.planned',
      'activity.held',
      'activity.lastHeldOn',
      sql<string[]>`array(
        select trade_code from instructor_trade
        where instructor_trade.instructor_id = instructor.instructor_id order by trade_code)`.as('tradeCodes'),
    ])
    .where('instructor.deleted_at', 'is', null)
    .where(isRegistered)
    .orderBy('instructor.sort_key')
    .orderBy('instructor.number')
    .execute();
  return rows.map(({ enteredActivityOn, lastHeldOn, ...row }) => ({
    ...row,
    planned: row.planned ?? 0,
    held: row.held ?? 0,
    lastActivityOn: latestActivity(enteredActivityOn, lastHeldOn),
  }));
}
