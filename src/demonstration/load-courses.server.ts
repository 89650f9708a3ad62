import { sql } from 'kysely';
import type { AttendanceCommand } from '#course/domain/attendance.ts';
import type { CourseInput } from '#course/domain/course.ts';
import { issueInvitations } from '#course/issue-invitations.server.ts';
import { inviteInstructors, payAttendee, recordAttendance } from '#course/record-attendance.server.ts';
import { createCourse, endCourse } from '#course/save-course.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';

type DemonstrationCourse = {
  readonly input: CourseInput;
  readonly held: boolean;
  readonly invited: readonly string[];
  /** 登録番号 by what was recorded of them; the others have not answered. */
  readonly recorded: Readonly<Partial<Record<AttendanceCommand, readonly string[]>>>;
  /** 交通費 of everybody who came, in yen. */
  readonly transportYen?: number;
};

/**
 * 令和3年度: 指導技法等講習 of those certified in November, whose 修了日 the ledger has.
 * 令和4年度: a meeting to share cases was held, 指導技法等講習 is planned for the newly certified. By the working date none
 * of the two that the plan speaks of had been held (domain.md §6.1).
 */
const COURSES: readonly DemonstrationCourse[] = [
  {
    input: {
      kind: 'technique',
      term: 'second',
      days: [plainDate('2021-12-03')],
      startsAt: '13:00',
      endsAt: '16:30',
      mode: 'onsite',
      place: '架空職業能力開発協会 研修室',
      url: null,
      contents: ['technique', 'reporting', 'privacy', 'harassment', 'manners'],
      capacity: 20,
      lecturer: null,
      material: '指導技法等講習テキスト 令和3年度版',
      note: null,
    },
    held: true,
    invited: ['M-011', 'M-038', 'M-049', 'M-052'],
    recorded: { complete: ['M-011', 'M-038', 'M-049', 'M-052'] },
  },
  {
    input: {
      kind: 'case-sharing',
      term: null,
      days: [plainDate('2022-09-14')],
      startsAt: '13:30',
      endsAt: '16:30',
      mode: 'onsite',
      place: '架空県民会館 第2会議室',
      url: null,
      contents: ['technique', 'manners'],
      capacity: 30,
      lecturer: null,
      material: '活用事例集 令和4年度版',
      note: null,
    },
    held: true,
    invited: ['M-001', 'M-002', 'M-003', 'M-007', 'M-014', 'M-018', 'M-026', 'M-030'],
    recorded: {
      decline: ['M-014'],
      complete: ['M-001', 'M-002', 'M-003', 'M-007', 'M-018', 'M-030'],
      miss: ['M-026'],
    },
    transportYen: 1240,
  },
  {
    input: {
      kind: 'technique',
      term: 'second',
      days: [plainDate('2023-02-14')],
      startsAt: '13:00',
      endsAt: '16:30',
      mode: 'hybrid',
      place: '架空職業能力開発協会 研修室',
      url: 'https://meeting.example.jp/course-2023-02',
      contents: ['technique', 'reporting', 'privacy', 'harassment', 'manners'],
      capacity: 20,
      lecturer: null,
      material: '指導技法等講習テキスト 令和4年度版',
      note: null,
    },
    held: false,
    invited: ['M-053', 'M-054'],
    recorded: { accept: ['M-053'] },
  },
];

/** Loads the courses by their ordinary use cases; what an earlier loading did already is refused there and left as it is. */
export async function loadCourses(ctx: Context): Promise<void> {
  for (const [index, course] of COURSES.entries()) {
    const created = await createCourse(ctx, { input: course.input, key: `demonstration-course-${index}` });
    if (!created.ok) throw new Error(`course: ${JSON.stringify(created.refusal)}`);
    await fillCourse(ctx, created.value.id, course);
  }
}

async function fillCourse(ctx: Context, courseId: string, course: DemonstrationCourse): Promise<void> {
  const { invited, recorded, held, transportYen } = course;
  const instructorIds = await idsOf(ctx, invited);
  await inviteInstructors(ctx, { courseId, instructorIds });
  // The letters of a course to come; those of past ones went out before the desk was there.
  if (!held) await issueInvitations(ctx, { courseId, instructorIds, key: `demonstration-letters-${courseId}` });
  if (held) {
    const { version } = await ctx.db
      .selectFrom('course')
      .select('version')
      .where('course_id', '=', courseId)
      .executeTakeFirstOrThrow();
    await endCourse(ctx, { id: courseId, version, reason: null });
  }
  for (const [command, numbers] of Object.entries(recorded)) {
    const instructorIds = await idsOf(ctx, numbers);
    await recordAttendance(ctx, { courseId, instructorIds, command: command as AttendanceCommand });
  }
  if (transportYen === undefined) return;
  for (const instructorId of await idsOf(ctx, recorded.complete ?? [])) {
    await payAttendee(ctx, { courseId, instructorId, kind: 'transport', yen: transportYen });
  }
}

async function idsOf({ db }: Context, numbers: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('instructor')
    .select('instructor_id as id')
    .where(sql<boolean>`number = any(${numbers})`)
    .orderBy('number')
    .execute();
  if (rows.length !== numbers.length) throw new Error(`instructors: ${numbers.join()} are not all there`);
  return rows.map(({ id }) => id);
}
