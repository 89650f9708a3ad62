import { beforeEach, expect, test } from 'vitest';
import {
  aRequest,
  registerInstructor,
  registerOrganization,
  registerRequest,
} from '#dispatch/dispatch-fixture.server.ts';
import { emptyApplication } from '#dispatch/domain/request-application.ts';
import { moveRequest } from '#dispatch/move-request.server.ts';
import { requestEntries } from '#dispatch/request-entries.server.ts';
import { getStanding } from '#dispatch/stage-queries.server.ts';
import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { assignInstructor } from '#matching/assign-instructor.server.ts';
import type { Context } from '#platform/context.server.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import { listVisits } from '#schedule/visit-queries.server.ts';
import { visitRecords } from '#schedule/visit-records.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { listOffers, listOwnOffers, rankRemaining } from './offer-queries.server.ts';
import { answerOffer, makeOffer, reopenOffer, type OfferOrder, type OfferReply } from './offer.server.ts';

const desk = useTestDatabase();
const [today, monday, tuesday] = [plainDate('2022-11-30'), plainDate('2022-12-05'), plainDate('2022-12-06')] as const;
let requestId: string;
let instructorId: string;

beforeEach(async () => {
  await registerOrganization(desk.context());
  instructorId = await registerInstructor(desk.context());
  requestId = await registerRequest(desk.context());
  await moveRequest(desk.context(), { requestId, command: 'check-eligibility', happenedOn: today, reason: null });
});

const offer = (changes: Partial<OfferOrder> = {}) =>
  makeOffer(desk.context(), {
    requestId,
    instructorId,
    days: [monday, tuesday],
    startsAt: '13:30',
    way: 'message',
    answerBy: plainDate('2022-12-02'),
    note: null,
    ...changes,
  });

async function offered(changes: Partial<OfferOrder> = {}): Promise<string> {
  const made = await offer(changes);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value.id;
}

const answer = (offerId: string, changes: Partial<OfferReply> = {}, ctx: Context = desk.context()) =>
  answerOffer(ctx, { offerId, instructorId, answer: 'accepted', reason: '', ...changes });

const asInstructor = (id = instructorId) => desk.context({ role: 'instructor', actor: { instructorId: id } });
const stage = async () => (await getStanding(desk.context(), requestId)).stage;

/** Somebody is written into the only visit there is, past all offers. */
async function joinByHand(number: string): Promise<void> {
  const all = { filters: {}, order: 'earliest', cursor: undefined } as const;
  const [only] = (await listVisits(desk.context(), all)).rows;
  const { id, version, input } = await visitRecords.get(desk.context(), only?.id ?? '');
  const instructorNumbers = [...input.instructorNumbers, number];
  await visitRecords.update(desk.context(), { id, version, input: { ...input, instructorNumbers }, fiscalYear: 2022 });
}

test('an offer that its instructor accepts plans the visits, with the reply to each of them recorded', async () => {
  const id = await offered();
  expect(await stage()).toBe('offered');
  expect(await listOwnOffers(asInstructor(), instructorId)).toMatchObject([{ id, days: [monday, tuesday] }]);
  expect(await answer(id, {}, asInstructor())).toMatchObject({ ok: true });
  expect(await stage()).toBe('accepted');
  expect(await listOffers(desk.context(), requestId)).toMatchObject([{ state: 'accepted', onBehalf: false }]);
  expect(
    await desk.asOwner(`select visit_reply.answer, visit_reply.on_behalf, visit.visit_on::text as day
      from visit join visit_reply using (corner_code, visit_id) order by 3`),
  ).toEqual([
    { answer: 'accepted', on_behalf: false, day: monday },
    { answer: 'accepted', on_behalf: false, day: tuesday },
  ]);
  expect(await answer(id)).toMatchObject({ refusal: { kind: 'ended-already', state: 'accepted' } });
});

test('who declines says why, and the next of the ranking is proposed; what staff heard says so in the log', async () => {
  const other = await registerInstructor(desk.context(), { number: 'M-002' });
  const id = await offered({ way: 'call' });
  expect(await offer({ instructorId: other })).toMatchObject({
    refusal: { kind: 'day-offered', day: monday, instructorNames: ['架空 太郎'] },
  });
  expect(await answer(id, { answer: 'declined' })).toMatchObject({ refusal: { kind: 'reason-missing' } });
  expect(await answer(id, { answer: 'declined', reason: '通院' })).toMatchObject({ ok: true });
  expect(await stage()).toBe('matching');
  const { candidates, offers } = await rankRemaining(desk.context(), requestId);
  expect(candidates.map(({ candidate }) => candidate.id)).toEqual([other]);
  expect(offers).toMatchObject([{ state: 'declined', reason: '通院', onBehalf: true }]);
  const [entry] = await desk.asOwner(
    `select after from audit_entry where action = 'declined' order by sequence desc limit 1`,
  );
  expect(entry).toMatchObject({ after: { reason: '通院', onBehalfOf: '架空 太郎' } });
});

