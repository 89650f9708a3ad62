import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable } from './read-table.server.ts';
import { textRow, workbookParts, zipOf, type FixtureSheet } from './workbook-fixture.server.ts';
import { writeXlsx } from './write-table.server.ts';

const NAMES = textRow(1, ['値', '備考']);

async function readSheets(sheets: readonly FixtureSheet[], more: Parameters<typeof workbookParts>[1] = {}) {
  return readTable(zipOf(workbookParts(sheets, more)), '表.xlsx');
}

/** The text of the cell A2 of a sheet with one cell format. */
async function readCell(cell: string, { format = 'General', properties = '', sharedStrings = '' } = {}) {
  const styles =
    `<numFmts><numFmt numFmtId="164" formatCode="${format}"/></numFmts>` +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="57"/></cellXfs>';
  const rows = `${NAMES}<row r="2">${cell}<c r="B2" t="str"><v>末</v></c></row>`;
  const read = await readSheets([{ name: '表', rows }], { styles, properties, sharedStrings });
  return read.ok ? read.value.rows[0]?.cells[0] : read.refusal;
}

test.each([
  ['<c r="A2" t="inlineStr"><is><t>令和4年11月21日</t></is></c>', '令和4年11月21日'],
  ['<c r="A2" t="inlineStr"><is><t>0012</t></is></c>', '0012'],
  ['<c t="inlineStr"><is><r><t>髙</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 﨑 </t></r></is></c>', '髙 﨑 '],
  ['<c r="A2" t="inlineStr"><is><t>山田</t><rPh sb="0" eb="2"><t>ヤマダ</t></rPh></is></c>', '山田'],
  ['<c r="A2" t="b"><v>1</v></c>', 'TRUE'],
  ['<c r="A2"><v>1.1000000000000001</v></c>', '1.1'],
  ['<c r="A2"><v>0.30000000000000004</v></c>', '0.3'],
  ['<c r="A2"><v>1.2345E+20</v></c>', '123450000000000000000'],
  ['<c r="A2"><v>1.5E-9</v></c>', '0.0000000015'],
  ['<c r="A2"><v>-0</v></c>', '0'],
  ['<c r="A2" t="str"><v><![CDATA[A&B]]></v></c>', 'A&B'],
  ["<x:c r='A2' t = 'str'><x:v>&lt;&#x9AD9;&#39640;&gt;</x:v></x:c>", '<髙高>'],
  ['<c r="A2" t="d"><v>2022-11-21T00:00:00</v></c>', '2022-11-21'],
  ['<c r="A2" s="2"><v>44886</v></c>', '2022-11-21'],
])('writes the value of a cell as text: %s [DAT-05, DAT-10]', async (cell, expected) => {
  expect(await readCell(cell)).toBe(expected);
});

test.each([
  ['yyyy/mm/dd', '44886', '2022-11-21'],
  ['[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@', '44886', '2022-11-21'],
  ['m&quot;月&quot;d&quot;日&quot;', '44886.5', '2022-11-21'],
  ['h:mm', '0.39583333333333331', '09:30'],
  ['h:mm', '0', '00:00'],
  ['[h]:mm', '1.0625', '25:30'],
  ['h:mm:ss', '0.39584490740740744', '09:30:01'],
  ['yyyy/m/d h:mm', '44886.395833333336', '2022-11-21 09:30'],
  ['yyyy/m/d h:mm', '44886.999999999', '2022-11-22 00:00'],
  ['yyyy/mm/dd', '59', '1900-02-28'],
  ['yyyy/mm/dd', '61', '1900-03-01'],
  ['0.00E+00', '44886', '44886'],
  ['G/標準', '44886', '44886'],
  ['#,##0&quot;円(年・月・日)&quot;', '44886', '44886'],
  ['[Red]0', '44886', '44886'],
])('reads a number shown as %s by its format: %s [DAT-10]', async (format, stored, expected) => {
  expect(await readCell(`<c r="A2" s="1"><v>${stored}</v></c>`, { format })).toBe(expected);
});

test('counts days from 1904 where the workbook does', async () => {
  expect(await readCell('<c r="A2" s="2"><v>43424</v></c>', { properties: 'date1904="1"' })).toBe('2022-11-21');
});

test('reads shared strings without their readings', async () => {
  const sharedStrings =
    '<si><t>別</t></si><si><r><t>山田_x000D_</t></r><r><t>太郎</t></r><rPh><t>ヤマダ</t></rPh></si>';
  expect(await readCell('<c r="A2" t="s"><v>1</v></c>', { sharedStrings })).toBe('山田\r太郎');
});

