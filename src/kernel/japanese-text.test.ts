import { expect, test } from 'vitest';
import {
  clipGraphemes,
  findForbiddenCharacter,
  foldKanaSound,
  foldNumeric,
  foldSearchText,
  foldWidth,
  graphemeLength,
  kanaSortKey,
  searchForms,
  searchTextOf,
  searchWords,
  toFullKatakana,
} from '#kernel/japanese-text.ts';

test.each([
  ['ﾊﾟﾅｿﾆｯｸ', 'パナソニック'],
  ['ｶﾞﾗｽ｡｢ｰ｣', 'ガラス。「ー」'],
  ['か\u3099は\u309A', 'がぱ'],
  ['カﾞ', 'ガ'],
  ['⼈間', '人間'],
  ['ＡＢＣ　１２３！～', 'ABC 123!~'],
  ['￥￦￠', '¥₩¢'],
])('folds the width of %j to %j [FRM-20]', (typed, stored) => {
  expect(foldWidth(typed)).toBe(stored);
});

test.each(['神\uFA19', '\uF9DC', '葛\u{E0100}飾', '①㈱㍻Ⅳ', '髙﨑', 'e\u0301', 'é', '½ﬁ', '〜—―', '…'])(
  'keeps %j as it is: no normal form of a whole name [FRM-20]',
  (name) => {
    expect(foldWidth(name)).toBe(name);
  },
);

test.each([
  ['０３（５２５３）５１１１', '03(5253)5111'],
  ['　１００－０００１　', '100-0001'],
  ['Ｒ４．１１．２１', 'R4.11.21'],
  ['ｉｎｆｏ＠ｅｘａｍｐｌｅ．ｊｐ', 'info@example.jp'],
  ['①２', '12'],
])('folds the number %j to %j [FRM-21]', (typed, stored) => {
  expect(foldNumeric(typed)).toBe(stored);
});

test.each(['-', '‐', '‑', '‒', '–', '—', '―', '−', 'ー', '－', 'ｰ', '﹣', '─', '━'])(
  'reads the dash %j of a number as a hyphen [FRM-07]',
  (dash) => {
    expect(foldNumeric(`03${dash}5253${dash}5111`)).toBe('03-5253-5111');
  },
);

test.each([
  ['ｷｮｳｺ', 'キョウコ'],
  ['キヨウコ', 'キヨウコ'],
  ['きょうこ', 'キョウコ'],
  ['はっとり', 'ハットリ'],
  ['ゔぁいおりん', 'ヴァイオリン'],
  ['いすゞ', 'イスヾ'],
  ['さと\u3099う　はな', 'サドウ ハナ'],
])('writes %j in full-width katakana as %j, small kana kept [FRM-02]', (typed, stored) => {
  expect(toFullKatakana(typed)).toBe(stored);
});

test.each(['ﾊｼﾓﾄ', 'はしもと', 'ハシモト', ' ハシ　モト '])('finds ハシモト by %j [SEA-01]', (typed) => {
  expect(foldSearchText(typed)).toBe('ハシモト');
});

test.each([
  ['ＡＢＣ', 'abc'],
  ['ラーメン', 'ら〜めん'],
  ['R5～R6', 'Ｒ５−Ｒ６'],
  ['葛\u{E0100}飾', '葛飾'],
  ['㈱山田', '(株)山田'],
  ['\uFA19', '神'],
  ['山\u200B田', '山田'],
])('finds %j by %j [SEA-02]', (stored, typed) => {
  expect(foldSearchText(stored)).toBe(foldSearchText(typed));
});

test('tells か from が [SEA-04]', () => {
  expect(foldSearchText('か')).not.toBe(foldSearchText('が'));
});

