import { textRow, workbookParts, zipOf } from '../src/platform/tabular/workbook-fixture.server.ts';

const header = ['派遣先番号', '区分', '名称', '市区町村コード'];
const row = (number: string, name = '架空精機') => [number, '中小企業', name, '352039'];
const megabyte = 1024 * 1024;

function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.join(',')).join('\r\n');
}

function workbook(rows: string): Uint8Array {
  return zipOf(workbookParts([{ name: '派遣先', rows }]));
}

/** Rows that differ in their number, built in one go. */
function manyRows(count: number): string {
  const first = row('H-').join(',');
  return Array.from({ length: count }, (_, index) => first.replace('-', `-${index}`)).join('\r\n');
}

const good = csv([header, row('H-1')]);

export type SpoiledFile = {
  readonly rule: string;
  readonly name: string;
  readonly make: () => string | Uint8Array;
  /** Statuses that refuse it. */
  readonly statuses?: readonly number[];
};

const csvFiles: readonly SpoiledFile[] = [
  {
    rule: 'a header with an unknown column',
    name: 'a.csv',
    make: () =>
      csv([
        [...header, '派遣先名'],
        [...row('H-1'), 'x'],
      ]),
  },
  {
    rule: 'a header without a required column',
    name: 'a.csv',
    make: () => csv([header.slice(1), row('H-1').slice(1)]),
  },
  {
    rule: 'a header in another language',
    name: 'a.csv',
    make: () => csv([['id', 'kind', 'name', 'code'], row('H-1')]),
  },
  {
    rule: 'a header that names a column twice',
    name: 'a.csv',
    make: () =>
      csv([
        [...header, '名称'],
        [...row('H-1'), 'x'],
      ]),
  },
  { rule: 'no row below the header of another kind', name: 'a.csv', make: () => '登録番号,種別\r\n' },
  { rule: 'nothing', name: 'a.csv', make: () => '' },
  {
    rule: 'bytes of no encoding',
    name: 'a.csv',
    make: () => Buffer.concat([Buffer.from(good), Buffer.from([0x0d, 0x0a, 0xff, 0xff, 0xfe, 0x80])]),
  },
  { rule: 'UTF-16', name: 'a.csv', make: () => Buffer.from(`\uFEFF${good}`, 'utf16le') },
  {
    rule: 'EUC-JP',
    name: 'a.csv',
    make: () => Buffer.from('c7c9b8afc0e8c8d6b9e62cb6e8caac0d0a482d312cc3e6bea0b4cbb6c8', 'hex'),
  },
  { rule: 'a NUL byte', name: 'a.csv', make: () => csv([header, row('H-1', '架空\0精機')]) },
  {
    rule: 'a surrogate cut in half, as UTF-8 cannot have it',
    name: 'a.csv',
    make: () =>
      Buffer.concat([
        Buffer.from(`${csv([header])}\r\nH-1,中小企業,`),
        Buffer.from([0xed, 0xa1, 0x82]),
        Buffer.from(',352039'),
      ]),
  },
  {
    rule: 'a quotation that never ends',
    name: 'a.csv',
    make: () => `${csv([header])}\r\nH-1,中小企業,"架空精機,352039`,
  },
  { rule: 'rows of unequal length', name: 'a.csv', make: () => `${good}\r\nH-2,中小企業` },
  {
    rule: 'one bad row among good ones',
    name: 'a.csv',
    make: () => csv([header, row('H-1'), ['H-2', '大学', 'x', '352039']]),
  },
  {
    rule: '100,001 rows',
    name: 'a.csv',
    make: () => `${csv([header])}\r\n${`${row('H-1').join(',')}\r\n`.repeat(100_001)}`,
  },
  {
    rule: '100,000 rows of which the last is wrong',
    name: 'a.csv',
    make: () => `${csv([header])}\r\n${manyRows(99_999)}\r\nH-x,大学,x,0`,
  },
  { rule: '50 MB and one byte', name: 'a.csv', make: () => `${good}\r\n`.padEnd(50 * megabyte + 1, 'x') },
  {
    rule: 'more than any request may carry',
    name: 'a.csv',
    make: () => Buffer.alloc(53 * megabyte, 'x'),
    statuses: [413],
  },
  {
    rule: 'one line of 5 MB',
    name: 'a.csv',
    make: () => `${csv([header])}\r\nH-1,中小企業,${'あ'.repeat(1_700_000)},352039`,
  },
];

const otherFiles: readonly SpoiledFile[] = [
  { rule: 'a PDF that was renamed to .csv', name: 'a.csv', make: () => `%PDF-1.7\n${'x'.repeat(500)}` },
  { rule: 'a PDF that was renamed to .xlsx', name: 'a.xlsx', make: () => `%PDF-1.7\n${'x'.repeat(500)}` },
  {
    rule: 'an old Excel workbook',
    name: 'a.xls',
    make: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]),
  },
  { rule: 'an archive that is no workbook', name: 'a.xlsx', make: () => zipOf([{ name: 'a.txt', data: 'x' }]) },
  { rule: 'half a workbook', name: 'a.xlsx', make: () => workbook(textRow(1, header)).subarray(0, 600) },
  {
    rule: 'a workbook that expands to 80 MB of nothing',
    name: 'a.xlsx',
    make: () => zipOf(workbookParts([{ name: 'A', rows: ' '.repeat(80 * megabyte) }])),
  },
  {
    rule: 'a workbook whose directory lies about its size',
    name: 'a.xlsx',
    make: () =>
      zipOf(
        workbookParts([{ name: 'A', rows: ' '.repeat(20 * megabyte) }]).map((part) => ({
          ...part,
          declaredBytes: 100,
        })),
      ),
  },
  {
    rule: 'a workbook with a formula',
    name: 'a.xlsx',
    make: () =>
      workbook(
        `${textRow(1, header)}<row r="2"><c t="inlineStr"><is><t>H-1</t></is></c><c><f>A1</f><v>1</v></c></row>`,
      ),
  },
  {
    rule: 'a workbook with an outside entity',
    name: 'a.xlsx',
    make: () =>
      zipOf([
        {
          name: '[Content_Types].xml',
          data: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><Types>&e;</Types>',
        },
      ]),
  },
  {
    rule: 'a workbook behind a password',
    name: 'a.xlsx',
    make: () =>
      zipOf(workbookParts([{ name: 'A', rows: textRow(1, header) }]).map((part) => ({ ...part, encrypted: true }))),
  },
];

/** Files that must be told in Japanese and leave nothing behind. */
export const spoiledFiles: readonly SpoiledFile[] = [...csvFiles, ...otherFiles];
