import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { noSettings } from '#matching/domain/planning-settings.ts';
import { Conflict } from '#platform/errors.server.ts';
import { recordMoved } from '#schedule/close-visit.server.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { adoptProposals } from './adopt-proposals.server.ts';
import { changePlan, ensureBasePlan } from './change-plan.server.ts';
import { runNow, startRun } from './start-run.server.ts';

const desk = useTestDatabase();
let requestId: string;

beforeEach(async () => {
  await registerOrganization(desk.context());
  await registerInstructor(desk.context());
  requestId = await registerRequest(desk.context());
});

const countVisits = () => desk.asOwner(`select count(*)::integer as visits from visit`);

test('of those who ask for the plan of a year at the same moment all get one', async () => {
  const plans = await Promise.all([1, 2, 3].map(() => ensureBasePlan(desk.context(), 2022)));
  expect(new Set(plans.map(({ id }) => id)).size).toBe(1);
});

test('of two calculations of a plan that are started at the same moment one goes on', async () => {
  const { id: planId } = await ensureBasePlan(desk.context(), 2022);
  const gate = Promise.withResolvers<never>();
  const solve = () => gate.promise;
  const answers = await Promise.all([1, 2].map(() => startRun(desk.context(), { planId, solve })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'run-going' } });
  gate.reject(new Error('over'));
});

test('of two who adopt the same proposals at the same moment one does, and each session is planned once', async () => {
  const { id: planId } = await ensureBasePlan(desk.context(), 2022);
  const done = await runNow(desk.context(), { planId });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  const order = { runId: done.value.id, requestIds: [requestId], way: 'visit', answerBy: null } as const;
  const answers = await Promise.all([1, 2].map(() => adoptProposals(desk.context(), order)));
  expect(answers.flatMap(({ adopted }) => adopted)).toHaveLength(1);
  expect(answers.flatMap(({ refused }) => refused)).toMatchObject([{ refusal: { kind: 'nothing-open' } }]);
  expect(await countVisits()).toEqual([{ visits: 2 }]);
});

test('of an adoption and a person who move the same visit at the same moment one does, and the other one is told', async () => {
  const visitOn = plainDate('2022-12-05');
  const visitId = await registerVisit(desk.context(), { requestNumber: 'R-001', visitOn });
  const { id: planId, version } = await ensureBasePlan(desk.context(), 2022);
  const closedPeriods = [{ from: visitOn, until: visitOn, reason: '感染症' }];
  const settings = { ...noSettings, moveAgreed: true, closedPeriods };
  await changePlan(desk.context({ role: 'chief' }), { planId, version, name: '基本案', settings });
  const done = await runNow(desk.context(), { planId });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  const order = { runId: done.value.id, requestIds: [requestId], way: 'visit', answerBy: null } as const;
  const slot = { visitOn: plainDate('2022-12-20'), startsAt: '13:00', endsAt: '15:00' };
  const [adoption, byHand] = await Promise.all([
    adoptProposals(desk.context(), order),
    recordMoved(desk.context(), { id: visitId, version: 1, slot, code: 'host', reason: '設備点検' }).catch(
      (error: unknown) => error,
    ),
  ]);
  const events = await desk.asOwner('select from visit_event');
  expect(events).toHaveLength(1);
  if (adoption.adopted.length === 1) expect(byHand).toBeInstanceOf(Conflict);
  else expect(adoption.refused).toMatchObject([{ refusal: { kind: 'visit-changed', visit: 'V-001' } }]);
});
