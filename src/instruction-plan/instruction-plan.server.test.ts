import { beforeEach, expect, test } from 'vitest';
import { anAcceptedRequest, aSession } from '#decision/decision-fixture.server.ts';
import { moveRequest } from '#dispatch/move-request.server.ts';
import { getStanding } from '#dispatch/stage-queries.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { assignInstructor } from '#matching/assign-instructor.server.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import type { PreMeetingInput } from './domain/pre-meeting.ts';
import { getRequestPlan, startSessions } from './plan-queries.server.ts';
import { planSessionVisits } from './plan-visits.server.ts';
import { listMeetings, recordMeeting } from './record-meeting.server.ts';
import { savePlan } from './save-plan.server.ts';

const desk = useTestDatabase();
const [today, monday, tuesday] = [plainDate('2022-11-30'), plainDate('2022-12-05'), plainDate('2022-12-06')] as const;
let requestId: string;

beforeEach(async () => {
  requestId = await anAcceptedRequest(desk.context(), { withPlan: false });
});

const meeting = (changes: Partial<PreMeetingInput> = {}): PreMeetingInput => ({
  heldOn: today,
  means: 'online',
  place: null,
  present: '架空 太郎',
  agreed: '旋盤を2台使う',
  hostPrepares: '保護めがね',
  ...changes,
});
const stage = async () => (await getStanding(desk.context(), requestId)).stage;
const save = (changes = {}) =>
  savePlan(desk.context(), { requestId, goal: null, note: null, sessions: [aSession()], ...changes });
const planOf = () => getRequestPlan(desk.context(), requestId);

test('a meeting that is recorded takes the request to 打合せ済み; one entered late or again leaves it there', async () => {
  const made = await recordMeeting(desk.context(), { requestId, input: meeting({ heldOn: plainDate('2022-11-20') }) });
  expect([made.ok, await stage()]).toEqual([true, 'pre-meeting']);
  expect(await recordMeeting(desk.context(), { requestId, input: meeting() })).toMatchObject({ ok: true });
  const [latest] = await listMeetings(desk.context(), requestId);
  const known = { id: latest?.id ?? '', version: 1 };
  const corrected = { requestId, known, input: meeting({ agreed: '旋盤を3台使う' }) };
  expect(await recordMeeting(desk.context(), corrected)).toMatchObject({ ok: true });
  await expect(recordMeeting(desk.context(), corrected)).rejects.toThrow(Conflict);
  expect((await listMeetings(desk.context(), requestId)).map(({ agreed }) => agreed)).toEqual([
    '旋盤を3台使う',
    '旋盤を2台使う',
  ]);
  expect(await recordMeeting(desk.context(), { requestId, input: meeting({ heldOn: monday }) })).toMatchObject({
    refusal: { kind: 'in-the-future' },
  });
});

test('a meeting comes after somebody has accepted', async () => {
  await moveRequest(desk.context(), { requestId, command: 'decline', happenedOn: today, reason: '病気' });
  expect(await recordMeeting(desk.context(), { requestId, input: meeting() })).toMatchObject({
    refusal: { kind: 'wrong-stage', why: 'too-early' },
  });
  expect(await listMeetings(desk.context(), requestId)).toEqual([]);
});

test('a plan begins with the visits of its request, and nothing is typed again', async () => {
  const [person] = await desk.asOwner('select instructor_id as id from instructor');
  const { id: instructorId } = person as { id: string };
  await assignInstructor(desk.context(), { requestId, instructorId, days: [tuesday, monday], startsAt: '10:00' });
  const sessions = startSessions(await planOf(), { follow: false });
  expect(sessions).toMatchObject([
    {
      heldOn: monday,
      startsAt: '10:00',
      endsAt: '12:00',
      instructorNumber: 'M-001',
      place: expect.stringContaining('架空精機'),
    },
    { heldOn: tuesday },
  ]);
  expect(await save({ sessions })).toMatchObject({ value: { revision: 1 } });
  const { open } = await planOf();
  expect(open?.sessions.every(({ visitId }) => visitId !== null)).toBe(true);
});

test('sessions without a visit become planned visits by all the rules of a visit, once', async () => {
  const saved = await save({ sessions: [aSession(), aSession({ heldOn: tuesday })] });
  const planId = saved.ok ? saved.value.id : '';
  expect(await planSessionVisits(desk.context(), planId)).toMatchObject({ value: { made: 2 } });
  expect(await desk.asOwner(`select visit_on::text as day, status from visit order by 1`)).toEqual([
    { day: monday, status: 'planned' },
    { day: tuesday, status: 'planned' },
  ]);
  expect(await planSessionVisits(desk.context(), planId)).toMatchObject({ refusal: { kind: 'nothing-to-plan' } });
  const overlapping = [...((await planOf()).open?.sessions ?? []), aSession({ startsAt: '14:00' })];
  await save({ sessions: overlapping, version: 1 });
  expect(await planSessionVisits(desk.context(), planId)).toMatchObject({
    refusal: { kind: 'visits', problems: [{ problem: { kind: 'overlaps' } }] },
  });
  await expect(planSessionVisits(desk.context({ corner: '13' }), planId)).rejects.toThrow(NotFound);
});

test('of sessions over two 年度 none becomes a visit when one is refused, and the refused one is named', async () => {
  const later = plainDate('2023-04-04');
  const sessions = [aSession(), aSession({ heldOn: later }), aSession({ heldOn: later })];
  const saved = await save({ sessions });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  const before = await desk.asOwner('select count(*)::integer as visits from visit');
  expect(await planSessionVisits(desk.context(), saved.value.id)).toMatchObject({
    refusal: { kind: 'visits', problems: [{ position: 3 }] },
  });
  expect(await desk.asOwner('select count(*)::integer as visits from visit')).toEqual(before);
});

test('a plan that somebody else saved meanwhile is not overwritten, and unknown people stand in none', async () => {
  expect(await save({ key: 'once' })).toEqual(await save({ key: 'once' }));
  await expect(save()).rejects.toThrow(Conflict);
  expect(await save({ version: 1, sessions: [] })).toMatchObject({ refusal: { kind: 'no-session' } });
  expect(await save({ version: 1, sessions: [aSession({ instructorNumber: 'M-999' })] })).toMatchObject({
    refusal: { kind: 'sessions', problems: [{ position: 1, problem: { kind: 'unknown-record' } }] },
  });
  await moveRequest(desk.context(), { requestId, command: 'withdraw', happenedOn: today, reason: '中止' });
  expect(await save({ version: 1 })).toMatchObject({ refusal: { kind: 'request-ended' } });
  const plan = { requestId, goal: null, note: null, sessions: [aSession()] };
  expect(() => savePlan(desk.context({ role: 'auditor' }), plan)).toThrow(Forbidden);
  await expect(getRequestPlan(desk.context({ corner: '13' }), requestId)).rejects.toThrow(NotFound);
});
