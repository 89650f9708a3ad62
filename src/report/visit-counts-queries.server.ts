import { sql } from 'kysely';
import { fiscalYearRange } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Attendee } from '#outreach/domain/attendee.ts';
import { countedPeople } from '#outreach/outreach-queries.server.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { groupAnswers } from '#survey/result-queries.server.ts';
import type { CountingFacts, DayCount } from './domain/count-metrics.ts';
import type { MedalistTalk } from './domain/status-report.ts';
import { bucketOf, toProgram, type VisitGroup } from './domain/visit-group.ts';

/** The year and the day that a report counts for. */
export type CountedOn = { readonly fiscalYear: number; readonly asOf: PlainDate };

/** Everything that the metrics are counted from, in four statements whatever the number of visits. */
export async function loadCountingFacts(ctx: Context, on: CountedOn): Promise<CountingFacts> {
  const visits = await groupVisits(ctx, on);
  const answers = await groupAnswers(ctx.db, on);
  return { visits, answers, ...(await countInstructorDays(ctx, on)) };
}

/** Adds up the year's visits by programme, kind of host, status and whether their day is over. A visit is one row here. */
async function groupVisits(ctx: Context, { fiscalYear, asOf }: CountedOn): Promise<readonly VisitGroup[]> {
  const past = sql<boolean>`visit.visit_on <= ${asOf}::date`;
  const agrees = sql<boolean>`coalesce(${countedPeople} = visit.trainees, false)`;
  const told = (attendee: Attendee) =>
    sql<number>`coalesce(sum(${sql.ref(`outreach_event.${attendee}`)}) filter (where ${agrees}), 0)::bigint`;
  const rows = await ctx.db
    .selectFrom('visit')
    .innerJoin('organization', (join) =>
      join
        .onRef('organization.corner_code', '=', 'visit.corner_code')
        .onRef('organization.organization_id', '=', 'visit.organization_id'),
    )
    .leftJoin('outreach_event', (join) =>
      join
        .onRef('outreach_event.corner_code', '=', 'visit.corner_code')
        .onRef('outreach_event.visit_id', '=', 'visit.visit_id'),
    )
    .select((row) => [
      'visit.program',
      'organization.kind',
      'visit.status',
      past.as('past'),
      row.fn.countAll<number>().as('visits'),
      sql<number>`sum(visit.trainees)::bigint`.as('trainees'),
      // A split that does not agree with its visit says nothing: the people of that visit are among the others.
      told('pupils').as('pupils'),
      told('teachers').as('teachers'),
      told('parents').as('parents'),
      told('youths').as('youths'),
      told('others').as('others'),
      sql<number>`coalesce(sum(visit.trainees) filter (where not (${agrees})), 0)::bigint`.as('untold'),
      sql<boolean>`bool_or(${agrees})`.as('isSplit'),
      // Hosts are told apart only where a programme is counted by place.
      sql<
        string[] | null
      >`array_agg(distinct visit.organization_id::text) filter (where visit.program = 'support-station')`.as('hosts'),
    ])
    .where('visit.fiscal_year', '=', fiscalYear)
    .where('visit.deleted_at', 'is', null)
    .groupBy(['visit.program', 'organization.kind', 'visit.status', sql.ref('past')])
    .execute();
  return rows.map(({ program, kind, status, past: isPast, visits, trainees, hosts, isSplit, ...split }) => ({
    program: toProgram(program),
    organizationKind: kind as VisitGroup['organizationKind'],
    status: status as VisitGroup['status'],
    past: isPast,
    visits,
    trainees,
    hosts: hosts ?? [],
    ...(isSplit && { split }),
  }));
}

/** Meisters certified in the year, and the distinct days on which 指導技法等講習 or 再講習 ended. */
async function countInstructorDays(
  ctx: Context,
  { fiscalYear, asOf }: CountedOn,
): Promise<{ readonly certified: DayCount; readonly courseDays: DayCount }> {
  const { from, until } = fiscalYearRange(fiscalYear);
  const certifiedIn = sql`kind = 'meister' and certified_on between ${from}::date and ${until}::date`;
  const certified = await ctx.db
    .selectFrom('instructor')
    .select([
      sql<number>`count(*) filter (where ${certifiedIn} and certified_on <= ${asOf}::date)`.as('past'),
      sql<number>`count(*) filter (where ${certifiedIn} and certified_on > ${asOf}::date)`.as('ahead'),
    ])
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { certified, courseDays: await countCourseDays(ctx, { from, until, asOf }) };
}

