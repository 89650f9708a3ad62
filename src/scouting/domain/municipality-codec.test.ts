import { expect, test } from 'vitest';
import { municipality } from './municipality-codec.ts';

test.each([
  ['352152', '352152'],
  ['３５２１５２', '352152'],
  ['352152 周南市', '352152'],
  [' 周南市 ', '352152'],
])('reads 「%s」 as %s [DAT-30]', (typed, code) => {
  expect(municipality().parse(typed)).toEqual({ ok: true, value: code });
});

test.each([
  ['府中市', 'not-a-code'],
  ['周南', 'not-a-code'],
  ['352153', 'wrong-check-digit'],
])('「%s」 is no single municipality', (typed, kind) => {
  expect(municipality().parse(typed)).toMatchObject({ ok: false, refusal: { kind } });
});
