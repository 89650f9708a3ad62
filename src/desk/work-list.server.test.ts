import { expect, test } from 'vitest';
import { createBatch } from '#certification-batch/change-batch.server.ts';
import { consultationRecords } from '#consultation/consultation-records.server.ts';
import { aConsultation } from '#consultation/domain/consultation.fixture.ts';
import { createCourse } from '#course/save-course.server.ts';
import { inviteInstructors } from '#course/record-attendance.server.ts';
import { registerInstructor } from '#dispatch/dispatch-fixture.server.ts';
import { insertWholeCase } from '#evidence/case-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Role } from '#platform/permission/permission-table.ts';
import { scoutingVisitRecords } from '#scouting/scouting-records.server.ts';
import { aScoutingVisit } from '#scouting/domain/scouting.fixture.ts';
import { getUpkeep } from '#upkeep/upkeep-queries.server.ts';
import { moveRegistration } from '#upkeep/move-registration.server.ts';
import { countWork } from '#work/count-work.server.ts';
import { sumWork } from '#work/domain/work-kind.ts';
import { useTestDatabase } from '../../test/database.ts';
import { getDashboard } from './dashboard-queries.server.ts';
import { listTasks, listWatch } from './work-list.ts';

const desk = useTestDatabase();
const day = plainDate;
const href = (path: string) => path;

async function workOf(role: Role) {
  const ctx = desk.context({ role });
  const dashboard = await getDashboard(ctx, { fiscalYear: 2022 });
  const lines = [...listTasks(dashboard, { href }), ...listWatch(dashboard, { href })].map((line) => [
    line.href.replaceAll(/[\da-f]{8}-[\da-f-]{27}/gu, ':id'),
    `${line.count}${line.unit}`,
  ]);
  const sum = sumWork(await countWork(ctx, { fiscalYear: 2022 }));
  return { lines, sum, waiting: dashboard.waiting, watch: dashboard.watch };
}

async function addBatch(round: number, deadlineOn: string): Promise<void> {
  const input = { round, deadlineOn: day(deadlineOn), note: null };
  await createBatch(desk.context(), { input, fiscalYear: 2022 });
}

async function addCases(): Promise<void> {
  const ctx = desk.context();
  await insertWholeCase(ctx, { number: 'C-1' });
  await insertWholeCase(ctx, { number: 'C-2' });
  await ctx.db.updateTable('certification_case').set({ recommender_name: null }).where('number', '=', 'C-2').execute();
  await insertWholeCase(ctx, { number: 'C-3', state: 'returned' });
  await insertWholeCase(ctx, { number: 'C-4', state: 'interview' });
  await insertWholeCase(ctx, { number: 'C-5', state: 'drafting' });
}

/** One who does not go on, one who is dormant, one who soon will be, and one who goes on. */
async function addRegistrations(): Promise<void> {
  const ctx = desk.context();
  const active = (number: string, lastActivityOn: string) =>
    registerInstructor(ctx, { number, lastActivityOn: day(lastActivityOn), certifiedOn: day('2014-02-14') });
  const leaving = await active('M-1', '2019-05-01');
  await active('M-2', '2019-06-20');
  await active('M-3', '2020-01-10');
  await active('M-4', '2022-10-10');
  for (const command of ['ask-intent', 'answer-unwilling'] as const) {
    const { version } = await getUpkeep(ctx, leaving);
    const order = { instructorId: leaving, version, command, happenedOn: day('2022-11-20'), reason: '電話で' };
    await moveRegistration(ctx, 'a-secret-of-the-test-with-32-letters', order);
  }
}

async function addCourse(on: string): Promise<void> {
  const ctx = desk.context();
  const input = {
    kind: 'technique' as const,
    term: null,
    days: [day(on)],
    startsAt: null,
    endsAt: null,
    mode: 'onsite' as const,
    place: '山口',
    url: null,
    contents: ['technique'] as const,
    capacity: null,
    lecturer: null,
    material: null,
    note: null,
  };
  const course = await createCourse(ctx, { input, key: undefined });
  if (!course.ok) throw new Error(JSON.stringify(course.refusal));
  const person = await registerInstructor(ctx, {
    number: `U-${on}`,
    course: { status: 'not-taken' },
    certifiedOn: day('2022-04-01'),
  });
  await inviteInstructors(ctx, { courseId: course.value.id, instructorIds: [person] });
}

