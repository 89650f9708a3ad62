import { data, redirect } from 'react-router';
import { courseText as instructorCourseText } from '#instructor/text.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { instantText } from '#platform/instant-text.ts';
import { isAllowed, type Permission } from '#platform/permission/permission-table.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { yen } from '#record/domain/number-codecs.ts';
import { problemText } from '#record/text.ts';
import { actionText } from '#record/web/text.ts';
import { readForm } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { getCourse, type CourseDetail } from '../course-queries.server.ts';
import { attendanceCommands, isAwaited } from '../domain/attendance.ts';
import { courseFields } from '../domain/course-fields.ts';
import { certifiedKinds } from '../domain/course-kind.ts';
import { coursePaymentKinds } from '../domain/course-payment.ts';
import { payAttendee, recordAttendance } from '../record-attendance.server.ts';
import { endCourse } from '../save-course.server.ts';
import {
  attendanceLabel,
  attendanceRefusalText,
  courseKindLabel,
  courseLabel,
  courseRefusalText,
  courseStateLabel,
  courseText as words,
  nobodyChosenText,
  paymentRefusalText,
} from '../text.ts';
import { textOf } from './course-form.server.ts';

const MOST_YEN = 1_000_000;

/** What the page of one course shows. */
export async function loadCoursePage({ ctx, params, href }: StaffCall) {
  const course = await getCourse(ctx, params['id'] ?? '');
  const may = (permission: Permission) => isAllowed(ctx.actor, permission, { corner: ctx.corner });
  const mayWrite = may('course.write');
  const page = (rest: string) => href(`courses/${course.id}${rest}`);
  const attendees = course.attendees.map((attendee) => ({
    id: attendee.id,
    name: attendee.name,
    number: attendee.number,
    href: href(`instructors/${attendee.id}`),
    state: attendee.state,
    stateText: attendanceLabel(attendee.state),
    course: attendee.kind === 'meister' ? instructorCourseText(attendee.course) : words.none,
    transport: attendee.transportYen === null ? '' : `${attendee.transportYen.toLocaleString('ja-JP')}円`,
    attended: attendee.state === 'completed' || attendee.state === 'incomplete',
  }));
  const texts: Record<string, string> = formatFields(courseFields, course.input);
  const isCertified = certifiedKinds.includes(course.input.kind);
  return {
    id: course.id,
    version: course.version,
    title: courseLabel(course.input),
    kind: courseKindLabel(course.input.kind),
    state: course.state,
    stateText: courseStateLabel(course.state),
    next: nextText(course, ctx.today()),
    texts: {
      ...texts,
      days: course.input.days.map((day) => formatSlashDate(day)).join('、'),
      contents: (texts['contents'] ?? '').replaceAll(';', '、'),
    },
    attendees,
    history: course.history.map((entry) => ({
      key: String(entry.sequence),
      at: instantText(entry.occurredAt),
      who: entry.actorName,
      what: actionText(entry.action, entry.source),
    })),
    isOver: course.lastDay <= ctx.today(),
    mayWrite,
    mayAttend: may('course.attend') && course.state !== 'cancelled',
    awaited: course.state === 'held' ? attendees.filter(({ state }) => isAwaited(state)).length : 0,
    editHref: mayWrite ? page('/edit') : undefined,
    inviteHref: mayWrite && course.state !== 'cancelled' ? page('/invite') : undefined,
    lettersHref: attendees.length > 0 ? page('/letters') : undefined,
    certificatesHref:
      isCertified && attendees.some(({ state }) => state === 'completed') ? page('/certificates') : undefined,
  };
}

function nextText({ state, cancelReason, lastDay, attendees }: CourseDetail, today: string): string {
  if (state === 'cancelled') return words.next.cancelled(cancelReason ?? '');
  if (state === 'planned') return lastDay > today ? words.next.planned(formatSlashDate(lastDay)) : words.next.due;
  return attendees.some(({ state: each }) => each === 'invited' || each === 'attending')
    ? words.next.held
    : words.next.finished;
}

