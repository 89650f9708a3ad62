import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Forbidden } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import type { VisitSeries } from './domain/visit-series.ts';
import { planSeries, previewSeries } from './plan-series.server.ts';
import { registerVisit } from './schedule-fixture.server.ts';
import { listVisits } from './visit-queries.server.ts';

const desk = useTestDatabase();

const series: VisitSeries = {
  requestNumber: null,
  program: 'practical-instruction',
  organizationNumber: 'O-001',
  tradeCode: 'kikai-kako',
  instructorNumbers: ['M-001'],
  trainees: 8,
  firstOn: plainDate('2023-03-01'),
  weekday: '2',
  count: 5,
  startsAt: '13:00',
  endsAt: '16:00',
};

beforeEach(async () => {
  await registerOrganization(desk.context());
  await registerInstructor(desk.context());
});

const stored = async () => {
  const { rows } = await listVisits(desk.context(), { filters: {}, order: 'earliest', cursor: undefined });
  return rows.map(({ number, visitOn }) => `${number} ${visitOn}`);
};

test('a series is made as it was shown, numbered in the 年度 of each day, once however often it is sent', async () => {
  const { visits, skipped } = await previewSeries(desk.context(), series);
  expect(skipped.map(({ day }) => day)).toEqual(['2023-03-21']);
  expect(visits.flatMap(({ problems }) => problems)).toEqual([]);
  expect(await stored()).toEqual([]);
  for (const key of ['k-1', 'k-1'])
    expect(await planSeries(desk.context(), { series, key })).toMatchObject({ ok: true });
  expect(await stored()).toEqual(visits.map(({ number, day }) => `${number} ${day}`));
  expect(visits.map(({ number, day }) => `${number} ${day}`)).toEqual([
    'V2022-0001 2023-03-07',
    'V2022-0002 2023-03-14',
    'V2022-0003 2023-03-28',
    'V2023-0001 2023-04-04',
    'V2023-0002 2023-04-11',
  ]);
});

test('where one visit of a series clashes, it is told at that visit and none is made', async () => {
  await registerVisit(desk.context(), { visitOn: plainDate('2023-03-14'), startsAt: '15:00', endsAt: '17:00' });
  const { visits } = await previewSeries(desk.context(), series);
  expect(visits.filter(({ problems }) => problems.length > 0).map(({ day }) => day)).toEqual(['2023-03-14']);
  expect(await planSeries(desk.context(), { series })).toMatchObject({
    ok: false,
    refusal: [{ problem: { kind: 'overlaps', visit: 'V-001' } }],
  });
  expect(await stored()).toHaveLength(1);
});

test('who may not change visits neither looks at a series nor makes one', async () => {
  const auditor = desk.context({ role: 'auditor' });
  await expect(async () => previewSeries(auditor, series)).rejects.toThrow(Forbidden);
  await expect(async () => planSeries(auditor, { series })).rejects.toThrow(Forbidden);
});
