import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { noSettings } from '#matching/domain/planning-settings.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { changePlan, copyPlan, deletePlan, ensureBasePlan } from './change-plan.server.ts';
import { comparePlans } from './compare-plans.server.ts';
import { forbidAssignment, pinAssignment, removePin } from './pins.server.ts';
import { getPlan, listPlans } from './plan-queries.server.ts';

const desk = useTestDatabase();
const monday = plainDate('2022-12-05');
let planId: string;
let order: { readonly planId: string; readonly requestId: string; readonly instructorId: string };

beforeEach(async () => {
  await registerOrganization(desk.context());
  const instructorId = await registerInstructor(desk.context());
  const requestId = await registerRequest(desk.context());
  planId = (await ensureBasePlan(desk.context(), 2022)).id;
  order = { planId, requestId, instructorId };
});

async function copied(name: string): Promise<string> {
  const made = await copyPlan(desk.context(), { planId, name });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value.id;
}

test('a 年度 has one basic plan, however often it is asked for', async () => {
  expect((await ensureBasePlan(desk.context(), 2022)).id).toBe(planId);
  expect(await listPlans(desk.context(), 2022)).toMatchObject([
    { id: planId, isBase: true, name: '基本案', run: undefined },
  ]);
  expect(await listPlans(desk.context(), 2023)).toEqual([]);
});

test('a copy has the conditions and pins of its plan, and a name of its own', async () => {
  await pinAssignment(desk.context(), { ...order, visitOn: monday });
  const copy = await copied('感染症の週');
  expect((await getPlan(desk.context(), copy)).pins).toMatchObject([
    { kind: 'pin', visitOn: monday, requestNumber: 'R-001' },
  ]);
  expect(await copyPlan(desk.context(), { planId, name: ' 感染症の週 ' })).toMatchObject({
    refusal: { kind: 'name-taken' },
  });
  expect(await copyPlan(desk.context(), { planId, name: ' ' })).toMatchObject({ refusal: { kind: 'name-missing' } });
  expect((await comparePlans(desk.context(), 2022)).map(({ plan, placed }) => [plan.name, placed])).toEqual([
    ['基本案', 0],
    ['感染症の週', 0],
  ]);
});

test('only a chief changes weights, within their limits; others change what else there is', async () => {
  const change = { planId, version: 1, name: '基本案' };
  const weights = { ...noSettings, weights: { 'travel-distance': 3 } };
  await expect(changePlan(desk.context(), { ...change, settings: weights })).rejects.toThrow(Forbidden);
  const chief = desk.context({ role: 'chief' });
  const wrong = { ...noSettings, weights: { 'unserved-session': 0 } };
  expect(await changePlan(chief, { ...change, settings: wrong })).toMatchObject({ refusal: { kind: 'wrong-weight' } });
  expect(await changePlan(chief, { ...change, settings: weights })).toMatchObject({ ok: true });
  await expect(changePlan(chief, { ...change, settings: weights })).rejects.toThrow(Conflict);
  const closed = [{ from: monday, until: monday, reason: '感染症' }];
  const closing = { ...change, version: 2, settings: { ...weights, closedPeriods: closed } };
  expect(await changePlan(desk.context(), closing)).toMatchObject({ ok: true });
  expect((await getPlan(desk.context(), planId)).settings).toEqual(closing.settings);
});

test('a copy is given up and the basic plan stays', async () => {
  expect(await deletePlan(desk.context(), { planId, version: 1 })).toMatchObject({ refusal: { kind: 'base-stays' } });
  const copy = await copied('写し');
  expect(await deletePlan(desk.context(), { planId: copy, version: 1 })).toMatchObject({ ok: true });
  await expect(getPlan(desk.context(), copy)).rejects.toThrow(NotFound);
  await copied('写し');
});

test('a day is fixed or excluded, not both, and taken back; the same again changes nothing', async () => {
  const pinned = await pinAssignment(desk.context(), { ...order, visitOn: monday });
  expect(await pinAssignment(desk.context(), { ...order, visitOn: monday })).toEqual(pinned);
  expect(await forbidAssignment(desk.context(), { ...order, visitOn: null })).toMatchObject({
    refusal: { kind: 'pinned-otherwise', pinned: 'pin' },
  });
  expect(await pinAssignment(desk.context(), { ...order, visitOn: null })).toMatchObject({
    refusal: { kind: 'day-missing' },
  });
  expect(await pinAssignment(desk.context(), { ...order, visitOn: plainDate('2022-11-29') })).toMatchObject({
    refusal: { kind: 'day-past' },
  });
  if (!pinned.ok) throw new Error('not pinned');
  await removePin(desk.context(), { planId, pinId: pinned.value.id });
  expect(await forbidAssignment(desk.context(), { ...order, visitOn: null })).toMatchObject({ ok: true });
  expect((await getPlan(desk.context(), planId)).pins).toMatchObject([{ kind: 'forbid', visitOn: null }]);
});

test('who may only read makes, changes and pins nothing, and another corner sees nothing', async () => {
  for (const role of ['clerk', 'auditor', 'instructor'] as const) {
    const ctx = desk.context({ role });
    expect(() => ensureBasePlan(ctx, 2022)).toThrow(Forbidden);
    expect(() => copyPlan(ctx, { planId, name: '写し' })).toThrow(Forbidden);
    expect(() => pinAssignment(ctx, { ...order, visitOn: monday })).toThrow(Forbidden);
    expect(() => deletePlan(ctx, { planId, version: 1 })).toThrow(Forbidden);
  }
  expect(await listPlans(desk.context({ corner: '34' }), 2022)).toEqual([]);
  await expect(getPlan(desk.context({ corner: '34' }), planId)).rejects.toThrow(NotFound);
});
