import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { moveRequest } from '#dispatch/move-request.server.ts';
import { getStanding } from '#dispatch/stage-queries.server.ts';
import { getRequestProgress } from '#dispatch/request-queries.server.ts';
import { requestRecords } from '#dispatch/request-records.server.ts';
import { instructorRecords } from '#instructor/instructor-records.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { replyToVisit } from '#schedule/reply-to-visit.server.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import { visitRecords } from '#schedule/visit-records.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { assignInstructor } from './assign-instructor.server.ts';
import type { AssignmentOrder } from './judge-assignment.server.ts';
import { rankForRequest } from './rank-candidates.server.ts';

const desk = useTestDatabase();
const [monday, tuesday] = [plainDate('2022-12-05'), plainDate('2022-12-06')] as const;
let requestId: string;
let instructorId: string;

beforeEach(async () => {
  await registerOrganization(desk.context());
  instructorId = await registerInstructor(desk.context());
  requestId = await registerRequest(desk.context());
});

const assign = (changes: Partial<AssignmentOrder> = {}) =>
  assignInstructor(desk.context(), { requestId, instructorId, days: [monday], startsAt: null, ...changes });
const plannedDays = async (id = requestId) =>
  (await getRequestProgress(desk.context(), id)).visits.map(({ visitOn }) => visitOn);

test('ranks the instructors of the trade with the visits of their year, and says why the others are out', async () => {
  await registerInstructor(desk.context(), { number: 'M-002', municipalityCode: '352012' });
  await registerInstructor(desk.context(), { number: 'M-003', course: { status: 'not-taken' } });
  await registerInstructor(desk.context(), { number: 'M-004', trades: ['zoen'] });
  await registerVisit(desk.context(), {
    visitOn: plainDate('2022-11-21'),
    status: 'held',
    startsAt: null,
    endsAt: null,
  });
  await registerVisit(desk.context(), { number: 'V-002', visitOn: monday });
  await registerVisit(desk.context(), { number: 'V-003', visitOn: tuesday, status: 'cancelled', cancelReason: '大雪' });
  const { ranking } = await rankForRequest(desk.context(), requestId);
  expect(ranking.ranked.map(({ candidate }) => candidate.number)).toEqual(['M-001', 'M-002']);
  expect(ranking.ranked[0]?.candidate).toMatchObject({
    held: 1,
    planned: 1,
    lastActivityOn: '2022-11-21',
    busy: [{ day: '2022-11-21', startsAt: null, municipalityCode: '352039' }, { day: monday }],
  });
  expect(ranking.ranked[0]?.eligibility.freeDays).toEqual(['2022-12-06', '2022-12-07', '2022-12-08', '2022-12-09']);
  expect(ranking.excluded.map(({ candidate }) => candidate.number)).toEqual(['M-003']);
});

test('a skilled worker may go only while the corner has no Meister of the trade [domain.md §5.3]', async () => {
  const id = await registerInstructor(desk.context(), { number: 'S-001', kind: 'skilled-worker', course: null });
  expect(await assign({ instructorId: id })).toMatchObject({
    refusal: { kind: 'not-eligible', verdicts: [{ rule: 'kind-fits' }] },
  });
  await instructorRecords.remove(desk.context(), { id: instructorId, version: 1, reason: '登録解除' });
  expect(await assign({ instructorId: id })).toMatchObject({ ok: true });
});

test('an assignment plans the visits with the values of the request and is written into both histories', async () => {
  const assigned = await assign({ days: [tuesday, monday], startsAt: '13:30' });
  expect(assigned).toMatchObject({ ok: true, value: [{ number: 'V2022-0001' }, { number: 'V2022-0002' }] });
  const id = assigned.ok ? (assigned.value[0]?.id ?? '') : '';
  const visit = await visitRecords.get(desk.context(), id);
  expect(visit.input).toEqual({
    number: 'V2022-0001',
    requestNumber: 'R-001',
    program: 'practical-instruction',
    organizationNumber: 'O-001',
    instructorNumbers: ['M-001'],
    tradeCode: 'kikai-kako',
    visitOn: monday,
    startsAt: '13:30',
    endsAt: '15:30',
    trainees: 5,
    status: 'planned',
    cancelReason: null,
  });
  expect(visit.history.map(({ action }) => action)).toEqual(['assigned']);
  const [latest] = (await requestRecords.get(desk.context(), requestId)).history;
  expect([latest?.action, latest?.after]).toEqual([
    'assigned',
    { instructor: 'M-001', visits: ['V2022-0001', 'V2022-0002'] },
  ]);
});

