import { expect, test } from 'vitest';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import type { PlanItemInput } from './domain/plan-item.ts';
import { findPlanItemYear, groupBySection, listPlanItems } from './plan-item-queries.server.ts';
import { planItemRecords } from './plan-item-records.server.ts';

const desk = useTestDatabase();

function aPlanItem(changes: Partial<PlanItemInput> = {}): PlanItemInput {
  return {
    number: '2(2)',
    heading: '派遣による指導',
    guideline: '派遣して指導する。',
    plan: '一行目\n二行目',
    targets: [{ label: '派遣回数', value: 170, unit: '回', atLeast: false }],
    owner: '架空 一郎',
    status: null,
    ...changes,
  };
}

async function register(changes: Partial<PlanItemInput> = {}, fiscalYear = 2022): Promise<string> {
  const created = await planItemRecords.create(desk.context(), { input: aPlanItem(changes), fiscalYear });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  return created.value.id;
}

test('stores every column as entered, in the year of the page [contract §3]', async () => {
  const id = await register();
  expect((await planItemRecords.get(desk.context(), id)).input).toEqual(aPlanItem());
  expect(await findPlanItemYear(desk.context(), id)).toBe(2022);
});

test('the same number stands once a year, and again in another year', async () => {
  await register();
  await register({}, 2023);
  const again = await planItemRecords.create(desk.context(), { input: aPlanItem(), fiscalYear: 2022 });
  expect(again).toEqual({ ok: false, refusal: { kind: 'number-taken', number: '2(2)' } });
});

test('a change keeps the year, and is refused under the address of another year', async () => {
  const id = await register();
  const change = { id, version: 1, input: aPlanItem({ heading: '派遣' }) };
  await expect(planItemRecords.update(desk.context(), { ...change, fiscalYear: 2023 })).rejects.toThrow(NotFound);
  await planItemRecords.update(desk.context(), { ...change, fiscalYear: 2022 });
  expect(await findPlanItemYear(desk.context(), id)).toBe(2022);
});

test('the plan of a year stands in the order of its numbers, under their sections [DOC-01]', async () => {
  for (const number of ['10', '2(10)', '2(2)ア①', '2', '2(2)ア', '1'])
    await register({ number, heading: `見出し${number}` });
  await register({ number: '3' }, 2023);
  const items = await listPlanItems(desk.context(), { fiscalYear: 2022 });
  expect(items.map(({ number }) => number)).toEqual(['1', '2', '2(2)ア', '2(2)ア①', '2(10)', '10']);
  expect(groupBySection(items).map(({ mark, heading, items: group }) => [mark, heading, group.length])).toEqual([
    ['1', '見出し1', 1],
    ['2', '見出し2', 4],
    ['10', '見出し10', 1],
  ]);
});

test('importing the same file again changes nothing; an absent column keeps what is written there [contract §1]', async () => {
  const id = await register({ status: '実施した。' });
  const rows = [{ line: 2, input: aPlanItem() }];
  const options = { fiscalYear: 2022, dryRun: false, absentKeys: ['status'] };
  const again = await planItemRecords.importAll(desk.context(), rows, options);
  expect(again).toEqual({ ok: true, counts: { created: 0, updated: 0, unchanged: 1 } });
  expect((await planItemRecords.get(desk.context(), id)).input.status).toBe('実施した。');
  const nextYear = await planItemRecords.importAll(desk.context(), rows, {
    ...options,
    fiscalYear: 2023,
    absentKeys: [],
  });
  expect(nextYear).toEqual({ ok: true, counts: { created: 1, updated: 0, unchanged: 0 } });
});

test('a deleted item leaves the plan; its number is not given away', async () => {
  const id = await register();
  await planItemRecords.remove(desk.context(), { id, version: 1, reason: '重複' });
  expect(await listPlanItems(desk.context(), { fiscalYear: 2022 })).toEqual([]);
  const again = await planItemRecords.create(desk.context(), { input: aPlanItem(), fiscalYear: 2022 });
  expect(again).toEqual({ ok: false, refusal: { kind: 'number-of-deleted', number: '2(2)' } });
});

test('the Center reads the plan of every corner and changes none [SEC-13]', async () => {
  await register();
  const center = desk.context({ role: 'center' });
  expect(await listPlanItems(center, { fiscalYear: 2022 })).toHaveLength(1);
  expect(() => planItemRecords.create(center, { input: aPlanItem(), fiscalYear: 2022 })).toThrow(Forbidden);
});
