import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { TABLE_ROWS_MAX, UNMAPPABLE_LISTED_MAX } from './limits.ts';
import { readTable } from './read-table.server.ts';
import { writeCsv, writeJson, writeXlsx, type CsvTable, type SheetTable } from './write-table.server.ts';

function csvText(table: CsvTable): string {
  const written = writeCsv(table);
  if (!written.ok) throw new Error(JSON.stringify(written.refusal));
  return new TextDecoder(table.encoding === 'utf8' ? 'utf-8' : 'shift_jis', { ignoreBOM: true }).decode(written.value);
}

test('writes UTF-8 with BOM, CRLF and RFC 4180 quotes [DAT-03]', () => {
  const rows = [
    ['1', 'a,b'],
    ['2', 'a"b'],
    ['3', ' 髙 '],
    ['4', ''],
  ];
  expect(csvText({ header: ['番号', '名称'], rows, encoding: 'utf8' })).toBe(
    '\uFEFF番号,名称\r\n1,"a,b"\r\n2,"a""b"\r\n3," 髙 "\r\n4,\r\n',
  );
});

test.each([
  ['=1+1', "'=1+1", '=1+1'],
  ['+81-3', "'+81-3", '+81-3'],
  ['-5', "'-5", '-5'],
  ['@SUM', "'@SUM", '@SUM'],
  ['\t=1', '"\'\t=1"', '"\t=1"'],
  ['＝1+1', "'＝1+1", '＝1+1'],
  ["'=1", "''=1", "''=1"],
  ['－', '－', '－'],
  ["'90", "'90", "'90"],
  ['a=1', 'a=1', 'a=1'],
])('guards %j against being calculated in free text only [DAT-06]', (value, guarded, plain) => {
  const table = { header: ['備考', '符号'], rows: [[value, value]], encoding: 'utf8', freeTextColumns: [0] } as const;
  expect(csvText(table).split('\r\n')[1]).toBe(`${guarded},${plain}`);
});

test.each([
  ['一\n二', '一[改行]二'],
  ['一\r\n二\r三', '一[改行]二[改行]三'],
  ['[改行]', '[改行+]'],
  ['[改行+]', '[改行++]'],
  ['[改行', '[改行'],
])('writes the line breaks of %j in words, in CSV and in workbooks [DAT-07]', async (value, expected) => {
  expect(csvText({ header: ['備考'], rows: [[value]], encoding: 'utf8' }).split('\r\n')[1]).toBe(expected);
  const written = await writeXlsx({ sheetName: '表', columns: [{ header: '備考', kind: 'text' }], rows: [[value]] });
  const workbook = await readXlsx(written.ok ? written.value : new Uint8Array());
  expect(workbook.sheets[0]?.rows[1]).toEqual([expected]);
});

test('writes CP932 as Windows does, with the twins of 〜 and − [DAT-12]', () => {
  const written = writeCsv({ header: ['髙﨑①㈱'], rows: [['〜−‖—Ⅰ∵纊']], encoding: 'cp932' });
  expect(written.ok && Buffer.from(written.value).toString('hex')).toBe(
    'fbfcfab18740878a0d0a' + '8160817c8161815c875481e6fa5c0d0a',
  );
});

test('lists what CP932 cannot hold by row and column instead of writing a question mark [DAT-12]', () => {
  const rows = [
    ['葛\u{E0100}飾', 'ok'],
    ['𠮷', 'ゔ鷗剝é€'],
  ];
  expect(writeCsv({ header: ['氏名', '備考'], rows, encoding: 'cp932' })).toEqual({
    ok: false,
    refusal: {
      unmappable: [
        { row: 2, column: 1, character: '葛\u{E0100}' },
        { row: 3, column: 1, character: '𠮷' },
        ...['ゔ', '鷗', '剝', 'é', '€'].map((character) => ({ row: 3, column: 2, character })),
      ],
      count: 7,
    },
  });
});

test('writes 〓 for them when the person chooses so [DAT-12]', () => {
  const table = {
    header: ['氏名'],
    rows: [['葛\u{E0100}飾𠮷野']],
    encoding: 'cp932',
    replaceUnmappable: true,
  } as const;
  expect(csvText(table)).toBe('氏名\r\n〓飾〓野\r\n');
});

test('counts every unmappable character and lists the first ones', () => {
  const written = writeCsv({ header: ['a'], rows: [['𠮷'.repeat(UNMAPPABLE_LISTED_MAX + 5)]], encoding: 'cp932' });
  expect(written.ok ? 0 : [written.refusal.unmappable.length, written.refusal.count]).toEqual([
    UNMAPPABLE_LISTED_MAX,
    UNMAPPABLE_LISTED_MAX + 5,
  ]);
});

