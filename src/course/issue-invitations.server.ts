import { formatEraDate } from '#kernel/japanese-era.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { bindLetters } from '#letter/bind-letters.server.ts';
import { draftValues, letterFileName, openLetter } from '#letter/draw-letter.server.ts';
import { NUMBER_PLACEHOLDER, type LetterValues } from '#letter/domain/letter-outline.ts';
import { issueLetters } from '#letter/issue-letter.server.ts';
import { mailingAddress } from '#letter/mailing-address.ts';
import { loadSenderValues } from '#letter/sender.server.ts';
import { letterText } from '#letter/text.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { loadCourse, lockCourse, type StoredCourse } from './course-store.server.ts';
import { courseInvitation } from './documents/course-letters.ts';
import type { CourseInput } from './domain/course.ts';
import { contentNames, courseKindLabel, courseLabel, courseModeLabel } from './text.ts';

type Invited = { readonly id: string; readonly name: string; readonly values: LetterValues };

/** The letters of a course before they are issued, bound into one file and marked 「案」 (SEC-11). */
export async function draftInvitations(
  ctx: Context,
  courseId: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  requirePermission(ctx, 'course.read');
  const course = await loadCourse(ctx.db, courseId);
  const invited = await listInvited(ctx.db, ctx, course);
  if (invited.length === 0) throw new NotFound('letter', courseId);
  const fiscalYear = fiscalYearOf(ctx.today());
  const draw = await openLetter(ctx.db, { form: courseInvitation, fiscalYear });
  const letters: Uint8Array[] = [];
  for (const { values } of invited) letters.push(await draw(draftValues(values)));
  const after = { format: 'docx', count: letters.length };
  await inTransaction(ctx, (tx) => recordAudit(tx, ctx, [{ action: 'exported', entity: entityOf(course), after }]));
  const title = `${letterText.draft}_${courseInvitation.title}`;
  return { name: letterFileName(ctx, { title, fiscalYear }), bytes: await bindLetters(letters) };
}

/** Why no letter was issued. */
type InvitationLetterRefusal = { readonly kind: 'nobody-chosen' } | { readonly kind: 'cancelled' };

type Choice = {
  readonly courseId: string;
  readonly instructorIds: readonly string[];
  readonly key?: string | undefined;
};

/** 発行: a numbered letter for each of the chosen who is invited to a course; all of them, or none. */
export function issueInvitations(
  ctx: Context,
  { courseId, instructorIds, key }: Choice,
): Promise<Result<{ readonly issueId: string; readonly letters: number }, InvitationLetterRefusal>> {
  requirePermission(ctx, 'course.write');
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['course-invitation', courseId, instructorIds.toSorted()]),
      work: async () => {
        const course = await lockCourse(tx, courseId);
        if (course.state === 'cancelled') return refuse({ kind: 'cancelled' } as const);
        const invited = await listInvited(tx, ctx, course);
        const chosen = invited.filter(({ id }) => instructorIds.includes(id));
        if (chosen.length === 0) return refuse({ kind: 'nobody-chosen' } as const);
        const { issueId } = await issueLetters(tx, ctx, {
          form: courseInvitation,
          issuedOn: ctx.today(),
          subject: courseLabel(course.input),
          entity: { kind: 'course', id: courseId },
          letters: chosen.map(({ id, name, values }) => ({ values, addressee: name, recipientId: id })),
        });
        return accept({ issueId, letters: chosen.length });
      },
      isKept: (answer) => answer.ok,
    }),
  );
}

/** Everybody who is invited and has not declined, by name, with what their letter says. */
async function listInvited(db: Db, ctx: Context, course: StoredCourse): Promise<readonly Invited[]> {
  const rows = await db
    .selectFrom('course_attendance')
    .innerJoin('instructor', 'instructor.instructor_id', 'course_attendance.instructor_id')
    .select(['instructor.instructor_id as id', 'instructor.number', 'instructor.name', 'address'])
    .select(['postal_code as postalCode', 'municipality_code as municipalityCode'])
    .where('course_attendance.course_id', '=', course.id)
    .where('course_attendance.state', '!=', 'declined')
    .where('instructor.deleted_at', 'is', null)
    .orderBy('instructor.sort_key')
    .orderBy('instructor.number')
    .execute();
  const shared = { ...(await loadSenderValues(db, ctx.corner)), ...describeCourse(course.input) };
  return rows.map(({ id, number, name, postalCode, municipalityCode, address }) => ({
    id,
    name,
    values: {
      ...shared,
      [NUMBER_PLACEHOLDER]: '',
      日付: formatEraDate(ctx.today()),
      氏名: name,
      登録番号: number,
      郵便番号: postalCode ?? '',
      住所: mailingAddress({ municipalityCode, address }),
    },
  }));
}

function describeCourse(input: CourseInput): Readonly<Record<string, string>> {
  const days = input.days.toSorted().map((day) => formatEraDate(day, 'weekday'));
  const hours = input.startsAt === null ? '' : `${input.startsAt}〜${input.endsAt ?? ''}`;
  return {
    講習名: courseKindLabel(input.kind),
    講習の内容: contentNames(input.contents),
    日時: `${days.join('、')}${days.length > 1 && hours !== '' ? '　各日' : ''}${hours}`,
    開催方法: courseModeLabel(input.mode),
    会場: input.place ?? (input.mode === 'online' ? courseModeLabel('online') : ''),
    参加用のURL: input.url ?? '',
    講師: input.lecturer ?? '',
    教材: input.material ?? '',
  };
}

function entityOf({ id, input }: StoredCourse) {
  return { kind: 'course', id, label: courseLabel(input) };
}
