import { expect, test } from 'vitest';
import type { TableProblem } from './raw-table.ts';
import { tableProblemText, unmappableText } from './text.ts';

const PROBLEMS: readonly TableProblem[] = [
  { kind: 'too-large', bytes: 52_428_801, limitBytes: 52_428_800 },
  { kind: 'empty' },
  { kind: 'foreign-format', format: 'pdf' },
  { kind: 'foreign-format', format: 'encrypted-workbook' },
  { kind: 'renamed', extension: 'csv', actual: 'xlsx' },
  { kind: 'utf-16' },
  { kind: 'undecodable', line: 2, position: 1234, byte: 0xff },
  { kind: 'mixed-encodings', line: 3, position: 20, byte: 0x8e },
  { kind: 'wrong-delimiter', delimiter: 'tab' },
  { kind: 'unclosed-quote', line: 3 },
  { kind: 'stray-quote', line: 3 },
  { kind: 'ragged-row', line: 3, expected: 2, actual: 1 },
  { kind: 'outside-table', line: 2, column: 27 },
  { kind: 'blank-header', column: 2 },
  { kind: 'repeated-header', header: '氏名', columns: [1, 3] },
  { kind: 'forbidden-character', line: 2, column: 2, codePoint: 0 },
  { kind: 'too-many-rows', limit: 100_000 },
  { kind: 'too-many-columns', line: 1, columns: 300, limit: 200 },
  { kind: 'cell-too-long', line: 2, column: 1, length: 40_000, limit: 32_767 },
  { kind: 'expands-too-far', limitBytes: 314_572_800 },
  { kind: 'broken-workbook', part: null },
  { kind: 'several-sheets', sheets: ['表', '元'] },
  { kind: 'formula', cell: 'B5' },
  { kind: 'merged-cells', range: 'A1:B1' },
  { kind: 'error-value', cell: 'B5', value: '#REF!' },
  { kind: 'impossible-date', cell: 'B5', serial: '-1' },
];

test.each(PROBLEMS)('says what happened, why and what to do: $kind [FRM-32]', (problem) => {
  const sentences = tableProblemText(problem).match(/[^。]+。/g) ?? [];
  expect(sentences.length).toBeGreaterThanOrEqual(3);
  expect(sentences[0]).toMatch(/ません。$/);
  expect(sentences.at(-1)).toMatch(/ください。$/);
  expect(tableProblemText(problem)).not.toMatch(/不正|無効|undefined|NaN/);
});

test('names cells as a spreadsheet does', () => {
  expect(tableProblemText({ kind: 'outside-table', line: 2, column: 27 })).toMatch(/^AA2のセル/);
});

test('names the first characters that cannot be written and counts the rest [DAT-12]', () => {
  const unmappable = Array.from({ length: 12 }, (_, index) => ({ row: index + 2, column: 1, character: '𠮷' }));
  expect(unmappableText({ unmappable, count: 15 })).toContain('A11の「𠮷」、ほか5文字');
  expect(unmappableText({ unmappable: unmappable.slice(0, 1), count: 1 })).toContain('（A2の「𠮷」）');
});
