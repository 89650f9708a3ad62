import { expect, test } from 'vitest';
import { spreadAbsences } from './count-absences.ts';
import { seedRandom } from './seeded-random.ts';

test('absences bring the expected people down to those who came in all', () => {
  const came = spreadAbsences([12, 12, 8, 1, 1], 30, seedRandom(1));
  expect(came.reduce((sum, count) => sum + count, 0)).toBe(30);
  expect(came.slice(3)).toEqual([1, 1]);
});

test('more people than expected cannot come', () => {
  expect(() => spreadAbsences([2, 2], 5, seedRandom(1))).toThrow('5 cannot come where 4 are expected');
});

test('absences that no group has room for are a slip of the plan', () => {
  expect(() => spreadAbsences([1, 1], 1, seedRandom(1))).toThrow('Nothing to draw from');
});