test.each(['\u0000', '\uD842', '\uFFFE'])('refuses to write %j, which no import reads', async (character) => {
  const refusal = { unmappable: [{ row: 2, column: 1, character }], count: 1 };
  expect(writeCsv({ header: ['a'], rows: [[character]], encoding: 'utf8' })).toEqual({ ok: false, refusal });
  const table: SheetTable = { sheetName: 'a', columns: [{ header: 'a', kind: 'text' }], rows: [[character]] };
  expect(await writeXlsx(table)).toEqual({ ok: false, refusal });
});

const COLUMNS: SheetTable['columns'] = [
  { header: '登録番号', kind: 'text' },
  { header: '受講者数（名）', kind: 'integer' },
  { header: '実施率（%）', kind: 'decimal' },
  { header: '実施日', kind: 'date' },
  { header: '開始', kind: 'time' },
];

test('writes numbers, dates and times as such, codes as text, and freezes row 1 [DAT-01, DAT-05]', async () => {
  const written = await writeXlsx({
    sheetName: '派遣',
    columns: COLUMNS,
    rows: [
      ['0012', 15, '98.5', '2022-11-21', '09:30'],
      [null, 0, 0.1 + 0.2, null, ''],
    ],
  });
  const workbook = await readXlsx(written.ok ? written.value : new Uint8Array(), { readStyles: true });
  const sheet = workbook.sheets[0];
  expect(workbook.sheets.map(({ name, freezePane, merges }) => ({ name, freezePane, merges: merges ?? [] }))).toEqual([
    { name: '派遣', freezePane: { rows: 1 }, merges: [] },
  ]);
  expect(sheet?.rows[1]).toEqual([
    '0012',
    15,
    98.5,
    new Date('2022-11-21T00:00:00Z'),
    new Date('1899-12-31T09:30:00Z'),
  ]);
  expect(sheet?.rows[2]?.[2]).toBe(0.3);
});

test.each([
  ['12.5', 'integer'],
  ['1e3', 'integer'],
  [Number.NaN, 'decimal'],
  [1.5, 'integer'],
  [1e15, 'integer'],
  ['19名', 'decimal'],
  ['1234567890123456', 'integer'],
  ['2022-02-30', 'date'],
  ['令和4年', 'date'],
  ['24:00', 'time'],
] as const)('throws for %s in a column of the kind %s: that is a mistake of the exporter', async (value, kind) => {
  await expect(writeXlsx({ sheetName: 'a', columns: [{ header: 'h', kind }], rows: [[value]] })).rejects.toThrow(
    'row 2, h',
  );
});

test('writes a date before March 1900 as text, where spreadsheets count wrongly', async () => {
  const written = await writeXlsx({
    sheetName: 'a',
    columns: [{ header: 'h', kind: 'date' }],
    rows: [['1900-02-28'], ['1900-03-01']],
  });
  const read = await readTable(written.ok ? written.value : new Uint8Array(), 'a.xlsx');
  expect(read.ok && read.value.rows.map(({ cells }) => cells)).toEqual([['1900-02-28'], ['1900-03-01']]);
});

test('writes JSON as one record a line, keyed by header', () => {
  const written = writeJson(
    ['番号', '値'],
    [
      ['0012', 3],
      ['0013', null],
    ],
  );
  expect(Buffer.from(written).toString()).toBe('[\n{"番号":"0012","値":3},\n{"番号":"0013","値":null}\n]\n');
  expect(Buffer.from(writeJson(['番号'], [])).toString()).toBe('[]\n');
});

test('writes and reads as many rows as an import takes, in both formats', async () => {
  const rows = Array.from({ length: TABLE_ROWS_MAX }, (_, index) => [
    String(index).padStart(6, '0'),
    String(index % 40),
    '旋盤の実技指導',
  ]);
  const csv = writeCsv({ header: ['番号', '人数', '内容'], rows, encoding: 'cp932' });
  const columns: SheetTable['columns'] = [
    { header: '番号', kind: 'text' },
    { header: '人数', kind: 'integer' },
    { header: '内容', kind: 'text' },
  ];
  const workbook = await writeXlsx({ sheetName: '表', columns, rows });
  for (const [written, name] of [
    [csv, 'a.csv'],
    [workbook, 'a.xlsx'],
  ] as const) {
    const read = await readTable(written.ok ? written.value : new Uint8Array(), name);
    expect(read.ok && read.value.rows.length).toBe(TABLE_ROWS_MAX);
    expect(read.ok && read.value.rows.at(-1)).toEqual({ line: TABLE_ROWS_MAX + 1, cells: rows.at(-1) });
  }
}, 30_000);
