import { expect, test } from 'vitest';
import { countEdits, findContaining, findNearest } from './edit-distance.ts';

test.each([
  ['', '', 0],
  ['左官', '左官', 0],
  ['', '左官', 2],
  ['左官', '', 2],
  ['機械加工', '機会加工', 1],
  ['電気溶接', '電気溶接工', 1],
  ['配管', '左官', 2],
  ['𠮷野', '吉野', 1],
])('%s becomes %s in %i edits', (from, to, edits) => {
  expect(countEdits(from, to)).toBe(edits);
});

const ENTRIES = [
  ['電工', 1],
  ['大工', 2],
  ['左官', 3],
] as const;

test.each([
  ['電工', 0, 1],
  ['木工', 1, 1],
  ['木工', 0, undefined],
  ['造園', 2, undefined],
  ['', 1, undefined],
])(
  'the nearest to %s within %i edits is %s: the first of equals, and never a text of which nothing stays',
  (typed, limit, entry) => {
    expect(findNearest(typed, ENTRIES, limit)).toBe(entry);
  },
);

test.each([
  ['建築大工', 2],
  ['大', undefined],
  ['造園', undefined],
])('%s has a part in common with %s', (typed, entry) => {
  expect(findContaining(typed, ENTRIES)).toBe(entry);
});
