import { expect, test } from 'vitest';
import { targets, targetText } from './target.ts';

const codec = targets();

test.each([
  ['派遣回数=170回', [['派遣回数', 170, '回', false]]],
  [
    '派遣回数（中小企業）＝７０回；受講者数=1,200人日',
    [
      ['派遣回数（中小企業）', 70, '回', false],
      ['受講者数', 1200, '人日', false],
    ],
  ],
  ['満足度=90%以上', [['満足度', 90, '%', true]]],
  ['満足度=90.5 ％以上', [['満足度', 90.5, '%', true]]],
  [
    'サポステ=2か所\n認定者数=3人以上',
    [
      ['サポステ', 2, 'か所', false],
      ['認定者数', 3, '人', true],
    ],
  ],
  ['参加者=40', [['参加者', 40, '', false]]],
] as const)('reads %j [contract §3]', (typed, expected) => {
  const read = codec.parse(typed);
  expect(read.ok && read.value.map(({ label, value, unit, atLeast }) => [label, value, unit, atLeast])).toEqual(
    expected,
  );
});

test.each([
  '派遣回数',
  '派遣回数=',
  '=170回',
  '派遣回数=多数',
  '派遣回数=-1回',
  '派遣回数=1=2',
  '派遣回数=1,20回',
  '派遣回数=9999999999回',
])('refuses %j and shows the form [FRM-32]', (typed) => {
  const read = codec.parse(typed);
  expect(!read.ok && read.refusal).toEqual({ kind: 'wrong-form', value: typed, example: '派遣回数=170回' });
});

test('a name stands once, whatever the width of its brackets', () => {
  const read = codec.parse('派遣回数（学校）=1回;派遣回数(学校)=2回');
  expect(!read.ok && read.refusal.kind).toBe('repeated');
});

test('what is written is read back', () => {
  const typed = '派遣回数=170回;満足度=90.5%以上;人数=3';
  const read = codec.parse(typed);
  expect(read.ok && codec.format(read.value)).toBe(typed);
});

test('a target is shown with grouped digits and its 以上 [DAT-38]', () => {
  expect(targetText({ value: 1200, unit: '人日', atLeast: true })).toBe('1,200人日以上');
});
