import { expect, test } from 'vitest';
import { positionOf, sectionOf } from './item-number.ts';

const inOrder = [
  '第1',
  '第2',
  '1',
  '1(1)',
  '1(1)ウ',
  '2(1)',
  '2(1)ア',
  '2(1)ア(ア)',
  '2(1)ア(ウ)',
  '2(1)ア(ウ)a',
  '2(1)ア(ウ)b',
  '2(1)ア(ウ)b(a)',
  '2(1)ア①',
  '2(1)ア⑳',
  '2(1)ア㉑',
  '2(1)ア㊱',
  '2(1)イ',
  '2(1)コ',
  '2(1)サ',
  '2(1)①',
  '2(2)',
  '2(10)',
  '3',
  '9',
  '10',
  '10(1)',
  '活用1',
  '活用2',
  '活用4(1)',
  '連携会議1',
];

test('numbers stand in the order of an official plan [DOC-01]', () => {
  const positions = inOrder.map(positionOf);
  expect(positions.toSorted()).toEqual(positions);
  expect(new Set(positions).size).toBe(inOrder.length);
});

test.each([
  ['４（２）ア①', '4(2)ア①'],
  ['4-2', '4.2'],
  ['04(02)', '4(2)'],
  ['2(1)A', '2(1)a'],
])('%s and %s are the same place [FRM-20]', (typed, plain) => {
  expect(positionOf(typed)).toBe(positionOf(plain));
});

test.each([
  ['4(2)ア①', '4'],
  ['第2-1(1)', '第2'],
  ['活用4(1)', '活用'],
  ['アンケート', 'アンケート'],
  ['ア', 'ア'],
  ['', ''],
])('%s belongs to the section %s', (number, section) => {
  expect(sectionOf(number)).toBe(section);
});
