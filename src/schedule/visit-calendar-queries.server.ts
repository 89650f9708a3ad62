import { sql } from 'kysely';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { VisitStatus } from './domain/visit-status.ts';
import { visitWarnings, type VisitWarning } from './domain/visit-warning.ts';
import { listTravelClashes } from './travel-clash-queries.server.ts';
import { selectVisits, type VisitFilters } from './visit-queries.server.ts';

/** A visit as calendars and the day sheet show it. */
export type CalendarVisit = {
  readonly id: string;
  readonly number: string;
  readonly visitOn: PlainDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly status: VisitStatus;
  readonly tradeCode: string;
  readonly trainees: number;
  readonly organizationName: string;
  readonly municipalityCode: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly instructorNames: readonly string[];
  readonly coordinator: string | null;
  readonly attendants: readonly string[];
  /** How many visits the day has; a day shows no more than was asked for. */
  readonly total: number;
  readonly warnings: readonly VisitWarning[];
};

type Spell = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly filters: VisitFilters;
  /** The most visits of one day: whatever a month holds, its page stays small. */
  readonly perDay: number;
};

/** The visits of some days in the order of their hours, no more than `perDay` of each. */
export async function listVisitDays(
  ctx: Context,
  { from, to, filters, perDay }: Spell,
): Promise<readonly CalendarVisit[]> {
  requirePermission(ctx, 'visit.read');
  const placed = selectVisits(ctx.db, { ...filters, fiscalYear: undefined, from, to })
    .where('visit.fiscal_year', '>=', fiscalYearOf(from))
    .where('visit.fiscal_year', '<=', fiscalYearOf(to))
    .select([
      'visit.visit_id',
      'visit.number',
      'visit.fiscal_year',
      'visit.visit_on',
      'visit.starts_at',
      'visit.ends_at',
    ])
    .select(['visit.status', 'visit.trade_code', 'visit.trainees', 'visit.coordinator_id'])
    .select(['organization.name', 'organization.municipality_code', 'organization.address', 'organization.phone'])
    .select(
      sql<number>`row_number() over (partition by visit.visit_on order by visit.starts_at, visit.number)`.as('place'),
    )
    .select(sql<number>`count(*) over (partition by visit.visit_on)`.as('total'));
  const { rows } = await sql<Row>`
    select placed.visit_id as id, placed.number, placed.visit_on as "visitOn", placed.starts_at as "startsAt",
      placed.ends_at as "endsAt", placed.status, placed.trade_code as "tradeCode", placed.trainees,
      placed.name as "organizationName", placed.municipality_code as "municipalityCode", placed.address, placed.phone,
      placed.total, person.name as coordinator,
      array(select instructor.name from visit_instructor
        join instructor on instructor.instructor_id = visit_instructor.instructor_id
        where visit_instructor.visit_id = placed.visit_id order by visit_instructor.position) as "instructorNames",
      array(select attendant.name from visit_attendant join "user" as attendant on attendant.id = visit_attendant.user_id
        where visit_attendant.visit_id = placed.visit_id order by attendant.name) as attendants,
      placed.status = 'planned' and ${hasVisitWithoutHours} as "hours-unknown",
      placed.status = 'planned' and ${isCoordinatorTwice} as "coordinator-twice",
      placed.status = 'planned' and ${isUnavailable} as unavailable
    from (${placed}) as placed
    left join "user" as person on person.id = placed.coordinator_id
    where placed.place <= ${perDay}
    order by placed.visit_on, placed.place`.execute(ctx.db);
  const tight = await listTravelClashes(ctx, { from, to });
  return rows.map((row) => {
    const told = { ...row, 'travel-short': tight.has(row.id) };
    return { ...row, warnings: visitWarnings.filter((warning) => told[warning]) };
  });
}

type Row = Omit<CalendarVisit, 'warnings'> & Readonly<Record<Exclude<VisitWarning, 'travel-short'>, boolean>>;

const hasVisitWithoutHours = sql<boolean>`exists (
  select from visit_instructor as own
  join visit_instructor as another on another.instructor_id = own.instructor_id and another.visit_id <> own.visit_id
  join visit as other on other.visit_id = another.visit_id
  where own.visit_id = placed.visit_id and other.visit_on = placed.visit_on and other.status <> 'cancelled'
    and other.deleted_at is null
    and (placed.starts_at is null or placed.ends_at is null or other.starts_at is null or other.ends_at is null))`;

const isCoordinatorTwice = sql<boolean>`exists (
  select from visit as other
  where other.coordinator_id = placed.coordinator_id and other.visit_on = placed.visit_on
    and other.visit_id <> placed.visit_id and other.status <> 'cancelled' and other.deleted_at is null
    and other.starts_at < placed.ends_at and placed.starts_at < other.ends_at)`;

const isUnavailable = sql<boolean>`exists (
  select from visit_instructor join instructor on instructor.instructor_id = visit_instructor.instructor_id
  where visit_instructor.visit_id = placed.visit_id and placed.visit_on = any(instructor.unavailable_dates))`;
