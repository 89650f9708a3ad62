import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readTable } from './read-table.server.ts';
import { textRow, workbookParts, zipOf } from './workbook-fixture.server.ts';
import { openZip } from './zip-archive.server.ts';

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const WORKBOOK = workbookParts([{ name: '表', rows: textRow(1, ['値']) }]);
const part = (name: string) => ({ name, data: 'x' });

test.each([
  ['名簿.csv', Buffer.from('%PDF-1.7\n%\xe2\xe3'), 'pdf'],
  ['名簿.xlsx', Buffer.concat([OLE, Buffer.alloc(600), Buffer.from('Workbook', 'utf16le')]), 'old-excel'],
  [
    '名簿.xlsx',
    Buffer.concat([OLE, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
    'encrypted-workbook',
  ],
  ['名簿.xlsx', zipOf([part('mimetype'), part('content.xml')]), 'open-document'],
  ['名簿.xlsx', zipOf([...WORKBOOK, part('xl/vbaProject.bin')]), 'macro-excel'],
  ['名簿.xlsx', zipOf([part('[Content_Types].xml'), part('xl/workbook.bin')]), 'binary-excel'],
  ['名簿.xlsx', zipOf([part('[Content_Types].xml'), part('word/document.xml')]), 'word'],
  ['名簿.zip', zipOf([part('名簿.csv')]), 'archive'],
  ['名簿.xlsx', zipOf([{ ...part('xl/workbook.xml'), encrypted: true }]), 'encrypted-workbook'],
  ['名簿.csv', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'image'],
  ['名簿.xls', Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'web-page'],
])('recognises %s by its content as %s [DAT-04] %#', async (name, bytes, format) => {
  expect(await readTable(bytes, name)).toEqual({ ok: false, refusal: { kind: 'foreign-format', format } });
});

test.each([
  ['名簿.xlsx', Buffer.from('値\n1\n'), { extension: 'xlsx', actual: 'csv' }],
  ['名簿.csv', zipOf(WORKBOOK), { extension: 'csv', actual: 'xlsx' }],
])('says when the name of %s does not fit its content [DAT-04]', async (name, bytes, refusal) => {
  expect(await readTable(bytes, name)).toEqual({ ok: false, refusal: { kind: 'renamed', ...refusal } });
});

test.each(['名簿.XLSX', '名簿'])('reads a workbook named %s', async (name) => {
  expect((await readTable(zipOf(WORKBOOK), name)).ok).toBe(true);
});

const MEBIBYTE = 1024 * 1024;
const withSheet = (sheet: { data: Buffer; declaredBytes?: number }) =>
  zipOf(WORKBOOK.map((one) => (one.name.endsWith('sheet1.xml') ? { name: one.name, ...sheet } : one)));

test.each([
  ['too well compressed', withSheet({ data: Buffer.alloc(60 * MEBIBYTE, ' ') })],
  ['too large in its own words', withSheet({ data: Buffer.from('<worksheet/>'), declaredBytes: 301 * MEBIBYTE })],
  ['larger than its directory says', withSheet({ data: Buffer.alloc(60 * MEBIBYTE, ' '), declaredBytes: 4000 })],
])('refuses a workbook that is %s', async (_, bytes) => {
  expect(bytes.length).toBeLessThan(MEBIBYTE);
  expect(await readTable(bytes, '名簿.xlsx')).toMatchObject({ refusal: { kind: 'expands-too-far' } });
});

test('never inflates parts that are not needed', async () => {
  const bytes = zipOf([
    ...WORKBOOK,
    { name: 'xl/media/image1.png', data: Buffer.alloc(60 * MEBIBYTE), declaredBytes: 10 },
  ]);
  expect((await readTable(bytes, '名簿.xlsx')).ok).toBe(true);
});

test.each([
  ['repeats a part', zipOf([...WORKBOOK, ...WORKBOOK])],
  ['is cut off', zipOf(WORKBOOK).slice(0, -30)],
  ['has nothing but an end', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(40)])],
  ['claims parts over each other', Buffer.from(overlapping())],
])('refuses an archive that %s', (_, bytes) => {
  expect(openZip(bytes)).toEqual({ ok: false, refusal: { kind: 'broken-workbook', part: null } });
});

/** Two directory records for one stretch of data: together they claim more bytes than the file has. */
function overlapping(): Uint8Array {
  const bytes = Buffer.from(zipOf([part('a'), part('b')]));
  const size = deflateRawSync(Buffer.from('x')).length;
  for (const name of ['a', 'b']) {
    const record = bytes.indexOf(`PK\u0001\u0002`, name === 'a' ? 0 : bytes.indexOf('PK\u0001\u0002') + 4);
    bytes.writeUInt32LE(size + bytes.length, record + 20);
  }
  return bytes;
}
