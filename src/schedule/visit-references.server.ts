import { sql } from 'kysely';
import type { Program } from '#dispatch/domain/program.ts';
import { loadHosts } from '#dispatch/host-queries.server.ts';
import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import { toCourse } from '#instructor/instructor-row.server.ts';
import { followNumbers } from '#instructor/merged-instructors.server.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { hoursOf, tabulateOccupations, type Occupation } from './domain/occupation.ts';
import type { VisitInput, VisitInstructor, VisitKnown, VisitRequest } from './domain/visit.ts';

/**
 * Waits until no one else of the corner is changing visits, and holds the place until the transaction ends: what is read of
 * the schedule afterwards stays true until it is written.
 */
export async function lockSchedule(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('schedule ' || current_corner(), 0))`.execute(db);
}

/**
 * Loads what the rules over these visits need, in five queries however many visits there are. Whom and what they name is
 * not deleted by anybody until the transaction ends.
 */
export async function loadVisitKnown(
  db: Db,
  inputs: readonly VisitInput[],
  { ctx, replacedId }: { readonly ctx: Context; readonly replacedId: string | undefined },
): Promise<VisitKnown> {
  const hosts = await loadHosts(
    db,
    inputs.map(({ organizationNumber }) => organizationNumber),
  );
  const instructors = await loadInstructors(
    db,
    inputs.flatMap(({ instructorNumbers }) => instructorNumbers),
  );
  const requests = await loadRequests(
    db,
    inputs.flatMap(({ requestNumber }) => requestNumber ?? []),
  );
  const stored = await loadOccupations(db, inputs, { instructors, replacedId });
  const own = inputs.flatMap((input) => occupationsOf(input, hosts.get(input.organizationNumber)?.name ?? ''));
  const occupations = tabulateOccupations([...stored, ...own]);
  const attendance = await loadAttendance(db, inputs, replacedId);
  return { today: ctx.today(), hosts, requests, instructors, occupations, attendance };
}

/** How many were ticked on the rosters of these visits; the one that is about to be overwritten may get another number. */
async function loadAttendance(
  db: Db,
  inputs: readonly VisitInput[],
  replacedId: string | undefined,
): Promise<ReadonlyMap<string, number>> {
  const numbers = inputs.map(({ number }) => number);
  const isAsked =
    replacedId === undefined ? sql`visit.number = any(${numbers}::text[])` : sql`visit.visit_id = ${replacedId}`;
  const { rows } = await sql<{ number: string; came: number }>`
    select visit.number, count(*) filter (where present) as came
    from visit join visit_trainee using (corner_code, visit_id)
    where ${isAsked} and present is not null group by visit.number`.execute(db);
  const renamed = replacedId === undefined ? undefined : numbers[0];
  return new Map(rows.map(({ number, came }) => [renamed ?? number, came]));
}

function occupationsOf(visit: VisitInput, host: string): readonly Occupation[] {
  const hours = hoursOf(visit);
  return hours
    ? visit.instructorNumbers.map((instructor) => ({ ...hours, instructor, visit: visit.number, host }))
    : [];
}

/** Visits that name somebody by a number that was merged away name the record that stays, and nobody twice. */
export async function followInstructors(db: Db, inputs: readonly VisitInput[]): Promise<readonly VisitInput[]> {
  const followed = await followNumbers(
    db,
    inputs.flatMap(({ instructorNumbers }) => instructorNumbers),
  );
  if (followed.length === 0) return inputs;
  const now = new Map(followed.map(({ number, survivor }) => [number, survivor.number]));
  return inputs.map((input) => ({
    ...input,
    instructorNumbers: [...new Set(input.instructorNumbers.map((number) => now.get(number) ?? number))],
  }));
}

async function loadInstructors(db: Db, numbers: readonly string[]): Promise<ReadonlyMap<string, VisitInstructor>> {
  const rows = await db
    .selectFrom('instructor')
    .select(['instructor_id as id', 'number', 'name', 'kind', 'course_status', 'course_completed_on'])
    .select(
      sql<string | null>`(select upkeep.ended_on from upkeep where upkeep.corner_code = instructor.corner_code
        and upkeep.instructor_id = instructor.instructor_id)`.as('endedOn'),
    )
    .where(sql<boolean>`number = any(${[...new Set(numbers)]})`)
    .where('deleted_at', 'is', null)
    .forKeyShare()
    .execute();
  return new Map(
    rows.map(({ number, id, name, kind, endedOn, ...row }) => [
      number,
      { id, name, kind: kind as InstructorKind, course: toCourse(row), endedOn: endedOn as PlainDate | null },
    ]),
  );
}

async function loadRequests(db: Db, numbers: readonly string[]): Promise<ReadonlyMap<string, VisitRequest>> {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .selectFrom('request')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .select([
      'request.request_id as id',
      'request.number',
      'request.program',
      'organization.number as organizationNumber',
    ])
    .where(sql<boolean>`request.number = any(${[...new Set(numbers)]})`)
    .where('request.deleted_at', 'is', null)
    .forKeyShare('request')
    .execute();
  return new Map(rows.map(({ number, program, ...request }) => [number, { ...request, program: program as Program }]));
}

type Surroundings = {
  readonly instructors: ReadonlyMap<string, VisitInstructor>;
  readonly replacedId: string | undefined;
};

/** Where the instructors of these visits are on those days, but for the visits that are about to be overwritten. */
async function loadOccupations(
  db: Db,
  inputs: readonly VisitInput[],
  { instructors, replacedId }: Surroundings,
): Promise<readonly Occupation[]> {
  const timed = inputs.filter((input) => hoursOf(input) !== undefined);
  if (timed.length === 0) return [];
  const days = [...new Set(timed.map(({ visitOn }) => visitOn))];
  const ids = [
    ...new Set(
      timed.flatMap(({ instructorNumbers }) =>
        instructorNumbers.flatMap((number) => instructors.get(number)?.id ?? []),
      ),
    ),
  ];
  let query = db
    .selectFrom('visit_instructor')
    .innerJoin('visit', 'visit.visit_id', 'visit_instructor.visit_id')
    .innerJoin('instructor', 'instructor.instructor_id', 'visit_instructor.instructor_id')
    .innerJoin('organization', 'organization.organization_id', 'visit.organization_id')
    .select([
      'instructor.number as instructor',
      'visit.number as visit',
      'organization.name as host',
      'visit.visit_on as day',
    ])
    .select(['visit.starts_at as startsAt', 'visit.ends_at as endsAt'])
    .where(sql<boolean>`visit_instructor.instructor_id = any(${ids}::uuid[])`)
    .where(sql<boolean>`visit.visit_on = any(${days}::date[])`)
    .where(sql<boolean>`visit.number <> all(${inputs.map(({ number }) => number)}::text[])`)
    .where('visit.status', '<>', 'cancelled')
    .where('visit.starts_at', 'is not', null)
    .where('visit.ends_at', 'is not', null)
    .where('visit.deleted_at', 'is', null);
  if (replacedId !== undefined) query = query.where('visit.visit_id', '<>', replacedId);
  const rows = await query.execute();
  return rows.map((row) => ({
    ...row,
    day: row.day as PlainDate,
    startsAt: row.startsAt ?? '',
    endsAt: row.endsAt ?? '',
  }));
}
