import { expect, test } from 'vitest';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { aRate } from './expense-fixture.ts';
import { enteredOf, fares, rateFields, rateKeys, rateOf } from './rate-fields.ts';

const fields = rateFields('35');

test('a table reads back what it writes, and stands whole on its form', () => {
  const { id: _, revision: __, ...rate } = aRate();
  const texts = formatFields(fields, enteredOf(aRate()) as never);
  const read = parseFields(fields, texts);
  expect(read.ok && rateOf(read.value, 2022)).toEqual(rate);
  expect(Object.values(rateKeys).flat().toSorted()).toEqual(fields.map(({ key }) => key).toSorted());
});

test.each([
  ['下関市=2480;萩市=3,200円', { '352012': 2480, '352047': 3200 }],
  ['352012＝２４８０；', { '352012': 2480 }],
  ['下関市=2480;352012=1', undefined],
  ['下関市', undefined],
  ['下関市=-1', undefined],
  ['どこか市=1', undefined],
  ['constructor=1', undefined],
])('fares %s are %j', (typed, expected) => {
  const read = fares('35').parse(typed);
  expect(read.ok ? read.value : undefined).toEqual(expected);
});