test('an offer whose day was taken meanwhile stays open, and nothing of the answer is kept', async () => {
  const id = await offered({ days: [monday] });
  await registerVisit(desk.context(), { visitOn: monday, startsAt: '12:00', endsAt: '14:00' });
  expect(await answer(id, {}, asInstructor())).toMatchObject({ refusal: { kind: 'day-not-free' } });
  expect(await listOffers(desk.context(), requestId)).toMatchObject([{ state: 'open', answeredBy: null }]);
  expect(await stage()).toBe('offered');
});

test('an offer comes after the check of the rules, and before its first day', async () => {
  const unchecked = await registerRequest(desk.context(), { number: 'R-003' });
  expect(await offer({ requestId: unchecked })).toMatchObject({ refusal: { kind: 'wrong-stage', why: 'too-early' } });
  expect(await offer({ answerBy: tuesday })).toMatchObject({ refusal: { kind: 'deadline-after-visit' } });
  expect(await offer({ days: [] })).toMatchObject({ refusal: { kind: 'no-day' } });
  expect(await listOffers(desk.context(), requestId)).toEqual([]);
  expect(await offered({ key: 'once' })).toBe(await offered({ key: 'once' }));
});

test('a yes to a request that waits for the budget plans nothing; a no ends the offer all the same', async () => {
  const id = await offered();
  await moveRequest(desk.context(), { requestId, command: 'waitlist', happenedOn: today, reason: '予算' });
  expect(await answer(id, {}, asInstructor())).toMatchObject({ refusal: { kind: 'wrong-stage' } });
  expect(await desk.asOwner('select visit_id from visit')).toEqual([]);
  expect(await answer(id, { answer: 'declined', reason: '都合' }, asInstructor())).toMatchObject({ ok: true });
  expect(await stage()).toBe('waitlisted');
});

test('only who was asked answers, staff on their behalf, and only staff take an offer back [SEC-13]', async () => {
  const other = await registerInstructor(desk.context(), { number: 'M-002' });
  const id = await offered();
  await expect(answer(id, {}, asInstructor(other))).rejects.toThrow(Forbidden);
  await expect(answer(id, { instructorId: other }, asInstructor(other))).rejects.toThrow(NotFound);
  await expect(answer(id, { answer: 'withdrawn', reason: '中止' }, asInstructor())).rejects.toThrow(Forbidden);
  await expect(answer(id, {}, desk.context({ role: 'auditor' }))).rejects.toThrow(Forbidden);
  await expect(answer(id, {}, desk.context({ corner: '13' }))).rejects.toThrow(NotFound);
  expect(
    await answer(id, { answer: 'withdrawn', reason: '中止' }, desk.context({ role: 'coordinator' })),
  ).toMatchObject({
    ok: true,
  });
  expect(await stage()).toBe('matching');
});

test('an offer past its deadline is refused with the day, and answered again once staff have extended it', async () => {
  const id = await offered({ answerBy: today });
  const later = (ctx = {}) => desk.context({ today: '2022-12-01', ...ctx });
  const late = later({ role: 'instructor', actor: { instructorId } });
  expect(await answer(id, {}, late)).toMatchObject({ refusal: { kind: 'deadline-over', day: today } });
  expect(await answer(id, {}, later())).toMatchObject({ refusal: { kind: 'deadline-over' } });
  expect(() => reopenOffer(late, { offerId: id, answerBy: monday })).toThrow(Forbidden);
  expect(await reopenOffer(later(), { offerId: id, answerBy: monday })).toMatchObject({ ok: true });
  expect(await answer(id, {}, late)).toMatchObject({ ok: true });
  const [entry] = await desk.asOwner(`select before, after from audit_entry where action = 'reopened'`);
  expect(entry).toMatchObject({ before: { answerBy: today }, after: { answerBy: monday } });
});

const otherDay = plainDate('2022-12-07');

