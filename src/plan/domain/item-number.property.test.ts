import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionOf } from './item-number.ts';

const kana = Array.from('アイウエオカキクケコ');
const marks = [
  (ordinal: number) => `(${ordinal})`,
  (ordinal: number) => kana[ordinal % 10] ?? '',
  (ordinal: number) => `(${kana[ordinal % 10]})`,
  (ordinal: number) => String.fromCodePoint(0x2460 + (ordinal % 10)),
];
const ordinals = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: marks.length });
const first = fc.integer({ min: 1, max: 200 });

test('items stand in the order of their marks from outside in, a section before its parts [DOC-01]', () => {
  fc.assert(
    fc.property(first, ordinals, first, ordinals, (left, leftRest, right, rightRest) => {
      const write = (section: number, rest: readonly number[]) =>
        `${section}${rest.map((ordinal, index) => marks[index]?.(ordinal) ?? '').join('')}`;
      const [a, b] = [positionOf(write(left, leftRest)), positionOf(write(right, rightRest))];
      expect(Math.sign(a < b ? -1 : a > b ? 1 : 0)).toBe(compare([left, ...leftRest], [right, ...rightRest]));
    }),
  );
});

function compare(left: readonly number[], right: readonly number[]): number {
  for (const [index, value] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (value !== other) return value < other ? -1 : 1;
  }
  return left.length < right.length ? -1 : 0;
}
