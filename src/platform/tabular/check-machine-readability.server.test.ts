import { expect, test } from 'vitest';
import { checkMachineReadability } from './check-machine-readability.server.ts';
import { MACHINE_TESTABLE_RULES } from './machine-readability.ts';
import { textRow, workbookParts, zipOf, type FixtureSheet } from './workbook-fixture.server.ts';
import { writeCsv, writeXlsx, type SheetTable } from './write-table.server.ts';

const COLUMNS: SheetTable['columns'] = [
  { header: '派遣番号', kind: 'text' },
  { header: '受講者数（名）', kind: 'integer' },
  { header: '実施日', kind: 'date' },
  { header: '内容', kind: 'text' },
];
const ROWS = [
  ['0001', '12', '2022-11-21', '旋盤の基礎\n安全の話'],
  ['0002', '0', '2022-11-22', '=①から③まで,"実演"'],
];

async function findingsOf(bytes: Uint8Array) {
  const checked = await checkMachineReadability(bytes);
  if (!checked.ok) throw new Error(checked.refusal.kind);
  return checked.value;
}

test('our own CSV and workbooks break no machine-testable rule [DAT-01]', async () => {
  const csv = writeCsv({
    header: COLUMNS.map(({ header }) => header),
    rows: ROWS,
    encoding: 'utf8',
    freeTextColumns: [3],
  });
  const workbook = await writeXlsx({ sheetName: '派遣', columns: COLUMNS, rows: ROWS });
  for (const written of [csv, workbook]) {
    expect(written.ok && (await findingsOf(written.value))).toEqual([]);
  }
});

const CSV_CASES = [
  ['a,b\n1,2\n\n3,4\n', 'blank-row', 3, null],
  ['a,\n1,2\n', 'blank-header', 1, 2],
  ['氏　名,b\n1,2\n', 'layout-space', 1, 1],
  ['a,b\n1, 二\n', 'layout-space', 2, 2],
  ['No①,b\n1,2\n', 'special-character', 1, 1],
  ['a,b\n1,\uE000\n', 'special-character', 2, 2],
  ['a,b\n1,"x\ny"\n', 'line-break-in-field', 2, 2],
  ['a,b\n1,2,3\n', 'ragged-row', 2, null],
  ['a,b\n"1,200",x\n', 'decorated-number', 2, 1],
  ['a,b\n3,x\n5名,y\n', 'decorated-number', 3, 1],
  ['a,b\n1,x\n2,〃\n', 'ditto', 3, 2],
  ['a,a\n1,2\n', 'repeated-header', 1, 2],
  ['\na,b\n1,2\n', 'header-not-first', 2, null],
  ['a,b\n1,令和4年11月21日\n', 'era-only-date', 2, 2],
] as const;

test.each(CSV_CASES)('finds in CSV what breaks a rule: %j is %s [DAT-01]', async (text, kind, line, column) => {
  const found = { rule: MACHINE_TESTABLE_RULES[kind], kind, line, column };
  expect(await findingsOf(Buffer.from(`\uFEFF${text}`))).toEqual([found]);
});

test('asks for the byte order mark that tells the encoding [DAT-01]', async () => {
  expect(await findingsOf(Buffer.from('番号\n1\n'))).toMatchObject([{ rule: 'L3-08' }]);
  expect(await findingsOf(Buffer.from('no\n1\n'))).toEqual([]);
});

const TABLE = textRow(1, ['a', 'b']) + textRow(2, ['x', 'y']);
const SHEET_CASES: readonly (readonly [kind: keyof typeof MACHINE_TESTABLE_RULES, sheet: Partial<FixtureSheet>])[] = [
  ['outside-table', { rows: TABLE + textRow(3, ['x', 'y', 'z']) }],
  ['blank-row', { rows: TABLE + textRow(4, ['x', 'y']) }],
  ['line-break-in-sheet', { rows: TABLE + textRow(3, ['x\ny', 'z']) }],
  ['drawing', { after: '<drawing r:id="rId1"/>' }],
  ['merged-cells', { after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>' }],
  ['hidden', { before: '<cols><col min="2" max="2" hidden="1"/></cols>' }],
  ['hidden', { rows: TABLE.replace('<row r="2"', '<row r="2" hidden="1"') }],
  ['formula', { rows: `${TABLE}<row r="3"><c><f>A1</f><v>1</v></c></row>` }],
];

test.each(SHEET_CASES)('finds in a workbook what breaks a rule: %s %# [DAT-01]', async (kind, sheet) => {
  const bytes = zipOf(workbookParts([{ name: '表', rows: TABLE, ...sheet }]));
  expect(await findingsOf(bytes)).toMatchObject([{ rule: MACHINE_TESTABLE_RULES[kind], kind }]);
});

test('finds a second table, a hidden sheet and coloured cells [DAT-01]', async () => {
  const sheets = [
    { name: '表', rows: TABLE },
    { name: '別', rows: TABLE, state: 'hidden' },
  ];
  const bytes = zipOf(workbookParts(sheets, { styles: '<cellXfs><xf numFmtId="0" fillId="2"/></cellXfs>' }));
  expect((await findingsOf(bytes)).map(({ kind }) => kind)).toEqual(['several-sheets', 'fill', 'hidden']);
});

test('every rule that is checked has been seen to fail', () => {
  const seen = [
    ...CSV_CASES.map(([, kind]) => kind),
    ...SHEET_CASES.map(([kind]) => kind),
    'several-sheets',
    'fill',
    'no-byte-order-mark',
  ];
  expect([...new Set(seen)].sort()).toEqual(Object.keys(MACHINE_TESTABLE_RULES).sort());
});
