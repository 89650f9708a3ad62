import { expect, test } from 'vitest';
import { readSheet } from './hand-kept-sheet.ts';

test('cells are read by the names of the first row', () => {
  const rows = readSheet('\n番号|名称\nS-1 | 甲\nS-2|乙\n');
  expect(rows.map((cell) => [cell('番号'), cell('名称')])).toEqual([
    ['S-1', '甲'],
    ['S-2', '乙'],
  ]);
});

test('a row of another width and an unknown column are slips of the keeper', () => {
  expect(() => readSheet('番号|名称\nS-1\n')).toThrow('expected 2 cells: S-1');
  expect(() => readSheet('番号\nS-1')[0]?.('名称')).toThrow('no column 名称');
});
