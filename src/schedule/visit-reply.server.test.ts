import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { recordCancelled } from './close-visit.server.ts';
import { getOwnVisit, listComingVisits, listHeldVisits } from './own-visit-queries.server.ts';
import { replyToVisit } from './reply-to-visit.server.ts';
import { aVisit, registerVisit } from './schedule-fixture.server.ts';
import { listVisits } from './visit-queries.server.ts';
import { visitRecords } from './visit-records.server.ts';
import { listVisitReplies } from './visit-reply-queries.server.ts';

const desk = useTestDatabase();
const today = plainDate('2022-11-30');
let instructorId = '';
let otherId = '';
let visitId = '';

beforeEach(async () => {
  await registerOrganization(desk.context(), { address: '山口市架空町1-1' });
  instructorId = await registerInstructor(desk.context());
  otherId = await registerInstructor(desk.context(), { number: 'M-002', name: '見本 花子', nameKana: 'ミホン ハナコ' });
  visitId = await registerVisit(desk.context());
});

const as = (id: string): Context =>
  desk.context({ role: 'instructor', actor: { id, name: '架空 太郎', instructorId: id } });
const me = () => as(instructorId);
const base = () => ({ visitId, instructorId, version: 1, reason: '' });
const accepts = (ctx = me()) => replyToVisit(ctx, { ...base(), answer: 'accepted' });
const declines = (ctx = me()) => replyToVisit(ctx, { ...base(), answer: 'declined', reason: '通院のため' });
const listed = async (reply: 'accepted' | 'declined' | 'unanswered') =>
  (await listVisits(desk.context(), { filters: { reply }, order: 'latest', cursor: undefined })).rows.map(
    ({ id }) => id,
  );

test('what an instructor answers stands on the visit and in the log, and may be changed', async () => {
  expect(await listVisitReplies(desk.context(), visitId)).toMatchObject([{ state: 'unanswered', answeredAt: null }]);
  expect(await listed('unanswered')).toEqual([visitId]);
  expect(await accepts()).toMatchObject({ ok: true });
  expect(await accepts()).toMatchObject({ ok: true });
  expect(await listed('accepted')).toEqual([visitId]);
  expect(await declines()).toMatchObject({ ok: true, value: { reason: '通院のため' } });
  expect(await listed('declined')).toEqual([visitId]);
  expect([await listed('accepted'), await listed('unanswered')]).toEqual([[], []]);
  expect(await listVisitReplies(desk.context(), visitId)).toMatchObject([
    { name: '架空 太郎', state: 'declined', reason: '通院のため', enteredBy: null },
  ]);
  const log = await desk.asOwner(
    "select actor_id, action, after from audit_entry where action in ('accepted', 'declined') order by sequence",
  );
  expect(log).toMatchObject([
    { actor_id: instructorId, action: 'accepted' },
    { actor_id: instructorId, action: 'declined', after: { reason: '通院のため' } },
  ]);
});

test('staff enter an answer for the person, and the visit and the log say so [A11-23]', async () => {
  expect(await declines(desk.context({ role: 'clerk' }))).toMatchObject({ ok: true });
  expect(await listVisitReplies(desk.context(), visitId)).toMatchObject([
    { state: 'declined', enteredBy: '試験 花子' },
  ]);
  expect(await getOwnVisit(me(), { instructorId, visitId })).toMatchObject({
    reply: 'declined',
    enteredBy: '試験 花子',
  });
  const [entry] = await desk.asOwner("select actor_name, after from audit_entry where action = 'declined'");
  expect(entry).toMatchObject({ actor_name: '試験 花子', after: { onBehalfOf: '架空 太郎' } });
});

test('a visit that moved is asked about again; an answer to what nobody saw is a conflict', async () => {
  await accepts();
  const input = aVisit({ visitOn: plainDate('2022-12-07') });
  await visitRecords.update(desk.context(), { id: visitId, version: 1, input, fiscalYear: 2022 });
  expect(await getOwnVisit(me(), { instructorId, visitId })).toMatchObject({ reply: 'outdated' });
  expect(await listed('unanswered')).toEqual([visitId]);
  await expect(accepts()).rejects.toThrow(Conflict);
});

test('an answer needs a planned visit, a day that is not over and a reason for no', async () => {
  expect(await replyToVisit(me(), { ...base(), answer: 'declined', reason: ' ' })).toMatchObject({
    refusal: { kind: 'reason-missing' },
  });
  const late = desk.context({ role: 'instructor', today: '2022-12-06', actor: { instructorId } });
  expect(await accepts(late)).toMatchObject({ refusal: { kind: 'day-over' } });
  await recordCancelled(desk.context(), { id: visitId, version: 1, code: 'weather', reason: '大雪' });
  expect(await replyToVisit(me(), { ...base(), version: 2, answer: 'accepted' })).toMatchObject({
    refusal: { kind: 'not-planned', status: 'cancelled' },
  });
});

test('nobody sees or answers a visit of somebody else, of another corner or of no one [SEC-13]', async () => {
  const stranger = as(otherId);
  expect(await listComingVisits(stranger, { instructorId: otherId, day: today })).toEqual([]);
  await expect(getOwnVisit(stranger, { instructorId: otherId, visitId })).rejects.toThrow(NotFound);
  const reply = { ...base(), answer: 'accepted' } as const;
  await expect(replyToVisit(stranger, { ...reply, instructorId: otherId })).rejects.toThrow(NotFound);
  expect(() => replyToVisit(stranger, reply)).toThrow(Forbidden);
  await expect(listComingVisits(stranger, { instructorId, day: today })).rejects.toThrow(Forbidden);
  const next = desk.context({ corner: '34', role: 'instructor', actor: { instructorId } });
  await expect(getOwnVisit(next, { instructorId, visitId })).rejects.toThrow(NotFound);
  await expect(getOwnVisit(me(), { instructorId, visitId: "x' or 1=1" })).rejects.toThrow(NotFound);
  expect(() => accepts(desk.context({ role: 'auditor' }))).toThrow(Forbidden);
});

test('the coming visits begin with the next one and tell the place; held ones belong to their 年度', async () => {
  await registerVisit(desk.context(), {
    number: 'V-002',
    visitOn: plainDate('2022-12-01'),
    startsAt: '13:00',
    endsAt: '14:00',
  });
  await registerVisit(desk.context(), { number: 'V-003', visitOn: plainDate('2022-11-21'), status: 'held' });
  await registerVisit(desk.context(), { number: 'V-004', visitOn: plainDate('2022-11-29') });
  const coming = await listComingVisits(me(), { instructorId, day: today });
  expect(coming.map(({ number }) => number)).toEqual(['V-002', 'V-001']);
  expect(coming[0]).toMatchObject({ host: '架空精機株式会社', address: '山口市架空町1-1', reply: 'unanswered' });
  expect((await listHeldVisits(me(), { instructorId, fiscalYear: 2022 })).map(({ number }) => number)).toEqual([
    'V-003',
  ]);
  expect(await listHeldVisits(me(), { instructorId, fiscalYear: 2021 })).toEqual([]);
});
