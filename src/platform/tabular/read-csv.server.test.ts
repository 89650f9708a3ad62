import { expect, test } from 'vitest';
import { TABLE_CELL_LENGTH_MAX, TABLE_COLUMNS_MAX, TABLE_FILE_BYTES_MAX, TABLE_ROWS_MAX } from './limits.ts';
import { readTable } from './read-table.server.ts';
import { writeCsv } from './write-table.server.ts';

const HEADER = ['登録番号', '氏名'];

function utf8(text: string): Uint8Array {
  return Buffer.from(text);
}

function cp932(rows: readonly string[][]): Uint8Array {
  const written = writeCsv({ header: HEADER, rows, encoding: 'cp932' });
  return written.ok ? written.value : new Uint8Array();
}

test.each([
  ['utf-8', utf8('登録番号,氏名\r\n0012,髙﨑①㈱𠮷 〜−葛\u{E0100}\r\n'), '髙﨑①㈱𠮷 〜−葛\u{E0100}'],
  ['utf-8-bom', utf8('\uFEFF登録番号,氏名\n0012,神\uFA19\n'), '神\uFA19'],
  ['cp932', cp932([['0012', '髙﨑①㈱ 〜−']]), '髙﨑①㈱ ～－'],
])('detects %s and keeps the characters of names and leading zeros [DAT-04, DAT-05]', async (encoding, bytes, name) => {
  expect(await readTable(bytes, '名簿.csv')).toEqual({
    ok: true,
    value: { header: HEADER, rows: [{ line: 2, cells: ['0012', name] }], format: 'csv', encoding },
  });
});

test('reads 髙 in both of its CP932 codes [DAT-04]', async () => {
  const bytes = Buffer.concat([cp932([]), Buffer.from('1,\xfb\xfc\xee\xe0\r\n', 'latin1')]);
  expect(await readTable(bytes, 'a.csv')).toMatchObject({ value: { rows: [{ cells: ['1', '髙髙'] }] } });
});

test.each([
  [
    'a,b\r\n\r\n1,"x\r\ny"\r\n,\r\n2,z\r\n\r\n\r\n',
    [
      [3, ['1', 'x\r\ny']],
      [6, ['2', 'z']],
    ],
  ],
  ['\n\na,b\n1,"x""y"\n', [[4, ['1', 'x"y']]]],
  [
    'a,b\r1,2\r3,4',
    [
      [2, ['1', '2']],
      [3, ['3', '4']],
    ],
  ],
  [
    'a,b\n"1\n2","3\n4\n5"\n6,7\n',
    [
      [2, ['1\n2', '3\n4\n5']],
      [6, ['6', '7']],
    ],
  ],
  ['a,b,,\n1,2,,\n', [[2, ['1', '2']]]],
  [
    'a\n=1+1\n令和4年11月21日\n',
    [
      [2, ['=1+1']],
      [3, ['令和4年11月21日']],
    ],
  ],
] as const)('passes over blank rows and counts the lines of the file %# [DAT-04]', async (text, rows) => {
  const read = await readTable(utf8(text), 'a.csv');
  expect(read.ok && read.value.rows.map(({ line, cells }) => [line, cells])).toEqual(rows);
});