/** One to be called since Monday, one today, one tomorrow, and one of which something came. */
async function addConsultations(): Promise<void> {
  const calls = [
    ['K-1', '2022-11-28', null],
    ['K-2', '2022-11-30', null],
    ['K-3', '2022-12-01', null],
    ['K-4', '2022-11-28', '済み'],
  ] as const;
  for (const [number, followUpOn, outcome] of calls) {
    const input = aConsultation({ number, followUpOn: day(followUpOn), outcome });
    await consultationRecords.create(desk.context(), { input, fiscalYear: 2022 });
  }
}

async function fill(): Promise<void> {
  await addCases();
  await addBatch(1, '2022-12-14');
  await addBatch(2, '2022-12-15');
  await addRegistrations();
  await addCourse('2022-12-10');
  await addCourse('2022-12-20');
  await addConsultations();
  const visits = [
    ['S-1', '2022-11-28', 'planned'],
    ['S-2', '2022-11-30', 'planned'],
    ['S-3', '2022-11-21', 'held'],
  ] as const;
  for (const [number, visitOn, status] of visits) {
    const input = aScoutingVisit({ number, visitOn: day(visitOn), status });
    await scoutingVisitRecords.create(desk.context({ role: 'coordinator' }), { input, fiscalYear: 2022 });
  }
}

type Line = readonly [href: string, count: string];

const toEverybody: readonly Line[] = [
  ['work?kind=follow-up', '2件'],
  ['work?kind=due', '1件'],
  ['work?kind=returned', '1件'],
  ['work?kind=received', '2件'],
];
const scouting: Line = ['work?kind=unrecorded', '1件'];
const interview: Line = ['work?kind=interview', '1件'];
const unwilling: Line = ['work?kind=unwilling', '1人'];
const watched = [
  ['certification-batches/:id', '1件'],
  ['courses/:id', '1人'],
  ['upkeep', '1人'],
  ['upkeep?view=soon', '1人'],
  ['instructors?kind=meister&course=not-taken', '2人'],
];

test.each([
  ['officer', [...toEverybody, interview, unwilling, scouting]],
  ['auditor', [...toEverybody, interview, unwilling, scouting]],
  ['coordinator', [...toEverybody, scouting]],
  ['clerk', toEverybody],
] as const)('%s sees what waits for them, each line with the way to just these records [Y5-14]', async (role, own) => {
  await fill();
  const work = await workOf(role);
  expect(work.lines).toEqual([...own, ...watched]);
  expect(work.sum).toBe(own.reduce((sum, [, count]) => sum + Number.parseInt(count, 10), 0));
});

test('each line says since when, or until when', async () => {
  await fill();
  const { waiting, watch } = await workOf('officer');
  const days = (kind: string) => waiting.find((line) => line.kind === kind);
  expect(days('follow-up')).toMatchObject({ due: '2022-11-28' });
  expect(days('due')).toMatchObject({ due: '2022-12-14' });
  expect(days('unwilling')).toMatchObject({ since: '2022-11-20' });
  expect(days('unrecorded')).toMatchObject({ since: '2022-11-28', overdue: 1 });
  expect(watch).toMatchObject({
    batch: { deadlineOn: '2022-12-14', complete: 1 },
    courses: [{ firstDay: '2022-12-10', unanswered: 1 }],
    quiet: { dormant: { firstLapseOn: '2022-06-20' }, soon: { firstLapseOn: '2023-01-10' } },
    untrained: { count: 2, certifiedOn: '2022-04-01' },
  });
});

test('nothing presses while every deadline is far', async () => {
  await addCases();
  await addBatch(1, '2022-12-15');
  const { lines } = await workOf('officer');
  expect(lines.map(([to]) => to)).not.toContain('certification-batches/:id');
});
