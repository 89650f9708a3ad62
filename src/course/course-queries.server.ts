import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { CourseStatus } from '#instructor/domain/course-status.ts';
import { standardDormancyRule } from '#instructor/domain/dormancy.ts';
import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import { everyInstructor, selectInstructors } from '#instructor/instructor-filters.server.ts';
import { toCourse } from '#instructor/instructor-row.server.ts';
import { isRegistered } from '#instructor/registration.server.ts';
import { lastActivityOn } from '#instructor/last-activity.server.ts';
import { searchWords } from '#kernel/japanese-text.ts';
import { addYears, type PlainDate } from '#kernel/plain-date.ts';
import { listHistory, type HistoryEntry } from '#platform/audit/audit-queries.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { countRows, hasWord, PAGE_SIZE, readPage, type Count, type Cursor, type Page } from '#record/paging.server.ts';
import { loadCourse, type StoredCourse } from './course-store.server.ts';
import type { AttendanceState } from './domain/attendance.ts';
import type { CourseKind, CourseState } from './domain/course-kind.ts';

export type CourseRow = {
  readonly id: string;
  readonly fiscalYear: number;
  readonly kind: CourseKind;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly place: string | null;
  readonly mode: string;
  readonly state: CourseState;
  readonly capacity: number | null;
  /** Everybody who was invited and has not declined. */
  readonly expected: number;
  readonly completed: number;
};

/** What narrows the courses; an empty text or undefined lets everything pass. */
export type CourseFilters = {
  readonly fiscalYear?: number | undefined;
  readonly q?: string;
  readonly kind?: string;
  readonly state?: string;
};

type CourseListing = {
  readonly filters: CourseFilters;
  readonly cursor: Cursor | undefined;
  readonly limit?: number;
};

/** 講習一覧, the latest first: one page, and how many there are. */
export async function listCourses(
  ctx: Context,
  { filters, cursor, limit = PAGE_SIZE }: CourseListing,
): Promise<Page<CourseRow> & Count> {
  requirePermission(ctx, 'course.read');
  const countStates = (condition: RawBuilder<unknown>) => sql<number>`(select count(*) from course_attendance
    where course_attendance.corner_code = course.corner_code and course_attendance.course_id = course.course_id
      and ${condition})`;
  let query = ctx.db
    .selectFrom('course')
    .select(['course_id as id', 'kind', 'first_day as firstDay', 'last_day as lastDay', 'place', 'mode', 'state'])
    .select(['capacity', 'fiscal_year as fiscalYear'])
    .select([
      countStates(sql`course_attendance.state <> 'declined'`).as('expected'),
      countStates(sql`course_attendance.state = 'completed'`).as('completed'),
    ]);
  const { fiscalYear, q = '', kind, state } = filters;
  if (fiscalYear !== undefined) query = query.where('fiscal_year', '=', fiscalYear);
  if (kind) query = query.where('kind', '=', kind);
  if (state) query = query.where('state', '=', state);
  for (const word of searchWords(q)) query = query.where(hasWord(word));
  const rows = query as unknown as Parameters<typeof readPage<CourseRow>>[0];
  // Over the years too the order is one that the index has.
  const order = { columns: [sql`fiscal_year`, sql`first_day`, sql`course_id`], descending: true };
  const valuesOf = (row: CourseRow) => [row.fiscalYear, row.firstDay, row.id];
  const page = await readPage<CourseRow>(rows, { order, cursor, limit, valuesOf });
  return { ...page, ...(await countRows(ctx.db, query)) };
}

export type Attendee = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kind: InstructorKind;
  readonly course: CourseStatus | null;
  readonly state: AttendanceState;
  readonly invitedOn: PlainDate;
  readonly transportYen: number | null;
};

export type CourseDetail = StoredCourse & {
  readonly attendees: readonly Attendee[];
  readonly history: readonly HistoryEntry[];
};

/** One course with everybody who was invited, by name. */
export async function getCourse(ctx: Context, id: string): Promise<CourseDetail> {
  requirePermission(ctx, 'course.read');
  const course = await loadCourse(ctx.db, id);
  const rows = await ctx.db
    .selectFrom('course_attendance')
    .innerJoin('instructor', 'instructor.instructor_id', 'course_attendance.instructor_id')
    .select(['instructor.instructor_id as id', 'instructor.number', 'instructor.name', 'instructor.kind'])
    .select(['instructor.course_status', 'instructor.course_completed_on', 'course_attendance.state'])
    .select(['course_attendance.invited_on as invitedOn', 'course_attendance.transport_yen as transportYen'])
    .where('course_attendance.course_id', '=', id)
    .orderBy('instructor.sort_key')
    .orderBy('instructor.number')
    .execute();
  const attendees = rows.map(({ course_status, course_completed_on, ...row }) => ({
    ...row,
    kind: row.kind as InstructorKind,
    state: row.state as AttendanceState,
    invitedOn: row.invitedOn as PlainDate,
    course: toCourse({ course_status, course_completed_on }),
  }));
  return { ...course, attendees, history: await listHistory(ctx.db, { kind: 'course', id }) };
}

export type Invitee = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly course: CourseStatus | null;
  readonly lastActivityOn: PlainDate | null;
  readonly employer: string | null;
};

/** So many are offered at once; a search narrows them. */
export const MOST_INVITEES = 200;

/** How many values the cursors of the lists have. */
export const COURSE_CURSOR_LENGTH = 3;
export const EXEMPTION_CURSOR_LENGTH = 2;

type Inviting = {
  readonly course: StoredCourse;
  readonly q: string;
  /** Also who does not need it. */ readonly everybody: boolean;
};

