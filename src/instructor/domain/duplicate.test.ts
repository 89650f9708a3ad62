import { expect, test } from 'vitest';
import { listDuplicatePairs, phoneDigits, reasonsFor, type Likeness } from './duplicate.ts';

const person = (nameKana: string, birthYear: number | null = null, phone: string | null = null): Likeness => ({
  nameKana,
  birthYear,
  phone,
});

test.each([
  [person('サトウ ハナ', 1955), person('サトウ ハナ', 1955), ['kana-and-birth-year']],
  [person('サトー ハナ', 1955), person('サトウハナ', 1955), ['kana-and-birth-year']],
  [person('キョウコ', 1955), person('キヨウコ', 1955), ['kana-and-birth-year']],
  [person('サトウ ハナ', 1955), person('サトウ ハナ', 1956), []],
  [person('サトウ ハナ', null), person('サトウ ハナ', null), []],
  [person('サトウ ハナ', 1955), person('サトウ ハナ', null), []],
  [person('カキ', 1955), person('ガキ', 1955), []],
  [person('ア', null, '083-000-0000'), person('イ', null, '0830000000'), ['phone']],
  [person('ア', null, '110'), person('イ', null, '110'), []],
  [person('ア', null, null), person('イ', null, null), []],
  [person('ア', 1955, '090-0000-0001'), person('ア', 1955, '09000000001'), ['kana-and-birth-year', 'phone']],
])('%j and %j may be one person for %j', (one, other, reasons) => {
  expect(reasonsFor(one, other)).toEqual(reasons);
  expect(reasonsFor(other, one)).toEqual(reasons);
});

test.each([
  ['083-000-0000', '0830000000'],
  ['(083)000-0000', '0830000000'],
  ['12345678', undefined],
  [null, undefined],
])('the telephone %s is compared as %s', (phone, digits) => {
  expect(phoneDigits(phone)).toBe(digits);
});

test('a pair is listed once with all of its reasons, and three of one name are three pairs', () => {
  const twins = [person('ア', 1955, '0830000000'), person('ア', 1955, '083-000-0000'), person('イ', 1955)];
  expect(listDuplicatePairs(twins)).toEqual([
    { one: twins[0], other: twins[1], reasons: ['kana-and-birth-year', 'phone'] },
  ]);
  expect(listDuplicatePairs([person('ア', 1), person('ア', 1), person('ア', 1)])).toHaveLength(3);
});

test('a telephone that more than five people share is a firm’s and no suspicion', () => {
  const staff = Array.from({ length: 6 }, (_, index) => person(`ア${index}`, null, '083-000-0000'));
  expect(listDuplicatePairs(staff)).toEqual([]);
  expect(listDuplicatePairs(staff.slice(1))).toHaveLength(10);
});
