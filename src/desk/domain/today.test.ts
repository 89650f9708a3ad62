import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { isReportSeason } from './report-season.ts';
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

test.each([
  ['2022-10-31', 2022, false],
  ['2022-11-01', 2022, true],
  ['2022-12-31', 2022, true],
  ['2023-01-01', 2022, false],
  ['2022-11-30', 2021, false],
])('on %s the report of %i is to be written: %s [domain §5.6]', (today, fiscalYear, due) => {
  expect(isReportSeason(plainDate(today), fiscalYear)).toBe(due);
});
