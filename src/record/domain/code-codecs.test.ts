import { expect, test } from 'vitest';
import { businessNumber, corporateNumber, municipalityCode, schoolCode } from './code-codecs.ts';

test.each([
  ['131016', '131016'],
  ['０１１００２', '011002'],
  [' 01100-2 ', '011002'],
])('the municipality code %j is %s [DAT-30, FRM-21]', (typed, value) => {
  expect(municipalityCode().parse(typed)).toEqual({ ok: true, value });
});

test.each([
  ['999999', 'wrong-check-digit'],
  ['131017', 'wrong-check-digit'],
  ['11002', 'not-a-code'],
  ['13101', 'not-a-code'],
  ['東京都', 'not-a-code'],
])('refuses the municipality code %j as %s [DAT-30]', (value, kind) => {
  expect(municipalityCode().parse(value)).toEqual({ ok: false, refusal: { kind, value, code: 'municipality-code' } });
});

test('reads corporate numbers by their check digit [DAT-31]', () => {
  expect(corporateNumber().parse('６０００－０１２０－７０００１')).toEqual({ ok: true, value: '6000012070001' });
  expect(corporateNumber().parse('5000012070001')).toMatchObject({ refusal: { kind: 'wrong-check-digit' } });
  expect(corporateNumber().parse('600001207000')).toMatchObject({ refusal: { kind: 'not-a-code' } });
});

test('reads school codes by their shape [DAT-32]', () => {
  expect(schoolCode().parse('ｄ１３５２１００００１２'.slice(0, 13))).toMatchObject({ ok: false });
  expect(schoolCode().parse('ｄ135210000012')).toEqual({ ok: true, value: 'D135210000012' });
  expect(schoolCode().parse('135210000012')).toEqual({
    ok: false,
    refusal: { kind: 'not-a-code', value: '135210000012', code: 'school-code' },
  });
});

test.each([
  ['R4-派-001', 'R4-派-001'],
  [' Ｒ４－００１　', 'R4-001'],
  ['M/12(3)', 'M/12(3)'],
  ['0012', '0012'],
  ['a'.repeat(40), 'a'.repeat(40)],
])('the record number %j is kept as %s', (typed, value) => {
  expect(businessNumber().parse(typed)).toEqual({ ok: true, value });
});

test.each(['A 1', 'A　1', 'a;b', 'a；b', 'a\u200Bb', 'a'.repeat(41)])('refuses the record number %j', (value) => {
  expect(businessNumber().parse(value)).toEqual({
    ok: false,
    refusal: { kind: 'not-a-code', value, code: 'business-number' },
  });
});

test('a record number holds no control and no private-use character [FRM-24]', () => {
  expect(businessNumber().parse('a\u0000')).toMatchObject({ refusal: { kind: 'control-character' } });
  expect(businessNumber().parse('\uE000')).toMatchObject({ refusal: { kind: 'private-use-character' } });
});
