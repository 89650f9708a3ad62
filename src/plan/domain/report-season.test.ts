import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { isReportSeason } from './report-season.ts';

test.each([
  ['2022-10-31', 2022, false],
  ['2022-11-01', 2022, true],
  ['2022-12-31', 2022, true],
  ['2023-01-01', 2022, false],
  ['2022-11-30', 2021, false],
])('on %s the report of %i is to be written: %s [domain §5.6]', (today, fiscalYear, due) => {
  expect(isReportSeason(plainDate(today), fiscalYear)).toBe(due);
});
