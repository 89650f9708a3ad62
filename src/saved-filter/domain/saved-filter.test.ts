import { expect, test } from 'vitest';
import { decideFilter, isListAddress, keepConditions, type SavedFilter } from './saved-filter.ts';

const own = (count: number): readonly SavedFilter[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index),
    list: 'visits',
    name: `名${index}`,
    query: 'q=1',
  }));
const wish = { list: 'instructors', name: '休眠に近い人', query: 'kind=meister&sort=dormant' };

test.each([
  ['?kind=meister&q=', 'kind=meister'],
  ['cursor=abc&kind=meister', 'kind=meister'],
  ['q=%E6%B8%A1&a=1%202', 'q=%E6%B8%A1&a=1%202'],
  ['q=a#b&kind=meister', 'kind=meister'],
  ['q=a\r\nx: y&kind', ''],
  ['', ''],
])('of %j is kept %j', (query, kept) => {
  expect(keepConditions(query)).toBe(kept);
});

test.each([
  ['instructors', true],
  ['reports/status', true],
  ['certification-batches', true],
  ['../sign-out', false],
  ['//example.jp', false],
  ['instructors?x', false],
  ['', false],
])('%j is a list of the desk: %s', (list, isList) => {
  expect(isListAddress(list)).toBe(isList);
});

test.each([
  [wish, 0, undefined],
  [{ ...wish, name: ' ' }, 0, 'name-missing'],
  [{ ...wish, name: 'あ'.repeat(30) }, 0, undefined],
  [{ ...wish, name: 'あ'.repeat(31) }, 0, 'name-too-long'],
  [{ ...wish, query: 'cursor=1' }, 0, 'nothing-to-save'],
  [{ ...wish, list: 'https://example.jp' }, 0, 'nothing-to-save'],
  [{ ...wish, query: `q=${'a'.repeat(999)}` }, 0, 'query-too-long'],
  [wish, 19, undefined],
  [wish, 20, 'too-many'],
  [{ ...wish, list: 'visits', name: '名3' }, 20, undefined],
])('%j beside %i others is refused for %s', (given, count, refusal) => {
  const decided = decideFilter(given, own(count));
  expect(decided.ok ? undefined : decided.refusal.kind).toBe(refusal);
});