/**
 * Both sources of a course day: who completed on it, also where nobody entered the course, and the courses themselves
 * (再講習 included, domain.md §6.2). A day is one, whichever says it; a planned course whose day is over waits for its result.
 */
async function countCourseDays(
  { db }: Context,
  { from, until, asOf }: { readonly from: PlainDate; readonly until: PlainDate; readonly asOf: PlainDate },
): Promise<DayCount> {
  const { rows } = await sql<DayCount>`
    select count(*) filter (where day <= ${asOf}::date) as past, count(*) filter (where day > ${asOf}::date) as ahead
    from (
      select course_completed_on as day from instructor
      where deleted_at is null and course_completed_on between ${from}::date and ${until}::date
      union
      select last_day from course
      where kind in ('technique', 'refresher') and last_day between ${from}::date and ${until}::date
        and (state = 'held' or (state = 'planned' and last_day > ${asOf}::date))
    ) as days`.execute(db);
  return rows[0] ?? { past: 0, ahead: 0 };
}

/** The trades of the skilled-worker visits, held and to come, by their present names, most visited first (domain.md §6.1). */
export async function listSkilledTrades(ctx: Context, { fiscalYear, asOf }: CountedOn): Promise<readonly string[]> {
  const rows = await ctx.db
    .selectFrom('visit')
    .select((row) => ['trade_code as code', row.fn.countAll<number>().as('visits')])
    .where('fiscal_year', '=', fiscalYear)
    .where('program', '=', 'skilled-worker-dispatch')
    .where((row) =>
      row.or([
        row.and([row('status', '=', 'held'), row('visit_on', '<=', asOf)]),
        row.and([row('status', '=', 'planned'), row('visit_on', '>', asOf)]),
      ]),
    )
    .where('deleted_at', 'is', null)
    .groupBy('trade_code')
    .orderBy('visits', 'desc')
    .orderBy((row) => row.fn.min('visit_on'))
    .orderBy('code')
    .execute();
  return rows.map(({ code }) => findTrade(code)?.name ?? code);
}

/** メダリスト講座 of the year, held and to come, in the order of their days. */
export async function listMedalistTalks(
  ctx: Context,
  { fiscalYear, asOf, named }: CountedOn & { readonly named: boolean },
): Promise<readonly MedalistTalk[]> {
  const rows = await ctx.db
    .selectFrom('visit')
    .innerJoin('organization', (join) =>
      join
        .onRef('organization.corner_code', '=', 'visit.corner_code')
        .onRef('organization.organization_id', '=', 'visit.organization_id'),
    )
    .select([
      'organization.name as host',
      'visit.visit_on as on',
      'visit.trainees',
      'visit.trade_code as trade',
      'visit.status',
      // The firms of a talk's speakers, each once.
      sql<string | null>`(select string_agg(distinct instructor.employer, '、')
        from visit_instructor
        join instructor using (corner_code, instructor_id)
        where visit_instructor.visit_id = visit.visit_id)`.as('employers'),
    ])
    .where('visit.fiscal_year', '=', fiscalYear)
    .where('visit.program', '=', 'medalist-talk')
    .where('visit.deleted_at', 'is', null)
    .orderBy('visit.visit_on')
    .orderBy('visit.number')
    .execute();
  return rows.flatMap(({ host, on, trainees, trade, status, employers }): MedalistTalk[] => {
    const bucket = bucketOf({ status: status as VisitGroup['status'], past: on <= asOf });
    if (bucket === undefined || bucket === 'unreported') return [];
    const names = named ? { host, employers } : { host: null, employers: null };
    return [{ bucket, on: on as PlainDate, trainees, trade: findTrade(trade)?.name ?? trade, ...names }];
  });
}
