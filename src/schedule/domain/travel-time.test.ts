import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { kilometresFrom, travelAssumptionOn, travelMinutes, travelMinutesBetween } from './travel-time.ts';

const standard = { kilometresAnHour: 40, extraMinutes: 15 };

test.each([
  [0, 15],
  [1, 17],
  [2, 18],
  [20, 45],
  [40, 75],
])('%i km take %i minutes: 40 km an hour, rounded up, and a quarter of an hour', (kilometres, minutes) => {
  expect(travelMinutes(kilometres, standard)).toBe(minutes);
});

test('the estimate holds from its day on', () => {
  expect(travelAssumptionOn(plainDate('2000-04-01'))).toMatchObject(standard);
  expect(() => travelAssumptionOn(plainDate('2000-03-31'))).toThrow('2000-03-31');
});

test('the way within a municipality is short, and one to an unknown place is not known', () => {
  expect(travelMinutesBetween('352039', '352039', standard)).toBe(15);
  expect(travelMinutesBetween('352039', '352012', standard)).toBe(
    travelMinutes(kilometresFrom('352039', '352012') ?? 0, standard),
  );
  expect(travelMinutesBetween('352039', '999999', standard)).toBeNull();
});
