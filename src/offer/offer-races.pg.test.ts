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
import { plainDate } from '#kernel/plain-date.ts';
import { assignInstructor } from '#matching/assign-instructor.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { answerOffer, makeOffer } from './offer.server.ts';

const desk = useTestDatabase();
const [today, monday] = [plainDate('2022-11-30'), plainDate('2022-12-05')] as const;
let instructorId: string;

beforeEach(async () => {
  await registerOrganization(desk.context());
  instructorId = await registerInstructor(desk.context());
});

async function prepare(number: string): Promise<string> {
  const requestId = await registerRequest(desk.context(), { number });
  await moveRequest(desk.context(), { requestId, command: 'check-eligibility', happenedOn: today, reason: null });
  return requestId;
}

const offer = (requestId: string, person = instructorId) =>
  makeOffer(desk.context(), {
    requestId,
    instructorId: person,
    days: [monday],
    startsAt: '10:00',
    way: 'call',
    answerBy: monday,
    note: null,
  });

async function offered(requestId: string): Promise<string> {
  const made = await offer(requestId);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value.id;
}

const answer = (offerId: string, how: 'accepted' | 'withdrawn') =>
  answerOffer(desk.context(), { offerId, instructorId, answer: how, reason: how === 'accepted' ? '' : '中止' });
const countVisits = () => desk.asOwner(`select count(*)::integer as visits from visit`);

test('of two offers of one day that are accepted at the same moment one is, and the other is told and stays open', async () => {
  const ids = [await offered(await prepare('R-1')), await offered(await prepare('R-2'))];
  const answers = await Promise.all(ids.map((id) => answer(id, 'accepted')));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'day-not-free' } });
  expect(await countVisits()).toEqual([{ visits: 1 }]);
});

test('an offer accepted while it is withdrawn ends once, and visits are planned only where it was accepted', async () => {
  const id = await offered(await prepare('R-1'));
  const [accepted, withdrawn] = await Promise.all([answer(id, 'accepted'), answer(id, 'withdrawn')]);
  expect([accepted.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1);
  expect(await countVisits()).toEqual([{ visits: accepted.ok ? 1 : 0 }]);
});

test('of coordinators who offer one request to different people at the same moment one does', async () => {
  const requestId = await prepare('R-1');
  const other = await registerInstructor(desk.context(), { number: 'M-002' });
  const answers = await Promise.all([offer(requestId), offer(requestId, other)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'day-offered' } });
});

test('of three who are offered one day of a team of two at the same moment two are, and both meet in one visit', async () => {
  const input = { ...aRequest({ number: 'R-1', wishedSessions: 1 }), ...emptyApplication, teamSize: 2 };
  const created = await requestEntries.create(desk.context(), { input, fiscalYear: 2022 });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  const requestId = created.value.id;
  await moveRequest(desk.context(), { requestId, command: 'check-eligibility', happenedOn: today, reason: null });
  const others = ['M-002', 'M-003'].map((number) => registerInstructor(desk.context(), { number }));
  const people = [instructorId, ...(await Promise.all(others))];
  const offers = await Promise.all(people.map((person) => offer(requestId, person)));
  const made = offers.flatMap((each, index) => (each.ok ? [{ id: each.value.id, person: people[index] ?? '' }] : []));
  expect(made).toHaveLength(2);
  const answers = await Promise.all(
    made.map(({ id, person }) =>
      answerOffer(desk.context(), { offerId: id, instructorId: person, answer: 'accepted', reason: '' }),
    ),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await countVisits()).toEqual([{ visits: 1 }]);
  expect(await desk.asOwner(`select count(*)::integer as people from visit_instructor`)).toEqual([{ people: 2 }]);
  expect((await getStanding(desk.context(), requestId)).stage).toBe('accepted');
});

test('of an offer and an assignment of one session to different people at the same moment one is made', async () => {
  for (const number of ['1', '2', '3']) {
    const requestId = await prepare(`R-${number}`);
    const [one, other] = [
      await registerInstructor(desk.context(), { number: `M-1${number}` }),
      await registerInstructor(desk.context(), { number: `M-2${number}` }),
    ];
    const [asked, assigned] = await Promise.all([
      offer(requestId, other),
      assignInstructor(desk.context(), { requestId, instructorId: one, days: [monday], startsAt: '10:00' }),
    ]);
    expect([asked.ok, assigned.ok].filter(Boolean)).toHaveLength(1);
    if (!asked.ok) expect(asked.refusal).toMatchObject({ kind: 'day-not-free', days: [{ block: 'served' }] });
    if (!assigned.ok) expect(assigned.refusal).toMatchObject({ kind: 'day-offered' });
  }
});

test('of an offer and an assignment of one person to one hour of different requests at the same moment one is made', async () => {
  const [one, two] = [await prepare('R-1'), await prepare('R-2')];
  const [asked, assigned] = await Promise.all([
    offer(one),
    assignInstructor(desk.context(), { requestId: two, instructorId, days: [monday], startsAt: '10:00' }),
  ]);
  expect([asked.ok, assigned.ok].filter(Boolean)).toHaveLength(1);
  if (!asked.ok) expect(asked.refusal).toMatchObject({ kind: 'day-not-free', days: [{ block: 'busy' }] });
  if (!assigned.ok) expect(assigned.refusal).toMatchObject({ kind: 'held-by-offers' });
});
