import { expect, test } from 'vitest';
import { sampleValues, starterValues, type LetterOutline } from './letter-outline.ts';
import { checkTemplateTags, type TemplateLine } from './template-tags.ts';

const outline: LetterOutline = {
  kind: 'batch-letter',
  title: '送付状',
  placeholders: [
    { name: '文書番号', meaning: '番号', sample: '案' },
    { name: '氏名', meaning: '名前', sample: '山口 太郎' },
    { name: '登録番号', meaning: '番号', sample: 'M-001' },
  ],
  loops: [{ name: '申請', meaning: '行', placeholders: [{ name: '職種', meaning: '職種', sample: '機械加工' }] }],
  numbered: false,
  bound: false,
};

const check = (...texts: readonly string[]) =>
  checkTemplateTags(
    outline,
    texts.map((text) => ({ place: 'body', text })),
  );

test.each([
  ['{氏名}　様'],
  ['{ 氏名 }様'],
  ['{#申請}{職種}・{氏名}{/申請}'],
  ['{#申請}{職種}{/}'],
  ['かっこのない文'],
  ['｛と｝が離れている ｝｛'],
])('takes %s as it is [DOC-20]', (text) => {
  expect(check(text)).toEqual([]);
});

test.each([
  ['{氏明}', { kind: 'unknown-placeholder', written: '氏明', near: '氏名' }],
  ['{登録 番号}', { kind: 'unknown-placeholder', written: '登録 番号', near: '登録番号' }],
  ['{番号}', { kind: 'unknown-placeholder', written: '番号', near: '文書番号' }],
  ['{__proto__}', { kind: 'unknown-placeholder', written: '__proto__', near: undefined }],
  ['{}', { kind: 'unknown-placeholder', written: '', near: undefined }],
  ['{職種}', { kind: 'outside-loop', written: '職種', loop: '申請' }],
  ['{申請}', { kind: 'loop-as-text', loop: '申請' }],
  ['{#申請者}{/申請者}', { kind: 'unknown-loop', written: '申請者', near: '申請' }],
  ['{#申請}{職種}', { kind: 'loop-not-closed', loop: '申請' }],
  ['{/申請}', { kind: 'loop-not-opened', loop: '申請' }],
  ['様 {氏名', { kind: 'brace-not-closed', line: '様 {氏名' }],
  ['氏名}様', { kind: 'brace-not-opened', line: '氏名}様' }],
  ['｛氏名｝様', { kind: 'wide-braces', written: '｛氏名｝' }],
  ['{氏名｝様', { kind: 'wide-braces', written: '{氏名｝' }],
] as const)('names what is wrong with %s', (text, problem) => {
  expect(check(text)).toEqual([problem]);
});

test('names every mistake of a template, each once, wherever it stands', () => {
  const problems = check('{氏明}と{氏明}', '{#申請}', '{職種}', '{誰か}');
  expect(problems.map(({ kind }) => kind)).toEqual(['unknown-placeholder', 'unknown-placeholder', 'loop-not-closed']);
});

test('a letter that is issued with a number needs the place for it, in the text or in the head of its pages', () => {
  const numbered = { ...outline, numbered: true };
  const at = (place: TemplateLine['place']) => checkTemplateTags(numbered, [{ place, text: '{文書番号}' }]);
  expect(checkTemplateTags(numbered, [{ place: 'body', text: '{氏名}' }])).toEqual([{ kind: 'no-number' }]);
  expect(at('body')).toEqual([]);
  expect(at('margin')).toEqual([]);
  expect(at('elsewhere').map(({ kind }) => kind)).toEqual(['out-of-place', 'no-number']);
});

test('where many letters are bound into one file, heads and feet hold no placeholder', () => {
  const lines = [{ place: 'margin', text: '{氏名}' }] as const;
  expect(checkTemplateTags(outline, lines)).toEqual([]);
  expect(checkTemplateTags({ ...outline, bound: true }, lines)).toEqual([{ kind: 'in-margin', written: '氏名' }]);
});

test('examples and places to start from are there for every placeholder', () => {
  expect(sampleValues(outline)).toMatchObject({
    氏名: '山口 太郎',
    申請: [{ 職種: '機械加工' }, { 職種: '機械加工' }],
  });
  expect(starterValues(outline)).toMatchObject({ 氏名: '{氏名}', 申請: [{ 職種: '{#申請}{職種}{/申請}' }] });
});
