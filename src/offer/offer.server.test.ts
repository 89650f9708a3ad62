import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { moveRequest } from '#dispatch/move-request.server.ts';
import { getStanding } from '#dispatch/stage-queries.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { assignInstructor } from '#matching/assign-instructor.server.ts';
import type { Context } from '#platform/context.server.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
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
  expect(await offer({ instructorId: other })).toMatchObject({ refusal: { kind: 'open-already' } });
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
  const second = await registerRequest(desk.context(), { number: 'R-002' });
  await assignInstructor(desk.context(), { requestId: second, instructorId, days: [monday], startsAt: '12:00' });
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