test('sent twice with one key, it plans once and answers the same [FRM-34]', async () => {
  const first = await assign({ key: 'once' });
  expect(await assign({ key: 'once' })).toEqual(first);
  expect(await plannedDays()).toEqual([monday]);
});

test('of two coordinators who choose one person and day at once, one wins and the other is told', async () => {
  const other = await registerRequest(desk.context(), { number: 'R-002' });
  // Every session is open before they start, so that on a server they truly run side by side.
  await Promise.all(Array.from({ length: 4 }, () => plannedDays()));
  const answers = await Promise.all([assign(), assign({ requestId: other })]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toEqual({
    ok: false,
    refusal: { kind: 'day-not-free', days: [{ day: monday, block: 'busy' }] },
  });
  expect((await plannedDays()).length + (await plannedDays(other)).length).toBe(1);
});

test('all chosen days are planned or none: one day that is taken stops the whole assignment', async () => {
  await registerVisit(desk.context(), { visitOn: tuesday, startsAt: null, endsAt: null });
  expect(await assign({ days: [monday, tuesday] })).toMatchObject({
    refusal: { kind: 'day-not-free', days: [{ day: tuesday }] },
  });
  expect(await plannedDays()).toEqual([]);
});

test('not more visits are planned than were wished, and held ones count', async () => {
  await assign();
  expect(await assign({ days: [tuesday, plainDate('2022-12-07')] })).toMatchObject({
    refusal: { kind: 'too-many-days', chosen: 2, open: 1 },
  });
});

test('somebody whose yearly cap is reached meanwhile cannot be assigned any more', async () => {
  const id = await registerInstructor(desk.context(), { number: 'M-002', yearlyCap: 1 });
  expect(await assign({ instructorId: id })).toMatchObject({ ok: true });
  expect(await assign({ instructorId: id, days: [tuesday] })).toMatchObject({
    refusal: { kind: 'not-eligible', verdicts: [{ rule: 'cap-left' }] },
  });
});

test('somebody who left the registry after the page was opened is refused by name', async () => {
  await instructorRecords.remove(desk.context(), { id: instructorId, version: 1, reason: '登録解除' });
  expect(await assign()).toMatchObject({ refusal: { kind: 'not-eligible', verdicts: [{ rule: 'registered' }] } });
});

test('an address that names no request is not found; another corner finds none [SEC-13]', async () => {
  await expect(rankForRequest(desk.context(), 'x')).rejects.toThrow(NotFound);
  await expect(rankForRequest(desk.context({ corner: '34' }), requestId)).rejects.toThrow(NotFound);
  await expect(rankForRequest(desk.context({ role: 'instructor' }), requestId)).rejects.toThrow(Forbidden);
  expect(() =>
    assignInstructor(desk.context({ role: 'auditor' }), { requestId, instructorId, days: [monday], startsAt: null }),
  ).toThrow(Forbidden);
});

test('who is assigned without an offer is being chosen; the request is accepted with their last yes [domain.md §4.3]', async () => {
  const stage = async () => (await getStanding(desk.context(), requestId)).stage;
  await assign({ days: [monday] });
  expect(await stage()).toBe('submitted');
  const today = desk.context().today();
  await moveRequest(desk.context(), { requestId, command: 'check-eligibility', happenedOn: today, reason: null });
  await assign({ days: [tuesday] });
  expect(await stage()).toBe('matching');
  const { visits } = await getRequestProgress(desk.context(), requestId);
  const person = desk.context({ role: 'instructor', actor: { instructorId } });
  const yes = (visitId = '') =>
    replyToVisit(person, { visitId, instructorId, version: 1, answer: 'accepted', reason: '' });
  expect(await yes(visits[0]?.id)).toMatchObject({ ok: true });
  expect(await stage()).toBe('matching');
  expect(await yes(visits[1]?.id)).toMatchObject({ ok: true });
  expect(await stage()).toBe('accepted');
  const { events } = await getStanding(desk.context(), requestId);
  expect(events.map(({ command, reason }) => [command, reason])).toEqual([
    ['accept', '架空 太郎'],
    ['begin-matching', '打診をせずに割り当てた'],
    ['check-eligibility', null],
  ]);
});