test.each([
  ['<c r="A2"><f>SUM(B1:B9)</f><v>3</v></c>', { kind: 'formula', cell: 'A2' }],
  ['<c r="A2"><f t="shared" si="0"/><v>3</v></c>', { kind: 'formula', cell: 'A2' }],
  ['<c r="A2" t="e"><v>#REF!</v></c>', { kind: 'error-value', cell: 'A2', value: '#REF!' }],
  ['<c r="A2" s="2"><v>-1</v></c>', { kind: 'impossible-date', cell: 'A2', serial: '-1' }],
  ['<c r="A2" s="2"><v>60</v></c>', { kind: 'impossible-date', cell: 'A2', serial: '60' }],
  ['<c r="A2" t="s"><v>9</v></c>', { kind: 'broken-workbook', part: 'xl/worksheets/sheet1.xml' }],
  ['<c r="A2" t="str"><v>_x0000_</v></c>', { kind: 'forbidden-character', line: 2, column: 1, codePoint: 0 }],
  ['<c r="A2" t="str"><v>_xD842_</v></c>', { kind: 'forbidden-character', line: 2, column: 1, codePoint: 0xd842 }],
  ['<c r="XFD2"><v>1</v></c>', { kind: 'too-many-columns', line: 2, columns: 16384, limit: 200 }],
  ['<c r="C2"><v>1</v></c>', { kind: 'outside-table', line: 2, column: 3 }],
])('refuses a cell it would have to guess at: %s [DAT-04]', async (cell, refusal) => {
  expect(await readCell(cell)).toEqual(refusal);
});

const DATA = textRow(5, ['1', '二']);

test('keeps the rows of the sheet as line numbers and fills short rows up', async () => {
  const rows = `${NAMES}<row r="2"/><row r="3"><c r="A3" s="1"/></row>${DATA}<row r="9"><c r="A9"><v>7</v></c></row>`;
  const read = await readSheets([{ name: '表', rows }]);
  expect(read.ok && read.value.rows).toEqual([
    { line: 5, cells: ['1', '二'] },
    { line: 9, cells: ['7', ''] },
  ]);
});

test.each([
  [
    [
      { name: '表', rows: NAMES + DATA },
      { name: '空', rows: '<row r="3"><c r="A3" s="1"/></row>' },
    ],
    undefined,
  ],
  [
    [
      { name: '空', rows: '' },
      { name: '表', rows: NAMES + DATA },
    ],
    undefined,
  ],
  [
    [
      { name: '表', rows: NAMES + DATA },
      { name: '元', rows: DATA },
    ],
    { kind: 'several-sheets', sheets: ['表', '元'] },
  ],
  [
    [
      { name: '表', rows: NAMES },
      { name: '隠', rows: DATA, state: 'hidden' },
    ],
    { kind: 'several-sheets', sheets: ['表', '隠'] },
  ],
  [[{ name: '表', rows: '' }], { kind: 'empty' }],
  [
    [{ name: '表', rows: NAMES + DATA, after: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>' }],
    { kind: 'merged-cells', range: 'A1:B1' },
  ],
  [[{ name: '表', rows: DATA + NAMES }], { kind: 'broken-workbook', part: 'xl/worksheets/sheet1.xml' }],
  [[{ name: '表', rows: '<row><c>' }], { kind: 'broken-workbook', part: 'xl/worksheets/sheet1.xml' }],
] as const)('reads the one filled sheet of a workbook and no other %# [DAT-01, DAT-04]', async (sheets, refusal) => {
  const read = await readSheets(sheets);
  expect(read.ok ? undefined : read.refusal).toEqual(refusal);
});

test('a document type declaration is refused: entities could multiply without end', async () => {
  const parts = workbookParts([{ name: '表', rows: NAMES }]).map((part) =>
    part.name === 'xl/sharedStrings.xml' ? { ...part, data: '<!DOCTYPE sst [<!ENTITY a "aa">]><sst/>' } : part,
  );
  expect(await readTable(zipOf(parts), '表.xlsx')).toMatchObject({
    refusal: { kind: 'broken-workbook', part: 'xl/sharedStrings.xml' },
  });
});

test('a sheet that ends before its last row is refused: the rest would be lost without a word', async () => {
  const parts = workbookParts([{ name: '表', rows: '' }]).map((part) =>
    part.name.endsWith('sheet1.xml') ? { ...part, data: `<worksheet><sheetData>${NAMES}${DATA}<row r="9">` } : part,
  );
  expect(await readTable(zipOf(parts), '表.xlsx')).toMatchObject({ refusal: { kind: 'broken-workbook' } });
});

test('a damaged workbook is refused, never thrown at the caller', async () => {
  const written = await writeXlsx({
    sheetName: '表',
    columns: [{ header: '値', kind: 'text' }],
    rows: [['一'], ['二']],
  });
  const original = written.ok ? written.value : new Uint8Array();
  const damage = fc.array(fc.tuple(fc.nat({ max: original.length - 1 }), fc.nat({ max: 255 })), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(damage, fc.nat({ max: 40 }), async (changes, cut) => {
      const bytes = Uint8Array.from(original.subarray(0, original.length - cut));
      for (const [at, byte] of changes) bytes[at] = byte;
      expect(await readTable(bytes, '')).toHaveProperty('ok');
    }),
    { numRuns: 400 },
  );
});
