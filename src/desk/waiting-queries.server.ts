import { sql, type RawBuilder } from 'kysely';
import { ANNOUNCED_DAYS } from '#certification-batch/domain/batch.ts';
import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import { isAllowed, type Permission } from '#platform/permission/permission-table.ts';
import { isReportSeason } from './domain/report-season.ts';
import { MOST_COUNTED, waitingKinds, type Waiting, type WaitingKind, type WaitingSince } from './domain/waiting.ts';

/** Rows that wait, and the column that says since when. */
type Source = { readonly from: RawBuilder<unknown>; readonly day: RawBuilder<unknown> };

type Year = { readonly fiscalYear: number };

/** Counts what waits, in one statement: the frame of every page asks for it. */
export async function countWaiting(ctx: Context, { fiscalYear }: Year): Promise<Waiting> {
  const sources = listSources({ fiscalYear, today: ctx.today() });
  return readAll<Waiting>(ctx, fiscalYear, {
    value: (kind) => sql`(select count(*) from (
      select 1 from ${sources[kind].from} limit ${MOST_COUNTED}) as bounded)`,
    none: sql`0`,
  });
}

/** Since when the oldest of each kind waits. */
export async function findWaitingSince(ctx: Context, { fiscalYear }: Year): Promise<WaitingSince> {
  const sources = listSources({ fiscalYear, today: ctx.today() });
  return readAll<WaitingSince>(ctx, fiscalYear, {
    value: (kind) => sql`(select to_char(min(${sources[kind].day}), 'YYYY-MM-DD') from ${sources[kind].from})`,
    none: sql`null::text`,
  });
}

type Reading = {
  readonly value: (kind: WaitingKind) => RawBuilder<unknown>;
  /** What stands for a kind that this person is not asked about. */
  readonly none: RawBuilder<unknown>;
};

async function readAll<Row>(ctx: Context, fiscalYear: number, { value, none }: Reading): Promise<Row> {
  const columns = waitingKinds.map(
    (kind) => sql`${isAsked(ctx, kind, fiscalYear) ? value(kind) : none} as ${sql.ref(kind)}`,
  );
  const { rows } = await sql<Row>`select ${sql.join(columns)}`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error('a count without a row');
  return row;
}

/** Who does what waits. */
const doneBy: Readonly<Record<WaitingKind, Permission>> = {
  unreported: 'visit.write',
  unplanned: 'visit.write',
  declined: 'visit.write',
  followUp: 'consultation.write',
  due: 'certification.write',
  returned: 'certification.write',
  received: 'certification.write',
  interview: 'certification.decide',
  willing: 'upkeep.write',
  unwilling: 'upkeep.write',
  unrecorded: 'scouting.write',
  unwritten: 'plan-item.write',
};

/** Of those who record visits, only who may also do it is asked; who only reads sees all that waits in the corner. */
function isAsked(ctx: Context, kind: WaitingKind, fiscalYear: number): boolean {
  if (kind === 'unwritten' && !isReportSeason(ctx.today(), fiscalYear)) return false;
  const may = (permission: Permission) => isAllowed(ctx.actor, permission, { corner: ctx.corner });
  return may(doneBy[kind]) || !may('visit.write');
}

/**
 * The 年度 and the day as the statement looks them up: the planner does not see them, and keeps one plan for all. To plan
 * so many counts takes longer than to count.
 */
function listSources({ fiscalYear, today }: Year & { readonly today: PlainDate }): Record<WaitingKind, Source> {
  const year = sql`(select ${fiscalYear}::integer)`;
  const day = sql`(select ${today}::date)`;
  return {
    unreported: {
      day: sql`visit_on`,
      from: sql`visit
        where fiscal_year = ${year} and status = 'planned' and visit_on <= ${day} and deleted_at is null`,
    },
    unplanned: {
      day: sql`received_on`,
      from: sql`request
        where fiscal_year = ${year} and deleted_at is null and not exists (
          select 1 from visit
          where visit.corner_code = request.corner_code and visit.request_id = request.request_id
            and visit.status <> 'cancelled' and visit.deleted_at is null)`,
    },
    declined: { day: sql`visit_on`, from: declinedVisits(year, day) },
    followUp: {
      day: sql`follow_up_on`,
      from: sql`consultation
        where deleted_at is null and outcome is null and follow_up_on <= ${day} and not exists (
          select 1 from request
          where request.corner_code = consultation.corner_code and request.request_id = consultation.request_id
            and request.deleted_at is null)`,
    },
    due: {
      day: sql`deadline_on`,
      from: sql`certification_batch
        where state = 'open' and fiscal_year = ${year} and deadline_on <= (select ${addDays(today, ANNOUNCED_DAYS)}::date)`,
    },
    returned: casesIn('returned'),
    received: casesIn('received'),
    interview: casesIn('interview'),
    willing: registrationsIn('willing'),
    unwilling: registrationsIn('unwilling'),
    unrecorded: {
      day: sql`visit_on`,
      from: sql`scouting_visit
        where fiscal_year = ${year} and status = 'planned' and visit_on < ${day} and deleted_at is null`,
    },
    unwritten: {
      day: sql`null::date`,
      from: sql`plan_item
        where fiscal_year = ${year} and deleted_at is null
          and coalesce(status, '') = '' and coalesce(plan, '') || coalesce(guideline, '') <> ''`,
    },
  };
}

/** Visits to come that somebody declined for the present day and time. */
function declinedVisits(year: RawBuilder<unknown>, day: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`visit
    where fiscal_year = ${year} and status = 'planned' and visit_on >= ${day} and deleted_at is null
      and exists (
        select from visit_instructor
        join visit_reply on visit_reply.corner_code = visit_instructor.corner_code
          and visit_reply.visit_id = visit_instructor.visit_id
          and visit_reply.instructor_id = visit_instructor.instructor_id
        where visit_instructor.corner_code = visit.corner_code and visit_instructor.visit_id = visit.visit_id
          and visit_reply.answer = 'declined' and visit_reply.visit_on = visit.visit_on
          and visit_reply.starts_at is not distinct from visit.starts_at)`;
}

/** Applications in a state, since their last step. */
function casesIn(state: 'returned' | 'received' | 'interview'): Source {
  return {
    day: sql`(select max(happened_on) from certification_event
      where certification_event.corner_code = certification_case.corner_code
        and certification_event.case_id = certification_case.case_id)`,
    from: sql`certification_case where state = ${state} and deleted_at is null`,
  };
}

/** Registrations in a state, since their last step. */
function registrationsIn(state: 'willing' | 'unwilling'): Source {
  return {
    day: sql`(select max(happened_on) from upkeep_event
      where upkeep_event.corner_code = upkeep.corner_code and upkeep_event.instructor_id = upkeep.instructor_id)`,
    from: sql`upkeep where state = ${state}`,
  };
}
