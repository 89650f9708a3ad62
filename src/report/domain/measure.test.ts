import { expect, test } from 'vitest';
import { countMetrics } from './count-metrics.ts';
import { keepUncounted, measure, rateText } from './measure.ts';
import { metricOf } from './metric.ts';

const none = { past: 0, ahead: 0 };
const facts = { certified: none, courseDays: none };
const group = { program: 'practical-instruction', organizationKind: 'sme', visits: 1, trainees: 0, hosts: [] } as const;
const { counts } = countMetrics({
  answers: [],
  ...facts,
  visits: [
    { ...group, status: 'held', past: true, visits: 136, trainees: 787 },
    { ...group, status: 'planned', past: false, visits: 101, trainees: 496 },
  ],
});

test('the rate is what was done by the target, the forecast what was done and is planned [domain §6.1]', () => {
  const visits = measure(metricOf('visits.total'), counts, { value: 170, unit: '回', atLeast: false });
  expect(visits).toMatchObject({
    actual: 136,
    scheduled: 101,
    forecast: 237,
    rate: 0.8,
    target: 170,
    basis: 'counted',
  });
  const trainees = measure(metricOf('trainees.total'), counts, { value: 1200, unit: '人日', atLeast: true });
  expect([trainees.unit, trainees.targetUnit, trainees.forecast, rateText(trainees.rate ?? 0)]).toEqual([
    '人',
    '人日',
    1283,
    '65.6%',
  ]);
});

test('without a target, or with a target of 0, there is no rate', () => {
  expect(measure(metricOf('visits.total'), counts, undefined).rate).toBeNull();
  expect(measure(metricOf('visits.total'), counts, { value: 0, unit: '回', atLeast: false }).rate).toBeNull();
});

test('what has no records has no figure, never 0', () => {
  const council = measure(metricOf('council.meetings'), counts, { value: 2, unit: '回', atLeast: false });
  expect(council).toMatchObject({
    target: 2,
    actual: null,
    scheduled: null,
    rate: null,
    forecast: null,
    basis: 'no-records',
  });
});

test('a target that is no metric keeps its words and number', () => {
  const kept = keepUncounted({ label: '参加者数', value: 40, unit: '人', atLeast: true });
  expect(kept).toMatchObject({
    key: null,
    label: '参加者数',
    unit: '人',
    target: 40,
    atLeast: true,
    actual: null,
    basis: 'not-counted',
  });
});

test.each([
  [136 / 170, '80.0%'],
  [787 / 1200, '65.6%'],
  [79 / 70, '112.9%'],
  [0.0005, '0.1%'],
  [0.0004, '0.0%'],
  [1.0045, '100.5%'],
  [0, '0.0%'],
  [40 / 130, '30.8%'],
])('%d is written %s, rounded half up', (rate, text) => {
  expect(rateText(rate)).toBe(text);
});
