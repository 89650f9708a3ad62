import { expect, test } from 'vitest';
import { listOf, weekdays } from './list-codecs.ts';
import { text } from './text-codecs.ts';

test.each([
  ['a;b', ['a', 'b']],
  [' a ；　b ;', ['a', 'b']],
  ['a\r\nb', ['a', 'b']],
  ['a', ['a']],
])('the cell %j holds the values %j [contract §3]', (typed, values) => {
  expect(listOf(text()).parse(typed)).toEqual({ ok: true, value: values });
});

test('a list is written with ; between its values', () => {
  expect(listOf(text()).format(['a', 'b'])).toBe('a;b');
});

test.each([
  [';；', { kind: 'missing' }],
  ['a;b;a', { kind: 'repeated', value: 'a' }],
  ['a;b;c;d', { kind: 'too-many', limit: 3, count: 4 }],
  ['a;\u0000x', { kind: 'control-character', codePoint: 0 }],
])('refuses the cell %j', (typed, refusal) => {
  expect(listOf(text(), { limit: 3 }).parse(typed)).toEqual({ ok: false, refusal });
});

test.each([
  ['月;火', [1, 2]],
  ['月；火', [1, 2]],
  ['土・日', [6, 0]],
  ['日、月', [1, 0]],
  ['月火水', [1, 2, 3]],
  ['月曜日;水曜', [1, 3]],
  ['月;月', [1]],
  ['日曜日', [0]],
])('the days of the week %j are %j from Monday', (typed, value) => {
  expect(weekdays().parse(typed)).toEqual({ ok: true, value });
});

test('refuses what is no day of the week, and writes from Monday', () => {
  expect(weekdays().parse('月;祝')).toMatchObject({ ok: false, refusal: { kind: 'not-a-choice', value: '月;祝' } });
  expect(weekdays().parse(';')).toEqual({ ok: false, refusal: { kind: 'missing' } });
  expect(weekdays().format([1, 6, 0])).toBe('月;土;日');
});
