import { describe, expect, test } from 'vitest';
import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { instructorRecords } from '#instructor/instructor-records.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { aVisit } from '#schedule/schedule-fixture.server.ts';
import { visitRecords } from '#schedule/visit-records.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import {
  EXEMPTION_CURSOR_LENGTH,
  getCourse,
  listCourses,
  listExemptions,
  listInvitees,
} from './course-queries.server.ts';
import type { CourseInput } from './domain/course.ts';
import { exemptInstructor } from './exempt-instructor.server.ts';
import { buildCertificates, exportCertificate } from './issue-certificates.server.ts';
import { inviteInstructors, payAttendee, recordAttendance } from './record-attendance.server.ts';
import { changeCourse, createCourse, endCourse } from './save-course.server.ts';

const desk = useTestDatabase();

const input: CourseInput = {
  kind: 'technique',
  term: 'first',
  days: [plainDate('2022-11-29')],
  startsAt: '13:00',
  endsAt: '16:00',
  mode: 'onsite',
  place: '架空会館',
  url: null,
  contents: ['technique', 'privacy'],
  capacity: 2,
  lecturer: null,
  material: null,
  note: null,
};

async function create(ctx: Context, changes: Partial<CourseInput> = {}): Promise<string> {
  const created = await createCourse(ctx, { input: { ...input, ...changes }, key: undefined });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  return created.value.id;
}

const untrained = (ctx: Context, number: string) =>
  registerInstructor(ctx, { number, course: { status: 'not-taken' } });

/** A course that was held, with one person invited to it. */
async function heldCourse(ctx: Context, changes: Partial<CourseInput> = {}) {
  const instructorId = await untrained(ctx, 'M-001');
  const courseId = await create(ctx, changes);
  await inviteInstructors(ctx, { courseId, instructorIds: [instructorId] });
  await endCourse(ctx, { id: courseId, version: 1, reason: null });
  return { courseId, instructorId };
}

const everywhere = { filters: { fiscalYear: 2022 }, cursor: undefined };

describe('from the invitation to the first instruction [domain.md §5.2]', () => {
  test('completing 指導技法等講習 lets the instructor be sent from its last day on, and undoing takes it back', async () => {
    const ctx = desk.context();
    await registerOrganization(ctx);
    const { courseId, instructorId } = await heldCourse(ctx);
    const visit = (number: string, day: string) =>
      visitRecords.create(ctx, { input: aVisit({ number, visitOn: plainDate(day) }), fiscalYear: 2022 });
    expect((await visit('V-0', '2022-12-05')).ok).toBe(false);
    const chosen = { courseId, instructorIds: [instructorId] };
    expect((await recordAttendance(ctx, { ...chosen, command: 'complete' })).ok).toBe(true);
    const { input: trained } = await instructorRecords.get(ctx, instructorId);
    expect(trained.course).toEqual({ status: 'completed', on: '2022-11-29' });
    const early = await visit('V-1', '2022-11-28');
    expect(!early.ok && early.refusal).toMatchObject({
      problems: [{ key: 'instructorNumbers', problem: { kind: 'not-trained', completedOn: '2022-11-29' } }],
    });
    expect((await visit('V-2', '2022-11-29')).ok).toBe(true);
    await recordAttendance(ctx, { ...chosen, command: 'undo' });
    expect((await instructorRecords.get(ctx, instructorId)).input.course).toEqual({ status: 'not-taken' });
  });

  test('another kind of course changes nobody in the ledger', async () => {
    const ctx = desk.context();
    const { courseId, instructorId } = await heldCourse(ctx, { kind: 'case-sharing' });
    await recordAttendance(ctx, { courseId, instructorIds: [instructorId], command: 'complete' });
    expect((await instructorRecords.get(ctx, instructorId)).input.course).toEqual({ status: 'not-taken' });
    expect((await buildCertificates(ctx, courseId)).certificates).toEqual([]);
  });

  test('a result waits until the course was held, and where one cannot take it, nobody does', async () => {
    const ctx = desk.context();
    const [first, second] = [await untrained(ctx, 'M-001'), await untrained(ctx, 'M-002')];
    const courseId = await create(ctx);
    await inviteInstructors(ctx, { courseId, instructorIds: [first, second] });
    const complete = { courseId, command: 'complete' } as const;
    const early = await recordAttendance(ctx, { ...complete, instructorIds: [first] });
    expect(!early.ok && early.refusal).toMatchObject({ kind: 'stopped', problem: { kind: 'not-held' } });
    await recordAttendance(ctx, { courseId, instructorIds: [second], command: 'decline' });
    await endCourse(ctx, { id: courseId, version: 1, reason: null });
    expect((await recordAttendance(ctx, { ...complete, instructorIds: [first, second] })).ok).toBe(false);
    expect((await getCourse(ctx, courseId)).attendees.map(({ state }) => state)).toEqual(['invited', 'declined']);
  });

  test('those who need it are offered, nobody twice, and the capacity holds', async () => {
    const ctx = desk.context();
    const [first, second, third] = [
      await untrained(ctx, 'M-001'),
      await untrained(ctx, 'M-002'),
      await untrained(ctx, 'M-003'),
    ];
    await registerInstructor(ctx, { number: 'M-004' });
    await registerInstructor(ctx, { number: 'K-001', kind: 'skilled-worker', course: null });
    const courseId = await create(ctx);
    const offered = async () => {
      const course = await getCourse(ctx, courseId);
      return (await listInvitees(ctx, { course, q: '', everybody: false })).map(({ number }) => number);
    };
    expect(await offered()).toEqual(['M-001', 'M-002', 'M-003']);
    expect(await inviteInstructors(ctx, { courseId, instructorIds: [first] })).toEqual({
      ok: true,
      value: { invited: 1 },
    });
    expect((await inviteInstructors(ctx, { courseId, instructorIds: [first] })).ok).toBe(false);
    expect((await inviteInstructors(ctx, { courseId, instructorIds: [second, third] })).ok).toBe(false);
    expect(await offered()).toEqual(['M-002', 'M-003']);
  });
});

