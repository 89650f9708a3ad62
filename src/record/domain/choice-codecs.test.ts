import { expect, test } from 'vitest';
import { choice, choices, lookup } from './choice-codecs.ts';

const STATES = [
  { code: 'planned', label: '予定' },
  { code: 'held', label: '実施' },
  { code: 'dx', label: 'DX' },
] as const;

test.each([
  ['予定', 'planned'],
  [' 実施　', 'held'],
  ['held', 'held'],
  ['ＤＸ', 'dx'],
])('%j chooses %s by its label or its code', (typed, code) => {
  expect(choice(STATES).parse(typed)).toEqual({ ok: true, value: code });
});

test('a choice is written as its label and refuses other words with the list', () => {
  expect(choice(STATES).format('held')).toBe('実施');
  expect(choice(STATES).parse('済')).toEqual({
    ok: false,
    refusal: { kind: 'not-a-choice', value: '済', choices: ['予定', '実施', 'DX'] },
  });
});

test('a label in full width is chosen in either width', () => {
  const wide = choice([{ code: 'w', label: 'その他（ＤＸ）' }]);
  expect(wide.parse('その他（ＤＸ）')).toEqual({ ok: true, value: 'w' });
  expect(wide.parse('その他(DX)')).toEqual({ ok: true, value: 'w' });
});

test('several choices stand in one cell', () => {
  expect(choices(STATES).parse('予定;held')).toEqual({ ok: true, value: ['planned', 'held'] });
  expect(choices(STATES).format(['planned', 'held'])).toBe('予定;実施');
  expect(choices(STATES).parse('予定;planned')).toEqual({
    ok: false,
    refusal: { kind: 'repeated', value: 'planned' },
  });
  expect(choices(STATES)).toMatchObject({ control: 'choices', choices: STATES });
});

const TRADES = new Map([
  ['機械加工', 12],
  ['左官', 31],
]);
const trade = lookup<number>({
  find: (text) => TRADES.get(text),
  format: (value) => (value === 12 ? '機械加工' : '左官'),
  suggest: (text) => (text.startsWith('機械') ? '機械加工' : undefined),
});

test('a word of a reference table is found with its width folded', () => {
  expect(trade.parse(' 機械加工　')).toEqual({ ok: true, value: 12 });
  expect(trade.format(31)).toBe('左官');
});

test.each([
  ['機械加行', { kind: 'unknown-code', value: '機械加行', code: '機械加行', suggestion: '機械加工' }],
  ['ｻｶﾝ', { kind: 'unknown-code', value: 'ｻｶﾝ', code: 'サカン' }],
  ['左官\u0000', { kind: 'control-character', codePoint: 0 }],
])('refuses %j, which the table does not know', (typed, refusal) => {
  expect(trade.parse(typed)).toEqual({ ok: false, refusal });
});
