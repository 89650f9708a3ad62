import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { isVisitDay } from './visit-days.ts';

test.each([
  ['2022-11-22', true, true],
  ['2022-11-23', false, false],
  ['2022-07-20', true, true],
  ['2022-07-21', false, true],
  ['2022-08-12', false, false],
  ['2022-12-23', true, true],
  ['2022-12-27', false, true],
  ['2022-12-28', false, false],
  ['2023-01-10', true, true],
])('on %s a school is open: %s, a firm: %s', (day, school, firm) => {
  expect(isVisitDay(plainDate(day), { school: true })).toBe(school);
  expect(isVisitDay(plainDate(day), { school: false })).toBe(firm);
});