test.each([
  ['ﾊｼﾓﾄ　太郎', ['ハシモト', '太郎']],
  [' 渡邉 ', ['渡辺']],
  ['林', ['林']],
  ['　 ', []],
  ['', []],
  ['ろ い ろ', ['ロ', 'イ']],
  ['a '.repeat(5000), ['a']],
  ['1 2 3 4 5 6 7 8 9 10 11 12', ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']],
  ['x'.repeat(300), ['x'.repeat(200)]],
])('the query %j asks for the words %j [SEA-01]', (query, words) => {
  expect(searchWords(query)).toEqual(words);
});

test.each([
  ['サトー', 'サトウ'],
  ['サトー', 'サトオ'],
  ['ユーコ', 'ユウコ'],
  ['ケーコ', 'ケイコ'],
  ['キョウコ', 'キヨオコ'],
  ['ハットリ', 'ハツトリ'],
  ['ゾー', 'ゾウ'],
])('%s sounds like %s [SEA-01]', (one, other) => {
  expect(foldKanaSound(foldSearchText(one))).toBe(foldKanaSound(foldSearchText(other)));
});

test.each([
  ['カキ', 'ガキ'],
  ['オノ', 'オオノ'],
  ['コノ', 'コウノ'],
])('%s sounds otherwise than %s [SEA-04]', (one, other) => {
  expect(foldKanaSound(foldSearchText(one))).not.toBe(foldKanaSound(foldSearchText(other)));
});

test('a hyphen that lengthens no kana, and kanji, sound as they are written', () => {
  expect(foldKanaSound('m-001渡辺')).toBe('m-001渡辺');
});

test('a search text has every part as it is written, and by its sound where that differs [SEA-02]', () => {
  expect(searchTextOf(['M-1', '佐藤', 'サトウ', '', '佐藤'])).toBe('m-1\n佐藤\nサトウ\nサトオ');
  expect([searchForms('サト-'), searchForms('渡辺')]).toEqual([['サト-', 'サトオ'], ['渡辺']]);
});

const firstLevel = (kana: string) => kanaSortKey(kana).split('\t')[0];

test.each([
  ['サトー', 'サトオ'],
  ['コーノ', 'コオノ'],
  ['アーベ', 'アアヘ'],
  ['きゃー', 'キヤア'],
  ['ヴーー', 'ウウウ'],
  ['ｽｰﾊﾟｰ', 'スウハア'],
  ['ー', 'ー'],
  ['ンー', 'ンー'],
  ['サトウ　ハナ', 'サトウ ハナ'],
  ['いすゞ', 'イスス'],
  ['ハットリ', 'ハツトリ'],
  ['ヵヶヮㇿ', 'カケワロ'],
  ['ヷヺ', 'ワヲ'],
  ['ジョン・スミス', 'シヨン スミス'],
])('the letters that order %j are %j [SEA-10]', (kana, letters) => {
  expect(firstLevel(kana)).toBe(letters);
});

const NAMES = [
  'アーベ、アイ、アオキ、アサノ、アザミ、アベ、イシイ、イスズ、イスルギ、ウエダ',
  'エトウ、オオノ、オーノ、オカ、カキ、カギ、ガキ、ガモウ、カモ、キョウコ',
  'キヨウコ、コアイ、コウノ、コエダ、コーノ、サトウ、サトー、サトオ、サトミ、ツヅキ',
  'ツツキ、ハットリ、ハツトリ、バンドウ、ハンドウ、ヤマ タロウ、ヤマ、ヤマダ アキ、ヤマタ イチ、ヴァン',
].flatMap((row) => row.split('、'));

test('the binary order of the sort key is the 五十音 order, whatever the database [SEA-10]', () => {
  expect(new Set(NAMES).size).toBe(40);
  const binary = (left: string, right: string) => (kanaSortKey(left) < kanaSortKey(right) ? -1 : 1);
  expect(NAMES.toSorted(binary)).toEqual(NAMES.toSorted(new Intl.Collator('ja').compare));
});

test.each(['ン', 'ヺ', 'ー', 'ヾ', 'ㇿ'])('a record without フリガナ comes after %s [SEA-10]', (kana) => {
  expect(kanaSortKey(' ') > kanaSortKey(kana)).toBe(true);
});

test.each([
  ['葛\u{E0100}飾𠮷野', 4],
  ['👨‍👩‍👧‍👦', 1],
  ['🇯🇵', 1],
  ['か\u3099', 1],
  ['', 0],
])('counts %j as %i characters [FRM-22]', (text, length) => {
  expect(graphemeLength(text)).toBe(length);
});

test.each([
  ['葛\u{E0100}飾𠮷野', 4, '葛\u{E0100}飾𠮷野'],
  ['葛\u{E0100}飾𠮷野', 3, '葛\u{E0100}飾𠮷…'],
  ['👨‍👩‍👧‍👦だ', 1, '👨‍👩‍👧‍👦…'],
  ['', 0, ''],
])('clips %j to %i characters as %j [FRM-22]', (text, limit, clipped) => {
  expect(clipGraphemes(text, limit)).toBe(clipped);
});

test.each([
  ['\u0000', { kind: 'control-character', codePoint: 0 }],
  ['a\u001Bb', { kind: 'control-character', codePoint: 0x1b }],
  ['\u0085', { kind: 'control-character', codePoint: 0x85 }],
  ['\t', { kind: 'control-character', codePoint: 9 }],
  ['\u007F', { kind: 'control-character', codePoint: 0x7f }],
  ['a\uD800', { kind: 'lone-surrogate' }],
  ['\uDC00a', { kind: 'lone-surrogate' }],
  ['\uE000', { kind: 'private-use-character', character: '\uE000' }],
  ['\uF8FF', { kind: 'private-use-character', character: '\uF8FF' }],
  ['\u{F0000}', { kind: 'private-use-character', character: '\u{F0000}' }],
  ['\u{10FFFD}', { kind: 'private-use-character', character: '\u{10FFFD}' }],
  ['a\nb', { kind: 'line-break' }],
  ['a\rb', { kind: 'line-break' }],
  ['a\u2028b', { kind: 'line-break' }],
])('finds what a line of text cannot hold in %j [FRM-24]', (text, forbidden) => {
  expect(findForbiddenCharacter(text)).toEqual(forbidden);
});

test.each([0xfffe, 0xffff, 0xfdd0, 0x1fffe])(
  'refuses %i, which is no character and no workbook can hold [FRM-24]',
  (codePoint) => {
    const found = findForbiddenCharacter(`a${String.fromCodePoint(codePoint)}`);
    expect(found).toEqual({ kind: 'control-character', codePoint });
  },
);

test('a multiline text holds line feeds and tabs, but no other control character', () => {
  expect(findForbiddenCharacter('a\n\tb\u2028', { multiline: true })).toBeUndefined();
  expect(findForbiddenCharacter('a\rb', { multiline: true })).toEqual({ kind: 'control-character', codePoint: 13 });
});

test.each([
  '𠮷\u{E0100}',
  '👨‍👩‍👧‍👦',
  '\u202E右から\u200F',
  '\u200B',
  '\uFEFF',
  '①㈱',
  '﨑',
  '<script>',
  '\uFFFD',
  '\u{2FA1D}',
])('lets %j pass', (text) => {
  expect(findForbiddenCharacter(text)).toBeUndefined();
});
