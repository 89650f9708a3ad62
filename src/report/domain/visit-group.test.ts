import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { metricOf, type MetricKey } from './metric.ts';
import { bucketOf, filterOf, type VisitBucket } from './visit-group.ts';

test.each([
  ['held', true, 'actual'],
  ['held', false, 'scheduled'],
  ['planned', false, 'scheduled'],
  ['planned', true, 'unreported'],
  ['cancelled', true, undefined],
  ['cancelled', false, undefined],
] as const)('a %s visit, day over %s, counts as %s [contract §4]', (status, past, bucket) => {
  expect(bucketOf({ status, past })).toBe(bucket);
});

const on = { fiscalYear: 2022, asOf: plainDate('2022-11-30'), today: plainDate('2022-11-30') };

test.each<[MetricKey, VisitBucket, object | undefined]>([
  [
    'visits.sme',
    'actual',
    { program: 'practical-instruction', line: 'sme', status: 'held', from: '2022-04-01', to: '2022-11-30' },
  ],
  [
    'trainees.school',
    'scheduled',
    { program: 'practical-instruction', line: 'school', status: 'planned', from: '2022-12-01', to: '2023-03-31' },
  ],
  [
    'visits.total',
    'unreported',
    { program: 'practical-instruction', status: 'planned', from: '2022-04-01', to: '2022-11-30' },
  ],
  [
    'skilled.visits',
    'actual',
    { program: 'skilled-worker-dispatch', status: 'held', from: '2022-04-01', to: '2022-11-30' },
  ],
  ['visits.other', 'actual', undefined],
  ['outreach.school.sessions', 'actual', undefined],
  ['council.meetings', 'actual', undefined],
])('%s %s leads to its visits', (key, bucket, filter) => {
  expect(filterOf(metricOf(key), bucket, on)).toEqual(filter);
});

test('a past as-of date asks for planned and for since held visits; one outside the year keeps to the year', () => {
  const past = { ...on, asOf: plainDate('2022-06-30') };
  expect(filterOf(metricOf('visits.total'), 'scheduled', past)).not.toHaveProperty('status');
  const after = { ...on, asOf: plainDate('2023-08-01'), today: plainDate('2023-08-01') };
  expect(filterOf(metricOf('visits.total'), 'actual', after)?.['to']).toBe('2023-03-31');
  const before = { ...on, asOf: plainDate('2021-08-01') };
  expect(filterOf(metricOf('visits.total'), 'scheduled', before)?.['from']).toBe('2022-04-01');
});
