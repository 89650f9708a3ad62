import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { adoptProposals } from './adopt-proposals.server.ts';
import { ensureBasePlan } from './change-plan.server.ts';
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
