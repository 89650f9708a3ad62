import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { closureName, holidayName, isBusinessDay, isHolidayForecast } from './holiday.ts';

test.each([
  ['2026-09-21', '敬老の日'],
  ['2026-09-22', '休日'],
  ['2026-09-23', '秋分の日'],
  ['2019-05-01', '休日（祝日扱い）'],
  ['2026-05-06', 'こどもの日 振替休日'],
  ['2026-09-24', undefined],
  ['2026-12-29', undefined],
])('%s is the holiday %s [DAT-36]', (date, name) => {
  expect(holidayName(plainDate(date))).toBe(name);
});

test.each([
  ['2025-12-28', undefined],
  ['2025-12-29', '年末年始'],
  ['2025-12-31', '年末年始'],
  ['2026-01-01', '年末年始'],
  ['2026-01-03', '年末年始'],
  ['2026-01-04', undefined],
  ['1988-12-29', undefined],
])('%s falls in the closure %s [DAT-36]', (date, name) => {
  expect(closureName(plainDate(date))).toBe(name);
});

test.each([
  ['2026-11-20', true, 'Friday'],
  ['2026-11-21', false, 'Saturday'],
  ['2026-11-22', false, 'Sunday'],
  ['2026-11-23', false, '勤労感謝の日'],
  ['2026-11-24', true, 'Tuesday'],
  ['2026-09-22', false, 'the day between two holidays'],
  ['2025-12-29', false, 'year end, Monday'],
  ['2026-01-05', true, 'first Monday'],
  ['2024-02-29', true, 'leap day, Thursday'],
  ['2000-03-01', true, 'Wednesday'],
])('%s is a business day: %s (%s) [DAT-36]', (date, expected) => {
  expect(isBusinessDay(plainDate(date))).toBe(expected);
});

test('a closed day of the corner is no business day', () => {
  const day = plainDate('2026-11-20');
  expect(isBusinessDay(day, [day])).toBe(false);
});

test.each([
  ['2027-12-31', false],
  ['2028-01-01', true],
])('the holidays of %s are a forecast: %s [DAT-36]', (date, forecast) => {
  expect(isHolidayForecast(plainDate(date))).toBe(forecast);
});