/** Who can still be invited to a course: those who need it, or all registered Meisters. */
export async function listInvitees(ctx: Context, { course, q, everybody }: Inviting): Promise<readonly Invitee[]> {
  requirePermission(ctx, 'course.write');
  let query = selectInstructors(ctx.db, { ...everyInstructor, q, kind: 'meister' })
    .select(['instructor_id as id', 'number', 'name', 'employer', 'course_status', 'course_completed_on'])
    .select(lastActivityOn.as('lastActivityOn'))
    .where(sql<SqlBool>`not exists (select from course_attendance where course_attendance.course_id = ${course.id}
      and course_attendance.instructor_id = instructor.instructor_id)`);
  if (!everybody) query = query.where(needs(course.input.kind, ctx.today()));
  const rows = await query.orderBy('sort_key').orderBy('number').limit(MOST_INVITEES).execute();
  return rows.map(({ course_status, course_completed_on, ...row }) => ({
    ...row,
    course: toCourse({ course_status, course_completed_on }),
  }));
}

/** Whom a kind of course is for: the untrained, those who have not been active for three years, or who teaches already. */
function needs(kind: CourseKind, today: PlainDate): RawBuilder<SqlBool> {
  const untrained = sql<SqlBool>`coalesce(course_status, 'not-taken') = 'not-taken'`;
  if (kind === 'technique') return untrained;
  if (kind !== 'refresher') return sql<SqlBool>`not (${untrained})`;
  const since = addYears(today, -standardDormancyRule.years);
  return sql<SqlBool>`(exists (select from upkeep where upkeep.corner_code = instructor.corner_code
      and upkeep.instructor_id = instructor.instructor_id and upkeep.state = 're-course')
    or coalesce(${lastActivityOn}, certified_on) < ${since}::date)`;
}

export type ShownExemption = {
  readonly id: string;
  readonly instructorId: string;
  readonly number: string;
  readonly name: string;
  readonly criterion: string;
  readonly reason: string;
  readonly exemptedOn: PlainDate;
  readonly actorName: string;
};

/** 免除の記録, the latest first: one page, and how many there are. */
export async function listExemptions(
  ctx: Context,
  { cursor, limit = PAGE_SIZE }: { readonly cursor: Cursor | undefined; readonly limit?: number },
): Promise<Page<ShownExemption> & Count> {
  requirePermission(ctx, 'course.read');
  const query = ctx.db
    .selectFrom('course_exemption')
    .innerJoin('instructor', 'instructor.instructor_id', 'course_exemption.instructor_id')
    .select(['course_exemption.exemption_id as id', 'instructor.instructor_id as instructorId', 'instructor.number'])
    .select(['instructor.name', 'course_exemption.criterion', 'course_exemption.reason'])
    .select(['course_exemption.actor_name as actorName'])
    .select(sql<PlainDate>`course_exemption.exempted_on`.as('exemptedOn'));
  const order = { columns: [sql`exempted_on`, sql`exemption_id`], descending: true };
  const valuesOf = (row: ShownExemption) => [row.exemptedOn, row.id];
  const page = await readPage<ShownExemption>(query, { order, cursor, limit, valuesOf });
  return { ...page, ...(await countRows(ctx.db, query)) };
}

/** 「番号 氏名」 of the Meisters who still need the course, offered while typing. */
export async function suggestUntrained(ctx: Context): Promise<readonly string[]> {
  requirePermission(ctx, 'course.write');
  const rows = await ctx.db
    .selectFrom('instructor')
    .select(['number', 'name'])
    .where('deleted_at', 'is', null)
    .where('kind', '=', 'meister')
    .where(isRegistered)
    .where(needs('technique', ctx.today()))
    .orderBy('sort_key')
    .limit(500)
    .execute();
  return rows.map(({ number, name }) => `${number} ${name}`);
}

/** Certified people who have still to take 指導技法等講習, and since when the longest is certified. */
export async function countUntrained(
  ctx: Context,
): Promise<{ readonly count: number; readonly certifiedOn: PlainDate | null }> {
  requirePermission(ctx, 'course.read');
  const row = await ctx.db
    .selectFrom('instructor')
    .select((each) => [each.fn.countAll<number>().as('count'), each.fn.min('certified_on').as('certifiedOn')])
    .where('deleted_at', 'is', null)
    .where('kind', '=', 'meister' satisfies InstructorKind)
    .where('course_status', '=', 'not-taken' satisfies CourseStatus['status'])
    .where(isRegistered)
    .executeTakeFirstOrThrow();
  return { count: row.count, certifiedOn: row.certifiedOn as PlainDate | null };
}

/** A course to come, and how many of those who were invited have not answered. */
export type UnansweredCourse = {
  readonly id: string;
  readonly kind: CourseKind;
  readonly firstDay: PlainDate;
  readonly unanswered: number;
};

/** Courses until a day with invitations that nobody answered, the nearest first. */
export async function listUnanswered(ctx: Context, until: PlainDate): Promise<readonly UnansweredCourse[]> {
  requirePermission(ctx, 'course.read');
  const rows = await ctx.db
    .selectFrom('course')
    .innerJoin('course_attendance', 'course_attendance.course_id', 'course.course_id')
    .select((each) => [
      'course.course_id as id',
      'course.kind',
      'course.first_day as firstDay',
      each.fn.countAll<number>().as('unanswered'),
    ])
    .where('course.state', '=', 'planned' satisfies CourseState)
    .where('course_attendance.state', '=', 'invited' satisfies AttendanceState)
    .where('first_day', '>=', ctx.today())
    .where('first_day', '<=', until)
    .groupBy(['course.course_id', 'course.kind', 'course.first_day'])
    .orderBy('course.first_day')
    .orderBy('course.course_id')
    .execute();
  return rows as unknown as readonly UnansweredCourse[];
}
