import { expect, test } from 'vitest';
import { decideNumbering, documentNumberText, standardPrefix } from './document-number.ts';

test('a number is the prefix, 第, the place in the row of the year and 号', () => {
  expect(documentNumberText('山技振', 123)).toBe('山技振第123号');
  expect([standardPrefix('山口県'), standardPrefix('北海道'), standardPrefix('東京都')]).toEqual([
    '山技振',
    '北技振',
    '東技振',
  ]);
});

test.each([
  [
    { prefix: ' 山能開 ', next: 5 },
    { given: 0, last: 0 },
    { prefix: '山能開', next: 5 },
  ],
  [
    { prefix: '山能開', next: 8 },
    { given: 3, last: 7 },
    { prefix: '山能開', next: 8 },
  ],
])('takes %j after %j', (wish, before, taken) => {
  expect(decideNumbering(wish, before)).toEqual({ ok: true, value: taken });
});

test.each([
  [{ prefix: ' ', next: 1 }, { given: 0, last: 0 }, 'prefix-missing'],
  [{ prefix: 'あ'.repeat(21), next: 1 }, { given: 0, last: 0 }, 'prefix-too-long'],
  [{ prefix: '山 技', next: 1 }, { given: 0, last: 0 }, 'prefix-character'],
  [{ prefix: '山技振第', next: 1 }, { given: 0, last: 0 }, 'prefix-character'],
  [{ prefix: '山技\u202e振', next: 1 }, { given: 0, last: 0 }, 'prefix-character'],
  [{ prefix: '山技振', next: 0 }, { given: 0, last: 0 }, 'next-not-a-number'],
  [{ prefix: '山技振', next: Number.NaN }, { given: 0, last: 0 }, 'next-not-a-number'],
  [{ prefix: '山技振', next: 100_000 }, { given: 0, last: 0 }, 'next-not-a-number'],
  [{ prefix: '山技振', next: 9 }, { given: 3, last: 7 }, 'numbers-given'],
  [{ prefix: '山技振', next: 7 }, { given: 3, last: 7 }, 'numbers-given'],
] as const)('refuses %j after %j: %s, so that the row has no gap', (wish, before, kind) => {
  expect(decideNumbering(wish, before)).toMatchObject({ ok: false, refusal: { kind } });
});
