import { expect, test } from 'vitest';
import { createFieldSeal, SealBroken } from './field-seal.server.ts';

const secret = 'a secret of the desk that is long enough';
const seal = createFieldSeal(secret);
const place = ['bank-account', '35', 'somebody'];

test('a sealed value opens in its place with the same secret, and is another text every time [SEC-05]', () => {
  const sealed = seal.seal('0012345 ﾔﾏｸﾞﾁ', place);
  expect(sealed).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]+$/u);
  expect(sealed).not.toContain('0012345');
  expect(seal.seal('0012345 ﾔﾏｸﾞﾁ', place)).not.toBe(sealed);
  expect(createFieldSeal(secret).open(sealed, place)).toBe('0012345 ﾔﾏｸﾞﾁ');
});

test.each<[string, (sealed: string) => string]>([
  ['with another secret', () => createFieldSeal('another secret, also long enough').seal('1', place)],
  ['that was moved to another row', () => seal.seal('1', ['bank-account', '35', 'somebody else'])],
  ['with a changed letter', (sealed) => sealed.slice(0, -3) + (sealed.at(-3) === 'A' ? 'B' : 'A') + sealed.slice(-2)],
  ['of a later way', (sealed) => sealed.replace('v1.', 'v2.')],
  ['that is no sealed value', () => 'v1'],
  ['that was cut', (sealed) => sealed.slice(0, 20)],
])('a value %s is not opened', (_, change) => {
  const changed = change(seal.seal('0012345', place));
  expect(() => seal.open(changed, place)).toThrow(SealBroken);
});