describe('全員出席', () => {
  const everybody = { instructorIds: 'everybody', command: 'complete' } as const;

  test('completes all who are awaited, leaves who declined, and a clerk may record it', async () => {
    const ctx = desk.context();
    const [first, second, third] = [
      await untrained(ctx, 'M-001'),
      await untrained(ctx, 'M-002'),
      await untrained(ctx, 'M-003'),
    ];
    const courseId = await create(ctx, { capacity: null });
    await inviteInstructors(ctx, { courseId, instructorIds: [first, second, third] });
    const clerk = desk.context({ role: 'clerk' });
    await recordAttendance(clerk, { courseId, instructorIds: [second], command: 'accept' });
    await recordAttendance(clerk, { courseId, instructorIds: [third], command: 'decline' });
    expect((await recordAttendance(clerk, { courseId, ...everybody })).ok).toBe(false);
    await endCourse(ctx, { id: courseId, version: 1, reason: null });
    expect(await recordAttendance(clerk, { courseId, ...everybody })).toEqual({ ok: true, value: { changed: 2 } });
    const { attendees } = await getCourse(ctx, courseId);
    expect(attendees.map(({ state }) => state)).toEqual(['completed', 'completed', 'declined']);
    expect((await instructorRecords.get(ctx, second)).input.course).toMatchObject({ status: 'completed' });
    expect(await recordAttendance(clerk, { courseId, ...everybody })).toMatchObject({
      refusal: { kind: 'nobody-chosen' },
    });
  });

  test.each(['coordinator', 'auditor', 'center'] as const)('no %s records attendance [SEC-13]', async (role) => {
    const courseId = await create(desk.context());
    await expect(async () => recordAttendance(desk.context({ role }), { courseId, ...everybody })).rejects.toThrow(
      Forbidden,
    );
  });
});

test('the records of exemption are read page by page, each once', async () => {
  const ctx = desk.context();
  for (const number of ['M-001', 'M-002', 'M-003']) {
    await untrained(ctx, number);
    await exemptInstructor(ctx, { number, criterion: 'instructor-licence', reason: '免許証' });
  }
  const first = await listExemptions(ctx, { cursor: undefined, limit: 2 });
  const second = await listExemptions(ctx, { cursor: decodeCursor(first.next, EXEMPTION_CURSOR_LENGTH), limit: 2 });
  const numbers = [...first.rows, ...second.rows].map(({ number }) => number);
  expect(numbers.toSorted()).toEqual(['M-001', 'M-002', 'M-003']);
  expect([first.count, second.next]).toEqual([3, undefined]);
});

