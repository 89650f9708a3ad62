import { expect, test } from 'vitest';
import { kana, multiline, name, text } from './text-codecs.ts';

const NAUGHTY = [
  '👨‍👩‍👧‍👦🇯🇵',
  '\u202Eabc\u200F',
  'a\u200Bb\u2060c\uFEFFd',
  '<script>alert(1)</script>',
  "'; DROP TABLE organization; --",
  '=HYPERLINK("x")',
  '{{7*7}}${7*7}',
  'Ｔ̺͆ｏ͙̪ Z\u0335\u0300\u0301\u0302\u0303\u0304a\u0335lgo',
  '神\uFA19葛\u{E0100}飾𠮷野①㈱㍻',
  'ﾊﾟﾅｿﾆｯｸ ＡＢＣ　全角',
  'null',
  'undefined',
  '-1/0',
  '\uFFFD',
  "''\\'\"",
];

test.each(NAUGHTY)('free text keeps %j as typed', (typed) => {
  expect(text().parse(typed)).toEqual({ ok: true, value: typed });
  expect(multiline().parse(typed)).toEqual({ ok: true, value: typed });
  expect(text().format(typed)).toBe(typed);
});

test('a line of text loses the blanks at its ends alone', () => {
  expect(text().parse(' 　山田　太郎 \n')).toEqual({ ok: true, value: '山田　太郎' });
  expect(text().parse('  ')).toEqual({ ok: false, refusal: { kind: 'missing' } });
});

test.each([
  ['a\nb', { kind: 'line-break' }],
  ['a\r\nb', { kind: 'line-break' }],
  ['a\u0000', { kind: 'control-character', codePoint: 0 }],
  ['a\tb', { kind: 'control-character', codePoint: 9 }],
  ['\uD83D', { kind: 'lone-surrogate' }],
  ['\uE000', { kind: 'private-use-character', character: '\uE000' }],
])('a line of text or a name refuses %j [FRM-24]', (typed, refusal) => {
  expect(text().parse(typed)).toEqual({ ok: false, refusal });
  expect(name().parse(typed)).toEqual({ ok: false, refusal });
});

test('the limit counts characters as people do, and its last one is accepted [FRM-22]', () => {
  const typed = '葛\u{E0100}飾𠮷野';
  expect(text({ limit: 4 }).parse(typed)).toEqual({ ok: true, value: typed });
  expect(text({ limit: 3 }).parse(typed)).toEqual({
    ok: false,
    refusal: { kind: 'too-long', limit: 3, length: 4 },
  });
  expect(text().parse('あ'.repeat(200)).ok).toBe(true);
  expect(text().parse('あ'.repeat(201)).ok).toBe(false);
});

test.each([
  ['ﾊﾟﾅｿﾆｯｸ', 'パナソニック'],
  ['⼈間', '人間'],
  ['山田　　太郎', '山田 太郎'],
  [' 山田 太郎 ', '山田 太郎'],
  ['髙橋', '髙橋'],
  ['神\uFA19', '神\uFA19'],
  ['㈱①', '㈱①'],
])('a name %j is stored as %j [FRM-20, FRM-01]', (typed, stored) => {
  expect(name().parse(typed)).toEqual({ ok: true, value: stored });
});

test.each([
  ['1行目\r\n2行目\r3行目', '1行目\n2行目\n3行目'],
  ['\n \n　本日は\n\n以上 \n\n', '　本日は\n\n以上'],
  ['a\tb', 'a\tb'],
])('a text of several lines %j is stored as %j', (typed, stored) => {
  expect(multiline().parse(typed)).toEqual({ ok: true, value: stored });
});

test('a text of several lines still refuses control characters', () => {
  expect(multiline().parse('a\u000Bb')).toEqual({
    ok: false,
    refusal: { kind: 'control-character', codePoint: 0x0b },
  });
});

test.each([
  ['ｷｮｳｺ', 'キョウコ'],
  ['きょうこ', 'キョウコ'],
  ['キヨウコ', 'キヨウコ'],
  ['ﾔﾏﾀﾞ　 ﾀﾛｳ', 'ヤマダ タロウ'],
  ['エヌ・ティ・ティー', 'エヌ・ティ・ティー'],
  ['ヴィ', 'ヴィ'],
])('the フリガナ %j is stored as %j [FRM-02]', (typed, stored) => {
  expect(kana().parse(typed)).toEqual({ ok: true, value: stored });
});

test.each(['山田', 'yamada', 'ヤマダ1', 'ヤマダ@'])('%j is no フリガナ [FRM-02]', (typed) => {
  expect(kana().parse(typed)).toEqual({ ok: false, refusal: { kind: 'not-kana', value: typed } });
});
