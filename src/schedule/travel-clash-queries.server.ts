import { sql } from 'kysely';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { findTravelClashes, type PlacedVisit, type TravelClash } from './domain/travel-clash.ts';
import type { VisitInput } from './domain/visit.ts';
import { loadTravel } from './travel-rules.server.ts';

type Days = { readonly from: PlainDate; readonly to: PlainDate };

/** The planned visits of some days between which and another one an instructor has no time to travel, by their ids. */
export async function listTravelClashes(
  ctx: Context,
  days: Days,
): Promise<ReadonlyMap<string, readonly TravelClash[]>> {
  requirePermission(ctx, 'visit.read');
  const placed = await loadPlaced(ctx.db, { ...days, instructors: undefined });
  if (placed.length === 0) return new Map();
  const travel = await loadTravel(ctx.db);
  const ofPerson = Map.groupBy(placed, ({ instructor, day }) => `${day} ${instructor}`);
  const told = placed
    .filter(({ status }) => status === 'planned')
    .flatMap((visit) =>
      findTravelClashes(visit, ofPerson.get(`${visit.day} ${visit.instructor}`) ?? [], travel).map((clash) => ({
        id: visit.id,
        clash,
      })),
    );
  return new Map([...Map.groupBy(told, ({ id }) => id)].map(([id, each]) => [id, each.map(({ clash }) => clash)]));
}

/** The same of visits of one series that nobody has written down yet, by their numbers: they share host, people and hours. */
export async function findClashesOfSeries(
  db: Db,
  visits: readonly VisitInput[],
): Promise<ReadonlyMap<string, readonly TravelClash[]>> {
  const [first] = visits;
  const days = visits.map(({ visitOn }) => visitOn).toSorted();
  const [from, to] = [days[0], days.at(-1)];
  if (!first || from === undefined || to === undefined) return new Map();
  const { startsAt, endsAt, instructorNumbers } = first;
  const municipalityCode = await findPlace(db, first);
  if (startsAt === null || endsAt === null || municipalityCode === undefined) return new Map();
  const stored = await loadPlaced(db, { from, to, instructors: instructorNumbers });
  const travel = await loadTravel(db);
  return new Map(
    visits.map(({ number, visitOn: day }) => {
      const clashes = stored
        .filter((other) => other.day === day)
        .flatMap((other) => {
          const { instructor, instructorName } = other;
          const own = { id: '', number, host: '', instructor, instructorName, day, startsAt, endsAt, municipalityCode };
          return findTravelClashes(own, [other], travel);
        });
      return [number, clashes] as const;
    }),
  );
}

async function findPlace(
  db: Db,
  { organizationNumber, requestNumber }: Pick<VisitInput, 'organizationNumber' | 'requestNumber'>,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('organization')
    .leftJoin('request', (join) => join.on('request.number', '=', requestNumber).on('request.deleted_at', 'is', null))
    .select(
      sql<string>`coalesce(request.place_municipality_code, organization.municipality_code)`.as('municipalityCode'),
    )
    .where('organization.number', '=', organizationNumber)
    .executeTakeFirst();
  return row?.municipalityCode;
}

type Asked = Days & {
  /** Registration numbers; undefined for whoever leads two visits on one of the days. */
  readonly instructors: readonly string[] | undefined;
};

type PlacedRow = PlacedVisit & { readonly status: string };

/** Visits with written hours of these days, one row for each of their instructors, early to late. */
async function loadPlaced(db: Db, { from, to, instructors }: Asked): Promise<readonly PlacedRow[]> {
  const { rows } = await sql<PlacedRow>`
    select placed.id, placed.number, placed.host, placed.instructor, placed."instructorName", placed.day,
      to_char(placed.starts_at, 'HH24:MI') as "startsAt", to_char(placed.ends_at, 'HH24:MI') as "endsAt",
      placed."municipalityCode", placed.status
    from (
      select visit.visit_id as id, visit.number, organization.name as host, instructor.number as instructor,
        instructor.name as "instructorName", visit.visit_on as day, visit.starts_at, visit.ends_at, visit.status,
        coalesce(request.place_municipality_code, organization.municipality_code) as "municipalityCode",
        count(*) over (partition by visit.visit_on, instructor.instructor_id) as together
      from visit
      join visit_instructor on visit_instructor.visit_id = visit.visit_id
      join instructor on instructor.instructor_id = visit_instructor.instructor_id
      join organization on organization.organization_id = visit.organization_id
      left join request on request.request_id = visit.request_id
      where visit.fiscal_year between ${fiscalYearOf(from)} and ${fiscalYearOf(to)}
        and visit.visit_on between ${from} and ${to}
        and visit.status <> 'cancelled' and visit.deleted_at is null
        and visit.starts_at is not null and visit.ends_at is not null
        and (${instructors ?? null}::text[] is null or instructor.number = any(${instructors ?? null}::text[]))
    ) as placed
    where placed.together > 1 or ${instructors !== undefined}
    order by placed.day, placed.starts_at, placed.number`.execute(db);
  return rows;
}
