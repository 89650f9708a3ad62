import { beforeEach, expect, test } from 'vitest';
import { registerInstructor } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { answerInvitation } from './answer-invitation.server.ts';
import { listOwnCourses } from './own-course-queries.server.ts';
import { inviteInstructors } from './record-attendance.server.ts';
import { createCourse } from './save-course.server.ts';

const desk = useTestDatabase();
let [mine, others, courseId] = ['', '', ''];

beforeEach(async () => {
  mine = await registerInstructor(desk.context(), { course: { status: 'not-taken' } });
  others = await registerInstructor(desk.context(), { number: 'M-002', course: { status: 'not-taken' } });
  const created = await createCourse(desk.context(), {
    input: {
      kind: 'technique',
      term: 'first',
      days: [plainDate('2022-12-10')],
      startsAt: '13:00',
      endsAt: '16:00',
      mode: 'onsite',
      place: '架空会館',
      url: null,
      contents: ['technique'],
      capacity: 1,
      lecturer: null,
      material: null,
      note: null,
    },
    key: undefined,
  });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  courseId = created.value.id;
  await inviteInstructors(desk.context(), { courseId, instructorIds: [mine] });
});

const as = (id: string, today = '2022-11-30') =>
  desk.context({ role: 'instructor', today, actor: { id, instructorId: id } });
const answer = (reply: 'accept' | 'decline', ctx = as(mine)) =>
  answerInvitation(ctx, { courseId, instructorId: mine, reply });

test('an invited instructor says whether they come, and staff see it; twice is once', async () => {
  expect(await answer('accept')).toEqual({ ok: true, value: { state: 'attending' } });
  expect(await answer('accept')).toEqual({ ok: true, value: { state: 'attending' } });
  expect(await listOwnCourses(as(mine), mine)).toMatchObject([{ place: '架空会館', attendance: 'attending' }]);
  const log = await desk.asOwner("select actor_id, after from audit_entry where action = 'attended'");
  expect(log).toMatchObject([{ actor_id: mine, after: { command: 'accept', state: 'attending' } }]);
});

test('a place that was given up and taken by somebody else is not free any more; a course that began takes no answer', async () => {
  await answer('decline');
  await inviteInstructors(desk.context(), { courseId, instructorIds: [others] });
  expect(await answer('accept')).toMatchObject({ refusal: { kind: 'full', capacity: 1 } });
  expect(await answer('decline', as(mine, '2022-12-11'))).toMatchObject({ refusal: { kind: 'begun' } });
});

test('nobody answers for others, and a course that one is not invited to is not found [SEC-13]', async () => {
  expect(() => answer('accept', as(others))).toThrow(Forbidden);
  const uninvited = { courseId, instructorId: others, reply: 'accept' } as const;
  await expect(answerInvitation(as(others), uninvited)).rejects.toThrow(NotFound);
  expect(await listOwnCourses(as(others), others)).toEqual([]);
  await expect(listOwnCourses(as(others), mine)).rejects.toThrow(Forbidden);
});
