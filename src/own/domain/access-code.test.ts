import { expect, test } from 'vitest';
import { accessLetters, foldNumber, formatAccessCode, parseAccessCode } from './access-code.ts';

const code = { corner: '35', secret: 'ACDEFGHJ' };

test('a code has no letter that is taken for another on paper [A11-24]', () => {
  for (const alike of '0O1IL2Z5S8BUV') expect(accessLetters).not.toContain(alike);
  expect(new Set(accessLetters).size).toBe(accessLetters.length);
});

test.each([
  '35-ACDE-FGHJ',
  '35acdefghj',
  '３５－ＡＣＤＥ－ＦＧＨＪ',
  ' 35 acde fghj ',
  '35ーACDEーFGHJ',
  '35‐ACDE―FGHJ',
])('reads %s as it was meant [FRM-21]', (typed) => {
  expect(parseAccessCode(typed)).toEqual({ ok: true, value: code });
  expect(formatAccessCode(code)).toBe('35-ACDE-FGHJ');
});

test.each([
  '',
  '35-ACDE-FGH',
  '35-ACDE-FGHJK',
  '48-ACDE-FGHJ',
  '00-ACDE-FGHJ',
  '35-ACDE-FGH0',
  'あいうえお',
  '35-ACDE',
])('does not read %j as a code', (typed) => {
  expect(parseAccessCode(typed)).toEqual({ ok: false, refusal: { kind: 'not-a-code' } });
});

test('a 登録番号 is the same in full width and small letters', () => {
  expect(foldNumber('ｍ－００１ ')).toBe(foldNumber('M-001'));
});
