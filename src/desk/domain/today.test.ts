import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { weekOf } from './week.ts';

test.each([
  ['2022-11-28', '2022-11-28', '2022-12-04'],
  ['2022-11-30', '2022-11-28', '2022-12-04'],
  ['2022-12-04', '2022-11-28', '2022-12-04'],
  ['2022-12-05', '2022-12-05', '2022-12-11'],
  ['2023-01-01', '2022-12-26', '2023-01-01'],
])('the week of %s runs from Monday %s to Sunday %s', (day, from, to) => {
  expect(weekOf(plainDate(day))).toEqual({ from, to });
});