test('several people are asked at once for the days that are open, and the request waits until the last has answered', async () => {
  const other = await registerInstructor(desk.context(), { number: 'M-002', name: '架空 次郎' });
  const first = await offered({ days: [monday] });
  expect(await offer({ days: [tuesday] })).toMatchObject({ refusal: { kind: 'open-already' } });
  expect(await offer({ instructorId: other, days: [tuesday, otherDay] })).toMatchObject({
    refusal: { kind: 'too-many-offered', chosen: 2, offered: 1, open: 2 },
  });
  const second = await offered({ instructorId: other, days: [tuesday] });
  expect(await answer(first)).toMatchObject({ ok: true });
  expect(await stage()).toBe('offered');
  expect(await answer(second, { instructorId: other, answer: 'declined', reason: '通院' })).toMatchObject({ ok: true });
  expect(await stage()).toBe('matching');
  expect(await answer(await offered({ instructorId: other, days: [tuesday] }), { instructorId: other })).toMatchObject({
    ok: true,
  });
  expect(await stage()).toBe('accepted');
});

test('a no leaves the request with the others while they have not answered', async () => {
  const other = await registerInstructor(desk.context(), { number: 'M-002' });
  const first = await offered({ days: [monday] });
  await offered({ instructorId: other, days: [tuesday] });
  expect(await answer(first, { answer: 'declined', reason: '通院' })).toMatchObject({ ok: true });
  expect(await stage()).toBe('offered');
});

test('two who are asked for one day of a team meet in one visit; who is not needed any more is taken back', async () => {
  const input = { ...aRequest({ number: 'R-010', wishedSessions: 1 }), ...emptyApplication, teamSize: 2 };
  const created = await requestEntries.create(desk.context(), { input, fiscalYear: 2022 });
  const team = created.ok ? created.value.id : '';
  await moveRequest(desk.context(), {
    requestId: team,
    command: 'check-eligibility',
    happenedOn: today,
    reason: null,
  });
  const [second, third] = [
    await registerInstructor(desk.context(), { number: 'M-002' }),
    await registerInstructor(desk.context(), { number: 'M-003' }),
  ];
  const ask = (person: string) => offered({ requestId: team, instructorId: person, days: [monday] });
  const ids = [await ask(instructorId), await ask(second)];
  expect(await offer({ requestId: team, instructorId: third, days: [monday] })).toMatchObject({
    refusal: { kind: 'day-offered' },
  });
  await answer(ids[0] ?? '');
  expect(
    await assignInstructor(desk.context(), { requestId: team, instructorId: third, days: [monday], startsAt: '13:30' }),
  ).toMatchObject({ refusal: { kind: 'day-offered', instructorNames: ['架空 太郎'] } });
  await joinByHand('M-003');
  expect(await answer(ids[1] ?? '', { instructorId: second })).toMatchObject({
    refusal: { kind: 'day-not-free', days: [{ block: 'served' }] },
  });
  const withdrawn = { instructorId: second, answer: 'withdrawn', reason: '人数がそろった' } as const;
  expect(await answer(ids[1] ?? '', withdrawn)).toMatchObject({ ok: true });
  expect((await getStanding(desk.context(), team)).stage).toBe('accepted');
  expect(
    await desk.asOwner(`select count(distinct visit_id)::integer as visits, count(*)::integer as people
      from visit_instructor`),
  ).toEqual([{ visits: 1, people: 2 }]);
});

test('nobody is assigned past those who were asked and have not answered: of the request, or the same person elsewhere', async () => {
  const other = await registerInstructor(desk.context(), { number: 'M-002', name: '見本 花子' });
  const elsewhere = await registerRequest(desk.context(), { number: 'R-002' });
  const id = await offered({ days: [monday] });
  const assign = (order: { requestId: string; instructorId: string; days: readonly PlainDate[] }) =>
    assignInstructor(desk.context(), { startsAt: '13:30', ...order });
  const asked = { kind: 'day-offered', day: monday, instructorNames: ['架空 太郎'] };
  expect(await assign({ requestId, instructorId: other, days: [monday] })).toEqual({ ok: false, refusal: asked });
  expect(await assign({ requestId, instructorId, days: [monday, tuesday] })).toMatchObject({
    refusal: { kind: 'open-already' },
  });
  expect(await assign({ requestId: elsewhere, instructorId, days: [monday, tuesday] })).toEqual({
    ok: false,
    refusal: {
      kind: 'held-by-offers',
      offers: [{ requestNumber: 'R-001', hostName: '架空精機株式会社', days: [monday] }],
    },
  });
  expect(await assign({ requestId, instructorId: other, days: [tuesday] })).toMatchObject({ ok: true });
  expect(await assign({ requestId: elsewhere, instructorId, days: [tuesday] })).toMatchObject({ ok: true });
  await answer(id, { answer: 'withdrawn', reason: '別の人に決めた' });
  expect(await assign({ requestId: elsewhere, instructorId, days: [monday] })).toMatchObject({ ok: true });
});
