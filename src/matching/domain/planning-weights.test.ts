import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import {
  defaultWeightsOn,
  findWrongWeights,
  urgencyOn,
  weighedConstraints,
  weightLimitsOn,
  weightsWith,
} from './planning-weights.ts';

const day = plainDate('2022-11-30');

test('every soft constraint has a weight and limits on every day, and the weight is within them', () => {
  for (const on of [plainDate('2000-04-01'), day, plainDate('2099-03-31')]) {
    expect(Object.keys(defaultWeightsOn(on)).toSorted()).toEqual(weighedConstraints.toSorted());
    expect(findWrongWeights(defaultWeightsOn(on), on)).toEqual([]);
  }
});

test.each(weighedConstraints)('%s may be set to its limits and not beyond them, in whole numbers', (rule) => {
  const { least, most } = weightLimitsOn(day)[rule];
  for (const weight of [least, most]) expect(findWrongWeights({ [rule]: weight }, day)).toEqual([]);
  for (const weight of [least - 1, most + 1, least + 0.5, Number.NaN]) {
    expect(findWrongWeights({ [rule]: weight }, day)).toEqual([rule]);
  }
});

test('nobody may make sending nobody the best plan', () => {
  expect(findWrongWeights({ 'unserved-session': 0 }, day)).toEqual(['unserved-session']);
});

test('what the corner set stands before what holds on the day', () => {
  expect(weightsWith({ continuity: 7 }, day)).toEqual({ ...defaultWeightsOn(day), continuity: 7 });
});

test.each([
  [1, 4],
  [2, 2],
  [3, 1],
  [null, 2],
])('an unserved session of priority %s counts %i units', (priority, units) => {
  expect(urgencyOn(day, priority)).toBe(units);
});