test('transport is kept, an allowance is refused [S1 3(4)ウ]', async () => {
  const ctx = desk.context();
  const { courseId, instructorId } = await heldCourse(ctx);
  const payment = { courseId, instructorId, kind: 'transport', yen: 1200 } as const;
  expect((await payAttendee(ctx, payment)).ok).toBe(false);
  await recordAttendance(ctx, { courseId, instructorIds: [instructorId], command: 'complete' });
  expect((await payAttendee(ctx, payment)).ok).toBe(true);
  expect((await payAttendee(ctx, { ...payment, kind: 'allowance' })).ok).toBe(false);
  expect((await getCourse(ctx, courseId)).attendees[0]?.transportYen).toBe(1200);
});

test('an exemption sets the status, is kept with ground and reason, and stands once', async () => {
  const ctx = desk.context();
  const id = await untrained(ctx, 'M-001');
  const exemption = { number: 'M-001', criterion: 'instructor-licence', reason: '免許証第12号' };
  expect((await exemptInstructor(ctx, exemption)).ok).toBe(true);
  expect((await instructorRecords.get(ctx, id)).input.course).toEqual({ status: 'exempt' });
  expect((await exemptInstructor(ctx, exemption)).ok).toBe(false);
  expect((await exemptInstructor(ctx, { ...exemption, number: 'M-9' })).ok).toBe(false);
  const { rows, count } = await listExemptions(ctx, { cursor: undefined });
  expect(rows).toMatchObject([{ number: 'M-001', reason: '免許証第12号', exemptedOn: '2022-11-30' }]);
  expect(count).toBe(1);
});

test('who completed gets a certificate as Word, who did not gets none', async () => {
  const ctx = desk.context();
  const { courseId, instructorId } = await heldCourse(ctx);
  await expect(exportCertificate(ctx, { courseId, instructorId })).rejects.toThrow(NotFound);
  await recordAttendance(ctx, { courseId, instructorIds: [instructorId], command: 'complete' });
  const file = await exportCertificate(ctx, { courseId, instructorId });
  expect(file.name).toMatch(/修了証.*\.docx$/u);
  expect(Buffer.from(file.bytes.subarray(0, 2)).toString()).toBe('PK');
});

test('a course changed meanwhile is not overwritten, and the same key registers once [FRM-34]', async () => {
  const ctx = desk.context();
  const [first, again] = [await createCourse(ctx, { input, key: 'a' }), await createCourse(ctx, { input, key: 'a' })];
  expect(again).toEqual(first);
  if (!first.ok) throw new Error('not registered');
  const { id } = first.value;
  await changeCourse(ctx, { id, version: 1, input: { ...input, capacity: 9 } });
  await expect(changeCourse(ctx, { id, version: 1, input })).rejects.toThrow(Conflict);
  expect((await listCourses(ctx, everywhere)).rows).toMatchObject([{ id, capacity: 9, expected: 0, state: 'planned' }]);
});

describe('who may [SEC-13]', () => {
  test('another corner sees and changes nothing of a course', async () => {
    const { courseId, instructorId } = await heldCourse(desk.context());
    const other = desk.context({ corner: '13' });
    expect((await listCourses(other, everywhere)).rows).toEqual([]);
    await expect(getCourse(other, courseId)).rejects.toThrow(NotFound);
    await expect(inviteInstructors(other, { courseId, instructorIds: [instructorId] })).rejects.toThrow(NotFound);
    await expect(
      recordAttendance(other, { courseId, instructorIds: [instructorId], command: 'complete' }),
    ).rejects.toThrow(NotFound);
    await expect(endCourse(other, { id: courseId, version: 2, reason: 'x' })).rejects.toThrow(NotFound);
  });

  test.each(['center', 'instructor', 'measureOwner'] as const)('%s may not even read', async (role) => {
    await expect(listCourses(desk.context({ role }), everywhere)).rejects.toThrow(Forbidden);
  });

  test.each(['clerk', 'coordinator', 'auditor'] as const)('%s reads and changes nothing', async (role) => {
    const ctx = desk.context({ role });
    expect((await listCourses(ctx, everywhere)).rows).toEqual([]);
    expect(() => createCourse(ctx, { input, key: undefined })).toThrow(Forbidden);
    expect(() => exemptInstructor(ctx, { number: 'M-001', criterion: 'x', reason: 'x' })).toThrow(Forbidden);
  });
});