test.each([
  ['', { kind: 'empty' }],
  ['\uFEFF\r\n\r\n', { kind: 'empty' }],
  ['a,b\n1,2\n3\n', { kind: 'ragged-row', line: 3, expected: 2, actual: 1 }],
  ['a,b\n1,"2\n3"\n4,5,6\n', { kind: 'ragged-row', line: 4, expected: 2, actual: 3 }],
  ['a,b,\n1,2,3\n', { kind: 'outside-table', line: 2, column: 3 }],
  ['a,b\n1,2\n"3,4\n5,6\n', { kind: 'unclosed-quote', line: 3 }],
  ['a,b\n1,x"y\n', { kind: 'stray-quote', line: 2 }],
  ['a,b\n1,2\n1,"x"y\n', { kind: 'stray-quote', line: 3 }],
  ['a\tb\n1\t2\n', { kind: 'wrong-delimiter', delimiter: 'tab' }],
  ['a;b\n1;2\n', { kind: 'wrong-delimiter', delimiter: 'semicolon' }],
  ['a,,c\n1,2,3\n', { kind: 'blank-header', column: 2 }],
  ['a,b,a\n1,2,3\n', { kind: 'repeated-header', header: 'a', columns: [1, 3] }],
  ['a,b\n1,\u0000\n', { kind: 'forbidden-character', line: 2, column: 2, codePoint: 0 }],
  ['a,b\n1,2\n3,\u000b\n', { kind: 'forbidden-character', line: 3, column: 2, codePoint: 11 }],
  [
    `a\n${'あ'.repeat(TABLE_CELL_LENGTH_MAX + 1)}\n`,
    { kind: 'cell-too-long', line: 2, column: 1, length: TABLE_CELL_LENGTH_MAX + 1, limit: TABLE_CELL_LENGTH_MAX },
  ],
])('says where a CSV file cannot be read %# [DAT-04]', async (text, refusal) => {
  expect(await readTable(utf8(text), 'a.csv')).toEqual({ ok: false, refusal });
});

test.each([
  ['UTF-16 with mark', Buffer.from('\uFEFFa,b\n', 'utf16le'), { kind: 'utf-16' }],
  ['UTF-16 without mark', Buffer.from('a,b\n1,2\n', 'utf16le'), { kind: 'utf-16' }],
  [
    'neither encoding',
    Buffer.from('a,b\n1,\x82\xa0\xff\n', 'latin1'),
    { kind: 'undecodable', line: 2, position: 9, byte: 0xff },
  ],
  [
    'a broken byte after a mark',
    Buffer.concat([utf8('\uFEFFa\nあ'), Buffer.of(0xff)]),
    { kind: 'undecodable', line: 2, position: 9, byte: 0xff },
  ],
  [
    'two encodings',
    Buffer.concat([utf8('氏名\n山田太郎\n'), Buffer.from('\x8e\x52\x93\x63\n', 'latin1')]),
    { kind: 'mixed-encodings', line: 3, position: 21, byte: 0x8e },
  ],
  [
    'a character cut off',
    utf8('氏名\n山田太郎').subarray(0, 18),
    { kind: 'mixed-encodings', line: 2, position: 18, byte: 0x83 },
  ],
])('names the byte it cannot read: %s [DAT-04]', async (_, bytes, refusal) => {
  expect(await readTable(bytes, 'a.csv')).toEqual({ ok: false, refusal });
});

const LIMIT_TABLE = `a,b\n${'1,2\n'.repeat(TABLE_ROWS_MAX)}`;

test('reads as many rows, columns and characters as the limits allow and not one more', async () => {
  const rows = await readTable(utf8(LIMIT_TABLE), 'a.csv');
  expect(rows.ok && [rows.value.rows.length, rows.value.rows.at(-1)?.line]).toEqual([
    TABLE_ROWS_MAX,
    TABLE_ROWS_MAX + 1,
  ]);
  expect(await readTable(utf8(`${LIMIT_TABLE}1,2\n`), 'a.csv')).toEqual({
    ok: false,
    refusal: { kind: 'too-many-rows', limit: TABLE_ROWS_MAX },
  });
  const names = Array.from({ length: TABLE_COLUMNS_MAX + 1 }, (_, index) => `c${index}`);
  expect((await readTable(utf8(names.slice(1).join(',')), 'a.csv')).ok).toBe(true);
  expect(await readTable(utf8(names.join(',')), 'a.csv')).toMatchObject({
    refusal: { kind: 'too-many-columns', line: 1 },
  });
  expect((await readTable(utf8(`a\n${'あ'.repeat(TABLE_CELL_LENGTH_MAX)}\n`), 'a.csv')).ok).toBe(true);
  expect(await readTable(new Uint8Array(TABLE_FILE_BYTES_MAX + 1), 'a.csv')).toMatchObject({
    refusal: { kind: 'too-large' },
  });
});

test('lets other work run while it reads a long file', async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 0);
  await readTable(utf8(LIMIT_TABLE), 'a.csv');
  clearInterval(timer);
  expect(turns).toBeGreaterThan(2);
});
