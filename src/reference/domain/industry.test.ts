import { expect, test } from 'vitest';
import { findIndustry, listIndustries } from './industry.ts';

test('lists the 20 industries A to T', () => {
  expect(
    listIndustries()
      .map(({ code }) => code)
      .join(''),
  ).toBe('ABCDEFGHIJKLMNOPQRST');
});

test.each(['E', 'e', 'Ｅ', ' E ', '製造業'])('finds 製造業 by "%s"', (key) => {
  expect(findIndustry(key)?.name).toBe('製造業');
});

test('finds a name whichever comma it is written with', () => {
  expect(findIndustry('卸売業,小売業')?.code).toBe('I');
});

test('finds nothing for a letter beyond T', () => {
  expect(findIndustry('U')).toBeUndefined();
});
