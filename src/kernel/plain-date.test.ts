import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  datesFrom,
  daysBetween,
  isPlainDate,
  monthOf,
  parsePlainDate,
  plainDate,
  weekdayOf,
} from '#kernel/plain-date.ts';

test.each(['1868-01-01', '2000-02-29', '2022-11-21', '2024-02-29', '2200-12-31'])(
  'reads the day %s [FRM-10]',
  (text) => {
    expect(parsePlainDate(text)).toEqual({ ok: true, value: text });
    expect(isPlainDate(text)).toBe(true);
  },
);

test.each([
  ['1900-02-29', 'no-such-day'],
  ['2023-02-29', 'no-such-day'],
  ['2022-04-31', 'no-such-day'],
  ['2022-13-01', 'no-such-day'],
  ['2022-00-10', 'no-such-day'],
  ['2022-01-00', 'no-such-day'],
  ['1867-12-31', 'year-out-of-range'],
  ['2201-01-01', 'year-out-of-range'],
  ['2022-1-1', 'not-a-date'],
  ['2022/01/01', 'not-a-date'],
  ['2022-01-01 ', 'not-a-date'],
  ['２０２２-01-01', 'not-a-date'],
  ['', 'not-a-date'],
])('refuses %j as %s [FRM-10]', (text, kind) => {
  expect(parsePlainDate(text)).toMatchObject({ ok: false, refusal: { kind } });
  expect(isPlainDate(text)).toBe(false);
  expect(() => plainDate(text)).toThrow(RangeError);
});

test('knows that a number or null is no date', () => {
  expect(isPlainDate(20221121)).toBe(false);
  expect(isPlainDate(null)).toBe(false);
});

test.each([
  ['2022-11-30', 1, '2022-12-01'],
  ['2022-12-31', 1, '2023-01-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2023-03-01', -1, '2023-02-28'],
  ['2000-03-01', -1, '2000-02-29'],
  ['1900-02-28', 1, '1900-03-01'],
  ['2023-04-01', 365, '2024-03-31'],
])('%s and %i days is %s', (date, days, expected) => {
  expect(addDays(plainDate(date), days)).toBe(expected);
  expect(daysBetween(plainDate(date), plainDate(expected))).toBe(days);
});

test.each([
  ['2023-01-31', 1, '2023-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2023-03-31', -1, '2023-02-28'],
  ['2023-01-15', -1, '2022-12-15'],
  ['2022-12-15', 1, '2023-01-15'],
  ['2022-04-01', 24, '2024-04-01'],
])('%s and %i months is %s', (date, months, expected) => {
  expect(addMonths(plainDate(date), months)).toBe(expected);
});

test('a leap day is the 28th in a common year', () => {
  expect(addYears(plainDate('2024-02-29'), 1)).toBe('2025-02-28');
  expect(addYears(plainDate('2024-02-29'), 4)).toBe('2028-02-29');
});

test('a step out of the calendar the desk holds is a bug and throws', () => {
  expect(() => addDays(plainDate('2200-12-31'), 1)).toThrow(RangeError);
  expect(() => addYears(plainDate('1868-01-01'), -1)).toThrow(RangeError);
});

test.each([
  ['1868-01-25', 6],
  ['1970-01-01', 4],
  ['1969-12-31', 3],
  ['2019-05-01', 3],
  ['2022-11-20', 0],
  ['2022-11-21', 1],
  ['2026-11-21', 6],
  ['2200-12-31', 3],
])('the weekday of %s is %i, 0=日 [DOC-05]', (date, weekday) => {
  expect(weekdayOf(plainDate(date))).toBe(weekday);
});

test('a range of days contains both ends and is empty when reversed', () => {
  const first = plainDate('2023-02-27');
  expect(datesFrom(first, plainDate('2023-03-01'))).toEqual(['2023-02-27', '2023-02-28', '2023-03-01']);
  expect(datesFrom(first, first)).toEqual(['2023-02-27']);
  expect(datesFrom(first, plainDate('2023-02-26'))).toEqual([]);
});

test('dates are ordered from early to late and know their month', () => {
  const dates = ['2023-10-01', '1999-12-31', '2023-09-30', '2023-09-30'].map(plainDate);
  expect(dates.toSorted(compareDates)).toEqual(['1999-12-31', '2023-09-30', '2023-09-30', '2023-10-01']);
  expect(monthOf(plainDate('2023-09-30'))).toBe(9);
});
