import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { isInstructorFree } from './build-instructors.ts';

test.each([
  ['M-001', '2022-12-19', true],
  ['M-044', '2022-12-19', false],
  ['M-044', '2022-12-20', false],
  ['M-044', '2022-12-27', true],
])('%s is free on %s: %s, by weekdays and days off', (number, day, expected) => {
  expect(isInstructorFree(number, plainDate(day))).toBe(expected);
});

test('a number that nobody has is a slip of the plan', () => {
  expect(() => isInstructorFree('M-999', plainDate('2022-12-19'))).toThrow('no instructor M-999');
});
