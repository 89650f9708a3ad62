import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { buildInstructors, INSTRUCTOR_HEADER, isInstructorFree } from './build-instructors.ts';
import { seedRandom } from './seeded-random.ts';

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

test('the ledger has 180 people, each with a name and a number of their own, in all 19 municipalities', () => {
  const rows = buildInstructors([], seedRandom(1));
  const distinct = (header: (typeof INSTRUCTOR_HEADER)[number]) =>
    new Set(rows.map((cells) => cells[INSTRUCTOR_HEADER.indexOf(header)])).size;
  expect(rows).toHaveLength(180);
  expect(distinct('登録番号')).toBe(180);
  expect(distinct('氏名')).toBe(180);
  expect(distinct('電話')).toBe(180);
  expect(distinct('市区町村コード')).toBe(19);
});
