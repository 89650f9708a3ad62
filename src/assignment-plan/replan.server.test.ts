import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { moveRequest } from '#dispatch/move-request.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { noSettings } from '#matching/domain/planning-settings.ts';
import { listOffers } from '#offer/offer-queries.server.ts';
import { answerOffer, makeOffer } from '#offer/offer.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { adoptProposals } from './adopt-proposals.server.ts';
import { changePlan, ensureBasePlan } from './change-plan.server.ts';
import { listProposals } from './run-queries.server.ts';
import { runNow } from './start-run.server.ts';

const desk = useTestDatabase();
const [today, answerBy] = [plainDate('2022-11-30'), plainDate('2022-12-02')] as const;
const candidateDates = [{ from: plainDate('2022-12-05'), until: plainDate('2022-12-16') }];
let planId: string;
let requestIds: readonly string[];

/** Three requests of two weeks, three people of whom the last lives far away. */
beforeEach(async () => {
  await registerOrganization(desk.context());
  for (const [number, municipalityCode] of [
    ['M-001', '352039'],
    ['M-002', '352039'],
    ['M-003', '352012'],
  ] as const) {
    await registerInstructor(desk.context(), { number, municipalityCode });
  }
  const made: string[] = [];
  for (const number of ['R-001', 'R-002', 'R-003']) {
    const requestId = await registerRequest(desk.context(), { number, candidateDates });
    await moveRequest(desk.context(), { requestId, command: 'check-eligibility', happenedOn: today, reason: null });
    made.push(requestId);
  }
  requestIds = made;
  planId = (await ensureBasePlan(desk.context(), 2022)).id;
});

async function reckon(trigger: 'start' | 'replan') {
  const done = await runNow(desk.context(), { planId, trigger });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  const { rows } = await listProposals(desk.context(), { runId: done.value.id });
  const told = rows.map(({ requestNumber, visitOn, instructorIds }) => [requestNumber, visitOn, ...instructorIds]);
  return { run: done.value, told, rows };
}

const of = (told: readonly (readonly string[])[], number: string) => told.filter(([own]) => own === number);

test('without a change a new calculation changes nothing of what was proposed', async () => {
  const first = await reckon('start');
  const again = await reckon('replan');
  expect(again.run).toMatchObject({ trigger: 'replan', proven: true });
  expect(again.told).toEqual(first.told);
  expect(again.run.breakdown).toContainEqual({ rule: 'stability', amount: 0, points: 0 });
});

test('after a decline only the sessions of that request change, and the one who declined is asked no more', async () => {
  const first = await reckon('start');
  const [declined = ''] = requestIds;
  await adoptProposals(desk.context(), { runId: first.run.id, requestIds: [declined], way: 'offer', answerBy });
  const [offer] = await listOffers(desk.context(), declined);
  if (!offer) throw new Error('nothing offered');
  const { id: offerId, instructorId } = offer;
  await answerOffer(desk.context(), { offerId, instructorId, answer: 'declined', reason: '通院' });
  const again = await reckon('replan');
  for (const number of ['R-002', 'R-003']) expect(of(again.told, number)).toEqual(of(first.told, number));
  expect(of(again.told, 'R-001')).toHaveLength(2);
  expect(of(again.told, 'R-001').flatMap(([, , ...people]) => people)).not.toContain(instructorId);
});

test('what an instructor was asked weighs more than what staff were told', async () => {
  const first = await reckon('start');
  const third = requestIds[2] ?? '';
  const far = (await desk.asOwner(`select instructor_id as id from instructor where number = 'M-003'`)) as {
    id: string;
  }[];
  const instructorId = far[0]?.id ?? '';
  const days = [plainDate('2022-12-05'), plainDate('2022-12-06')];
  const order = { requestId: third, instructorId, days, startsAt: null, way: 'call', answerBy, note: null } as const;
  expect(await makeOffer(desk.context(), order)).toMatchObject({ ok: true });
  const again = await reckon('replan');
  expect(of(again.told, 'R-003')).toEqual(days.map((day) => ['R-003', day, instructorId]));
  for (const number of ['R-001', 'R-002']) expect(of(again.told, number)).toEqual(of(first.told, number));
});

test('visits that people agreed to are moved only where the plan asks for it, and stand where nothing gains by it', async () => {
  const first = await reckon('start');
  await adoptProposals(desk.context(), {
    runId: first.run.id,
    requestIds: [...requestIds],
    way: 'visit',
    answerBy: null,
  });
  expect(await runNow(desk.context(), { planId })).toMatchObject({ refusal: { kind: 'nothing-to-plan' } });
  const settings = { ...noSettings, moveAgreed: true };
  await changePlan(desk.context(), { planId, version: 1, name: '基本案', settings });
  const again = await reckon('start');
  expect(again.run.size).toMatchObject({ requests: 3, sessions: 6 });
  expect(again.run.breakdown).toContainEqual({ rule: 'stability', amount: 0, points: 0 });
  expect(again.told).toEqual([]);
});

test('an agreed visit on a day that is closed meanwhile is proposed anew on another', async () => {
  const first = await reckon('start');
  const [only = ''] = requestIds;
  await adoptProposals(desk.context(), { runId: first.run.id, requestIds: [only], way: 'visit', answerBy: null });
  const [agreed] = of(first.told, 'R-001');
  const day = plainDate(agreed?.[1] ?? '');
  const closedPeriods = [{ from: day, until: day, reason: '感染症' }];
  const settings = { ...noSettings, moveAgreed: true, closedPeriods };
  await changePlan(desk.context(), { planId, version: 1, name: '基本案', settings });
  const moved = of((await reckon('start')).told, 'R-001');
  expect(moved).toHaveLength(1);
  expect(moved[0]?.[1]).not.toBe(day);
});
