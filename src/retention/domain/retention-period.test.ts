import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { findPeriod, isPastRetention, lastKeptDay, STANDARD_YEARS, type RetentionPeriod } from './retention-period.ts';

test.each([
  ['2022-03-31', false],
  ['2022-04-01', true],
])('what belongs to 平成28年度 and is kept five years: erased on %s? %s [SEC-12]', (today, past) => {
  expect(isPastRetention(lastKeptDay(2016, STANDARD_YEARS), plainDate(today))).toBe(past);
});

test('the years are counted from the end of the 年度, whichever day of it', () => {
  expect(lastKeptDay(2016, 1)).toBe('2018-03-31');
  expect(lastKeptDay(2019, 5)).toBe('2025-03-31');
});

const period = (fromFiscalYear: number, years: number): RetentionPeriod => ({
  kind: 'ended-application',
  fromFiscalYear,
  years,
  source: '文書管理規程',
});

test.each([
  [2019, undefined],
  [2020, 3],
  [2023, 3],
  [2024, 10],
])('a period holds for what belongs to its 年度 and after: %i', (baseYear, years) => {
  const periods = [period(2024, 10), period(2020, 3)];
  expect(findPeriod(periods, { kind: 'ended-application', baseYear })?.years).toBe(years);
  expect(findPeriod(periods, { kind: 'scouting-contact', baseYear })).toBeUndefined();
});
