import { expect, test } from 'vitest';
import { decimal, integer, yen } from './number-codecs.ts';

test.each([
  ['20', 20],
  ['２０', 20],
  [' 1,234,567 ', 1_234_567],
  ['１，０００', 1000],
  ['007', 7],
  ['+5', 5],
  ['0', 0],
])('the whole number %j is %i [FRM-21]', (typed, value) => {
  expect(integer().parse(typed)).toEqual({ ok: true, value });
});

test.each(['20名', '1.5', '1,5', '12,34', '1e3', '0x10', '--1', 'ー', '十'])('%j is no whole number', (typed) => {
  expect(integer().parse(typed)).toEqual({ ok: false, refusal: { kind: 'not-a-whole-number', value: typed } });
});

test.each([
  ['0', false],
  ['1', true],
  ['5', true],
  ['6', false],
  ['99999999999999999999999', false],
])('the bounds 1 to 5 belong to the range: %s', (typed, ok) => {
  expect(integer({ min: 1, max: 5 }).parse(typed).ok).toBe(ok);
});

test('a number out of range names the range, and a negative one is read', () => {
  expect(integer().parse('-1')).toEqual({
    ok: false,
    refusal: { kind: 'out-of-range', value: '-1', min: 0, max: 2_147_483_647 },
  });
  expect(integer({ min: -5 }).parse('−5')).toEqual({ ok: true, value: -5 });
  expect(integer().parse('-0')).toStrictEqual({ ok: true, value: 0 });
});

test.each([
  ['1.5', 1.5],
  ['１．５', 1.5],
  ['2', 2],
  ['1,234.5', 1234.5],
])('the number %j is %d', (typed, value) => {
  expect(decimal({ max: 10_000, step: 0.5 }).parse(typed)).toEqual({ ok: true, value });
});

test.each([
  ['1.2', { kind: 'wrong-step', value: '1.2', step: 0.5 }],
  ['24.5', { kind: 'out-of-range', value: '24.5', min: 0.5, max: 24 }],
  ['0', { kind: 'out-of-range', value: '0', min: 0.5, max: 24 }],
  ['2時間', { kind: 'not-a-number', value: '2時間' }],
  ['.5', { kind: 'not-a-number', value: '.5' }],
  ['1.', { kind: 'not-a-number', value: '1.' }],
  ['NaN', { kind: 'not-a-number', value: 'NaN' }],
  ['Infinity', { kind: 'not-a-number', value: 'Infinity' }],
])('half hours up to 24 refuse %j', (typed, refusal) => {
  expect(decimal({ min: 0.5, max: 24, step: 0.5 }).parse(typed)).toEqual({ ok: false, refusal });
});

test('tenths are tenths in spite of binary fractions', () => {
  for (const typed of ['0.1', '0.3', '0.7', '1.1', '2.3']) expect(decimal({ step: 0.1 }).parse(typed).ok).toBe(true);
});

test.each([
  ['50000000', 50_000_000],
  ['50,000,000円', 50_000_000],
  ['￥50,000,000', 50_000_000],
  ['５０００万円', 50_000_000],
  ['5,000万', 50_000_000],
  ['3億円', 300_000_000],
  ['3億8598万円', 385_980_000],
  ['0', 0],
])('the amount %j is %i yen [DOC-04]', (typed, value) => {
  expect(yen().parse(typed)).toEqual({ ok: true, value });
  expect(yen().format(value)).toBe(String(value));
});

test.each(['円', '万円', '1.5億円', '50,00円', '3万億', '約100万円', '-5'])('%j is no amount', (typed) => {
  expect(yen().parse(typed)).toEqual({ ok: false, refusal: { kind: 'not-a-whole-number', value: typed } });
});