/** What the forms of the page answer when something was not recorded. */
export type CourseAnswer = {
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
  readonly chosen: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
};

/** Takes one of the page's forms: 実施, 中止, 出欠・結果, 交通費. */
export async function takeCourseForm(call: StaffCall) {
  requirePermission(call.ctx, 'course.attend');
  const form = await readForm(call.request);
  const id = call.params['id'] ?? '';
  const chosen = form.getAll('instructors').filter((value): value is string => typeof value === 'string');
  const texts = { command: textOf(form, 'command'), person: textOf(form, 'person'), yen: textOf(form, 'yen') };
  const again = (name: string, message: string, status = 409) =>
    data<CourseAnswer>({ errors: [{ name, message }], chosen, texts }, { status });
  try {
    const refused = await carryOut(call, { form, id, chosen });
    if (refused) return again(refused.name, refused.message, refused.status);
  } catch (error) {
    if (error instanceof Conflict) return again('', words.conflict);
    throw error;
  }
  throw redirect(call.href(`courses/${id}`));
}

type Posted = { readonly form: FormData; readonly id: string; readonly chosen: readonly string[] };
type Refused = { readonly name: string; readonly message: string; readonly status?: number } | undefined;

async function carryOut(call: StaffCall, posted: Posted): Promise<Refused> {
  switch (textOf(posted.form, 'act')) {
    case 'hold':
    case 'cancel':
      return end(call, posted);
    case 'attend':
      return attend(call, posted);
    case 'everybody':
      return attendAll(call, posted);
    case 'pay':
      return pay(call, posted);
    default:
      throw data(null, { status: 400 });
  }
}

async function end({ ctx }: StaffCall, { form, id }: Posted): Promise<Refused> {
  const reason = textOf(form, 'act') === 'cancel' ? textOf(form, 'reason') : null;
  const ended = await endCourse(ctx, { id, version: Number(textOf(form, 'version')), reason });
  return ended.ok ? undefined : { name: 'reason', message: courseRefusalText(ended.refusal) };
}

async function attend({ ctx }: StaffCall, { form, id, chosen }: Posted): Promise<Refused> {
  const command = attendanceCommands.find((known) => known === textOf(form, 'command'));
  if (!command) return { name: 'command', message: problemText(words.command, { kind: 'missing' }), status: 422 };
  const answer = await recordAttendance(ctx, { courseId: id, instructorIds: chosen, command });
  if (answer.ok) return undefined;
  return answer.refusal.kind === 'nobody-chosen'
    ? { name: 'instructors', message: nobodyChosenText, status: 422 }
    : { name: 'command', message: attendanceRefusalText(answer.refusal.problem) };
}

async function attendAll({ ctx }: StaffCall, { id }: Posted): Promise<Refused> {
  const answer = await recordAttendance(ctx, { courseId: id, instructorIds: 'everybody', command: 'complete' });
  // Nobody is left when the button was pressed twice, or a colleague was faster: that is what was asked for.
  if (answer.ok || answer.refusal.kind === 'nobody-chosen') return undefined;
  return { name: '', message: attendanceRefusalText(answer.refusal.problem) };
}

async function pay({ ctx }: StaffCall, { form, id }: Posted): Promise<Refused> {
  const kind = coursePaymentKinds.find(({ code }) => code === textOf(form, 'payment'))?.code ?? 'transport';
  const person = textOf(form, 'person');
  if (person === '') return { name: 'person', message: problemText(words.person, { kind: 'missing' }), status: 422 };
  const typed = textOf(form, 'yen');
  const amount = typed === '' ? undefined : yen({ max: MOST_YEN }).parse(typed);
  if (!amount?.ok)
    return { name: 'yen', message: problemText(words.yen, amount?.refusal ?? { kind: 'missing' }), status: 422 };
  const paid = await payAttendee(ctx, { courseId: id, instructorId: person, kind, yen: amount.value });
  return paid.ok ? undefined : { name: 'payment', message: paymentRefusalText(paid.refusal) };
}
