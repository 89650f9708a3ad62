import { expect, test } from 'vitest';
import { identityOf, orderPair } from './distinct-pair.ts';

const person = { nameKana: 'カクウ ハナコ', birthYear: 1955, phone: '083-000-0001' };

test('a pair has one order', () => {
  expect(orderPair('b', 'a')).toEqual(['a', 'b']);
  expect(orderPair('a', 'b')).toEqual(['a', 'b']);
});

test.each([
  ['another blank', { nameKana: 'カクウハナコ' }],
  ['another way to write the telephone', { phone: '(083)000-0001' }],
])('%s is the same person still', (_, changes) => {
  expect(identityOf({ ...person, ...changes })).toBe(identityOf(person));
});

test.each([
  ['フリガナ', { nameKana: 'カクウ ハルコ' }],
  ['birth year', { birthYear: 1956 }],
  ['no birth year', { birthYear: null }],
  ['telephone', { phone: '083-000-0002' }],
  ['no telephone', { phone: null }],
])('another %s may be another person', (_, changes) => {
  expect(identityOf({ ...person, ...changes })).not.toBe(identityOf(person));
});
