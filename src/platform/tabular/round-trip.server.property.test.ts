import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable } from './read-table.server.ts';
import { writeCsv, writeXlsx } from './write-table.server.ts';

const PIECES = ['髙', '﨑', '①', '㈱', '𠮷', '葛\u{E0100}', '"', ',', '\n', "'", '=', '＝', '+', '-', '@', '\t', ';'];
const MARKS = [
  '[改行]',
  '[改行+]',
  '[',
  ']',
  '_x000D_',
  '_',
  ' ',
  '　',
  'あ',
  '0',
  '令和4年',
  '&lt;',
  '<',
  ']]>',
  '\uFEFF',
  'é',
];
const cellText = fc.array(fc.constantFrom(...PIECES, ...MARKS), { maxLength: 8 }).map((pieces) => pieces.join(''));
const cell = fc.oneof(cellText, fc.string({ unit: 'grapheme', maxLength: 12 }).map(withoutReturns));

/** Line breaks come back as LF; other control characters are refused, which the table tests show. */
function withoutReturns(text: string): string {
  return text.replace(/\p{Cc}|[\uFFFE\uFFFF]/gu, '');
}

const grid = fc.integer({ min: 1, max: 6 }).chain((columns) =>
  fc.record({
    header: fc.uniqueArray(cell.filter(isFilled), { minLength: columns, maxLength: columns }),
    rows: fc.array(
      fc.array(cell, { minLength: columns, maxLength: columns }).filter((cells) => cells.some(isFilled)),
      {
        maxLength: 12,
      },
    ),
    freeTextColumns: fc.array(fc.nat({ max: columns - 1 })),
  }),
);

function isFilled(text: string): boolean {
  return text.trim() !== '';
}

test('what is exported as CSV is imported as it was, formulas, line breaks and marks included [DAT-06, DAT-07, DAT-10]', async () => {
  await fc.assert(
    fc.asyncProperty(grid, async (table) => {
      const written = writeCsv({ ...table, encoding: 'utf8' });
      const read = await readTable(written.ok ? written.value : new Uint8Array(), '派遣.csv');
      expect(read.ok && read.value.header).toEqual(table.header);
      expect(read.ok && read.value.rows.map(({ cells }) => cells)).toEqual(table.rows);
      expect(read.ok && read.value.rows.map(({ line }) => line)).toEqual(table.rows.map((_, index) => index + 2));
    }),
    { numRuns: 300 },
  );
});

const cp932Pieces = [
  '髙',
  '﨑',
  '①',
  '㈱',
  'ｱ',
  'ﾂ',
  'ﾃ',
  '縺',
  '繧',
  '～',
  '－',
  '∥',
  '纊',
  'あ',
  'ア',
  '漢',
  '！',
  'a',
  '1',
  ' ',
  '"',
  ',',
  '\n',
];
const cp932Cell = fc.array(fc.constantFrom(...cp932Pieces), { maxLength: 10 }).map((pieces) => pieces.join(''));

/** Whether some line of CP932 says something in Japanese as UTF-8 too: nobody can tell which was meant. */
function readsAsUtf8(bytes: Uint8Array): boolean {
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  const texts = lines.map((line) => new TextDecoder().decode(Buffer.from(line, 'latin1')));
  return texts.some((text) => !text.includes('\uFFFD') && /[ぁ-ヿ一-鿿].*[ぁ-ヿ一-鿿]/su.test(text));
}

test('what is exported in CP932 is imported as it was and never taken for another encoding; what reads as both is refused [DAT-04, DAT-12]', async () => {
  const row = fc.tuple(cp932Cell.filter(isFilled), cp932Cell);
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
      const written = writeCsv({ header: ['登録番号', '氏名'], rows, encoding: 'cp932' });
      const bytes = written.ok ? written.value : new Uint8Array();
      const read = await readTable(bytes, '名簿.csv');
      if (readsAsUtf8(bytes)) {
        expect(read.ok).toBe(false);
        return;
      }
      expect(read.ok && read.value.encoding).toBe('cp932');
      expect(read.ok && read.value.rows.map(({ cells }) => cells)).toEqual(rows);
    }),
    { numRuns: 300, examples: [[[[',', '縺①縺ｱ']]]] },
  );
});

test('what is exported as a workbook of text is imported as it was [DAT-05, DAT-10]', async () => {
  await fc.assert(
    fc.asyncProperty(grid, async ({ header, rows }) => {
      const columns = header.map((name) => ({ header: name, kind: 'text' as const }));
      const written = await writeXlsx({ sheetName: '派遣', columns, rows });
      const read = await readTable(written.ok ? written.value : new Uint8Array(), '派遣.xlsx');
      expect(read.ok && read.value.header).toEqual(header);
      expect(read.ok && read.value.rows.map(({ cells }) => cells)).toEqual(rows);
    }),
    { numRuns: 150 },
  );
});

const calendarDay = fc
  .date({ min: new Date('1900-03-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const two = (value: number) => String(value).padStart(2, '0');
const clock = fc.tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 })).map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
const decimal = fc
  .tuple(fc.integer({ min: -99999, max: 99999 }), fc.nat({ max: 999 }))
  .map(([whole, part]) => String(Number(`${whole}.${part}`)));

test('numbers, dates and times of a workbook come back as they were written [DAT-10]', async () => {
  const record = fc.tuple(fc.integer().map(String), decimal, calendarDay, clock);
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 10 }), async (rows) => {
      const kinds = ['integer', 'decimal', 'date', 'time'] as const;
      const written = await writeXlsx({
        sheetName: '数',
        columns: kinds.map((kind) => ({ header: kind, kind })),
        rows,
      });
      const read = await readTable(written.ok ? written.value : new Uint8Array(), '数.xlsx');
      expect(read.ok && read.value.rows.map(({ cells }) => cells)).toEqual(rows);
    }),
    { numRuns: 100 },
  );
});
