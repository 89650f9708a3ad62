import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { useTestDatabase } from '../../test/database.ts';
import type { ScoutingVisitInput } from './domain/scouting-visit.ts';
import { aScoutingVisit } from './domain/scouting.fixture.ts';
import { getEntryDefaults, listFrequentNeeds, listOpenPlans } from './scouting-entry-queries.server.ts';
import { scoutingVisitRecords } from './scouting-records.server.ts';

const desk = useTestDatabase();
const fiscalYear = 2022;
const coordinator = () => desk.context({ role: 'coordinator', today: plainDate('2022-11-30') });

async function visit(changes: Partial<ScoutingVisitInput>): Promise<void> {
  const created = await scoutingVisitRecords.create(coordinator(), { input: aScoutingVisit(changes), fiscalYear });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
}

test('the form begins with the next number and the municipality of the last host', async () => {
  const before = await getEntryDefaults(coordinator(), { fiscalYear, coordinator: '架空 次郎' });
  await visit({ number: 'S2022-0007', municipalityCode: '352071' });
  await visit({ number: 'S-other', municipalityCode: '352080', coordinator: '架空 四郎' });
  const after = await getEntryDefaults(coordinator(), { fiscalYear, coordinator: '架空 次郎' });
  expect([before, after]).toEqual([
    { number: 'S2022-0001', municipalityCode: '' },
    { number: 'S2022-0008', municipalityCode: '352071' },
  ]);
});

test('a planned visit whose day has come is offered to the one who planned it, until it is recorded', async () => {
  const mine = { coordinator: '架空 次郎', status: 'planned' } as const;
  await visit({ ...mine, number: 'S-1', host: '昨日の訪問先', visitOn: plainDate('2022-11-29') });
  await visit({ ...mine, number: 'S-2', host: '今日の訪問先', visitOn: plainDate('2022-11-30') });
  await visit({ ...mine, number: 'S-3', host: '明日の訪問先', visitOn: plainDate('2022-12-01') });
  await visit({ ...mine, number: 'S-4', host: '済んだ訪問先', visitOn: plainDate('2022-11-30'), status: 'held' });
  await visit({
    ...mine,
    number: 'S-5',
    host: '他人の訪問先',
    visitOn: plainDate('2022-11-30'),
    coordinator: '架空 四郎',
  });
  const plans = await listOpenPlans(coordinator(), '架空 次郎');
  expect(plans.map(({ host }) => host)).toEqual(['今日の訪問先', '昨日の訪問先']);
});

test('the trades that were needed most often come first', async () => {
  await visit({ number: 'S-1', needs: ['zoen', 'chuzo'] });
  await visit({ number: 'S-2', needs: ['chuzo'] });
  expect(await listFrequentNeeds(coordinator(), fiscalYear)).toEqual(['chuzo', 'zoen']);
  expect(await listFrequentNeeds(coordinator(), 2021)).toEqual([]);
});
