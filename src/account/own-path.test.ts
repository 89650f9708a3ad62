import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each([
  ['/35/2022/visits?q=%E5%B1%B1&sort=number', '/35/2022/visits?q=%E5%B1%B1&sort=number'],
  ['/account', '/account'],
  ['', '/'],
  [null, '/'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['///evil.example/', '/'],
  ['/\\evil.example/', '/'],
  ['/35\\..\\\\evil.example', '/'],
  ['/\t/evil.example/', '/'],
  ['/\n/evil.example/', '/'],
  ['/.//evil.example/', '/'],
  ['/a/..//evil.example/', '/'],
  ['\u0000/35', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-out', '/'],
  ['/sign-in?next=/sign-in', '/'],
  ['/sign-inquiry', '/sign-inquiry'],
])('after sign-in %j leads to %s', (text, expected) => {
  expect(ownPath(text)).toBe(expected);
});

const piece = fc.constantFrom(
  '/',
  '\\',
  '.',
  '..',
  ':',
  '@',
  '\t',
  '\n',
  '%2f',
  '%5c',
  '#',
  '?',
  'evil.example',
  'http',
  'a',
  ' ',
);

test('whatever is asked for, the browser stays on this site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      ),
      (text) => {
        const answer = ownPath(text);
        expect(new URL(answer, 'https://desk.example.jp/sign-in').origin).toBe('https://desk.example.jp');
        expect(ownPath(answer)).toBe(answer);
      },
    ),
    { numRuns: 2000 },
  );
});
