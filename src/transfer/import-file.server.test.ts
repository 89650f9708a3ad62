import { expect, test } from 'vitest';
import { workbookParts, textRow, zipOf } from '#platform/tabular/workbook-fixture.server.ts';
import { organizationRecords } from '#organization/organization-records.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { bytesOf, csvOf, difficultRows, importRows, organizationRow } from './file-fixture.server.ts';
import type { FileOutcome } from './import-file.server.ts';
import { problemCountText, problemLine } from './text.ts';

const desk = useTestDatabase();

function linesOf(outcome: FileOutcome): readonly string[] {
  return outcome.ok ? [] : outcome.problems.listed.map(problemLine);
}

const countStored = async () =>
  (await desk.asOwner('select count(*)::integer as count from organization')) as [{ count: number }];

function organizationRows(count: number) {
  return Array.from({ length: count }, (_, index) =>
    organizationRow({ 派遣先番号: `O-${index}`, 名称: `架空${index}` }),
  );
}

test('one bad row among a thousand keeps all of them out [contract.md §1]', async () => {
  const rows = organizationRows(1000).with(499, organizationRow({ 派遣先番号: 'O-499', 区分: '会社' }));
  const outcome = await importRows(desk.context(), 'organizations', rows);
  expect(linesOf(outcome)).toEqual([
    '501行目・B列（区分）：区分は「中小企業」「業界団体」「工業高校等」「公共施設等」「小中学校」「サポステ」「大企業」「その他」から選んでください。入力された値：「会社」',
  ]);
  expect(await countStored()).toEqual([{ count: 0 }]);
});

test('the same file again changes nothing, and nothing is logged [contract.md §1]', async () => {
  const ctx = desk.context();
  const rows = organizationRows(30);
  await importRows(ctx, 'organizations', rows);
  const logged = await desk.asOwner('select sequence from audit_entry');
  const again = await importRows(ctx, 'organizations', rows);
  expect(again).toMatchObject({ ok: true, counts: { created: 0, updated: 0, unchanged: 30 } });
  expect(await desk.asOwner('select sequence from audit_entry')).toHaveLength(logged.length);
});

test('a known number is overwritten, and an absent optional column keeps its value [contract.md §3]', async () => {
  const ctx = desk.context();
  await importRows(ctx, 'organizations', [organizationRow({ 電話: '083-000-0000', 担当者: '架空 一郎' })]);
  const outcome = await importRows(ctx, 'organizations', [organizationRow({ 名称: '新しい名', 担当者: '' })]);
  expect(outcome).toMatchObject({ ok: true, counts: { created: 0, updated: 1, unchanged: 0 } });
  const [stored] = await organizationRecords.exportAll(ctx, { fiscalYear: undefined });
  expect(stored).toMatchObject({ name: '新しい名', phone: '083-000-0000', contactName: null });
});

test('the planner knows a table that a file has filled', async () => {
  await importRows(desk.context(), 'organizations', organizationRows(120));
  const known = await desk.asOwner("select reltuples::integer as rows from pg_class where relname = 'organization'");
  expect(known).toEqual([{ rows: 120 }]);
});

test('a dry run counts and writes nothing', async () => {
  const outcome = await importRows(desk.context(), 'organizations', organizationRows(3), { dryRun: true });
  expect(outcome).toMatchObject({ ok: true, counts: { created: 3, updated: 0, unchanged: 0 } });
  expect(await countStored()).toEqual([{ count: 0 }]);
});

test('problems of cells and of the whole list come together in file order', async () => {
  const rows = [
    organizationRow({ 派遣先番号: 'A' }),
    organizationRow({ 派遣先番号: 'B', 名称: '' }),
    organizationRow({ 派遣先番号: 'A' }),
    organizationRow({ 派遣先番号: 'C', 市区町村コード: '999993', 区分: '' }),
  ];
  const outcome = await importRows(desk.context(), 'organizations', rows);
  expect(linesOf(outcome).map((line) => line.split('：')[0])).toEqual([
    '3行目・C列（名称）',
    '4行目・A列（派遣先番号）',
    '5行目・B列（区分）',
    '5行目・D列（市区町村コード）',
  ]);
});

test('lists 200 problems and counts the others', async () => {
  const rows = organizationRows(500).map((row) => ({ ...row, 区分: '' }));
  const outcome = await importRows(desk.context(), 'organizations', rows);
  expect(linesOf(outcome)).toHaveLength(200);
  expect(linesOf(outcome).at(-1)).toContain('201行目');
  expect(!outcome.ok && problemCountText(outcome.problems)).toBe(
    '取り込めない箇所が500件あります。1件も取り込んでいません。先の200件を示しています（ほか300件）。',
  );
});

test('the number of a deleted record is refused, so that two histories do not mix', async () => {
  const ctx = desk.context();
  await importRows(ctx, 'organizations', [organizationRow()]);
  const [row] = (await desk.asOwner('select organization_id as id from organization')) as [{ id: string }];
  await organizationRecords.remove(ctx, { id: row.id, version: 1, reason: '試験' });
  const outcome = await importRows(ctx, 'organizations', [organizationRow()]);
  expect(linesOf(outcome)).toEqual([
    '2行目・A列（派遣先番号）：派遣先番号「O-1」は、削除した記録の番号です。履歴が混ざらないよう、別の番号にしてください。',
  ]);
});

const good = csvOf([organizationRow()]);
const header = '派遣先番号,区分,名称,市区町村コード';

test.for([
  ['CP932', csvOf([organizationRow({ 名称: '髙﨑①㈱' })], 'cp932'), 'cp932'],
  ['UTF-8 without BOM', good.subarray(3), 'utf-8'],
  ['UTF-8 with BOM', good, 'utf-8-bom'],
  ['line feeds alone', bytesOf(`${header}\nO-1,中小企業,架空,352039\n`), 'utf-8'],
] as const)('reads %s [DAT-04]', async ([, bytes, encoding]) => {
  const outcome = await importRows(desk.context(), 'organizations', bytes);
  expect(outcome).toMatchObject({ ok: true, file: { format: 'csv', encoding }, counts: { created: 1 } });
});

test('the first five rows are shown as read, long cells cut [DAT-04]', async () => {
  const rows = organizationRows(7).with(0, organizationRow({ 派遣先番号: 'O-0', 名称: '長'.repeat(100) }));
  const outcome = await importRows(desk.context(), 'organizations', rows, { dryRun: true });
  expect(outcome.ok && outcome.file.firstRows.map((cells) => cells[0])).toEqual(['O-0', 'O-1', 'O-2', 'O-3', 'O-4']);
  expect(outcome.ok && outcome.file.firstRows[0]?.[2]).toBe(`${'長'.repeat(60)}…`);
});

const workbook = (rows: string, more: readonly { name: string; rows: string }[] = []) =>
  zipOf(workbookParts([{ name: '名簿', rows }, ...more]));
const sheetHeader = textRow(1, header.split(','));

test.for<readonly [string, Uint8Array, string, string]>([
  ['nothing in it', new Uint8Array(), '名簿.csv', 'ファイル全体：ファイルを読み込めません。表がありません。'],
  ['a header alone', bytesOf(`${header}\r\n`), '名簿.csv', 'ファイル全体：取り込む行がありません。'],
  [
    'a header of other words',
    bytesOf('番号,名前\r\n1,2\r\n'),
    '名簿.csv',
    '見出し・A列（番号）：見出し「番号」の列は取り込めません。「派遣先番号」',
  ],
  [
    'UTF-16',
    Buffer.from(`\uFEFF${header}\r\n`, 'utf16le'),
    '名簿.csv',
    'ファイル全体：文字を読み取れません。文字コードがUTF-16',
  ],
  [
    'a broken byte',
    Buffer.concat([bytesOf(`${header}\nO-1,`), Buffer.from([0xff, 0xff])]),
    '名簿.csv',
    '2行目：2行目の文字を読み取れません。',
  ],
  [
    'NUL',
    bytesOf(`${header}\nO-1,中小企業,架\0空,352039\n`),
    '名簿.csv',
    '2行目・C列：C2のセルを取り込めません。表示できない文字（U+0000）',
  ],
  [
    'tabs between cells',
    bytesOf(`${header.replaceAll(',', '\t')}\n`),
    '名簿.csv',
    'ファイル全体：項目を分けられません。区切りがタブ',
  ],
  [
    'a row with too many cells',
    bytesOf(`${header}\nO-1,中小企業,架,空,352039\n`),
    '名簿.csv',
    '2行目：2行目を読み取れません。項目が5個',
  ],
  [
    'two sheets',
    workbook(sheetHeader, [{ name: '控え', rows: sheetHeader }]),
    '名簿.xlsx',
    'ファイル全体：ファイルを読み込めません。データのあるシートが2枚',
  ],
  [
    'a formula',
    workbook(`${sheetHeader}<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>`),
    '名簿.xlsx',
    '2行目・A列：A2のセルを取り込めません。計算式',
  ],
  [
    'a zip bomb',
    zipOf([
      ...workbookParts([{ name: '名簿', rows: sheetHeader }]),
      { name: 'xl/media/a.bin', data: Buffer.alloc(64_000_000) },
    ]),
    '名簿.xlsx',
    'ファイル全体：ファイルを読み込めません。展開すると',
  ],
  [
    'another name than content',
    good,
    '名簿.xlsx',
    'ファイル全体：ファイルを読み込めません。名前は「.xlsx」ですが、中身はCSVです。',
  ],
  [
    'one byte more than 50 MB',
    Buffer.alloc(50 * 1024 * 1024 + 1, 'a'),
    '名簿.csv',
    'ファイル全体：ファイルを読み込めません。大きさが50.1MB',
  ],
])('a file with %s is refused in words and leaves nothing', async ([, bytes, fileName, start]) => {
  const outcome = await importRows(desk.context(), 'organizations', bytes, { fileName });
  expect(linesOf(outcome)[0]?.slice(0, start.length)).toBe(start);
  expect(await countStored()).toEqual([{ count: 0 }]);
});

test('half of a surrogate pair in a workbook is refused with its cell', async () => {
  const row = '<row r="2"><c t="inlineStr"><is><t>&#xD842;</t></is></c></row>';
  const outcome = await importRows(desk.context(), 'organizations', workbook(sheetHeader + row), {
    fileName: '名簿.xlsx',
  });
  expect(outcome.ok).toBe(false);
  expect(linesOf(outcome)[0]).toMatch(/ください。$/u);
});

test('a file of another kind is recognised by its header', async () => {
  const [, instructors] = difficultRows[1] ?? [];
  const outcome = await importRows(desk.context(), 'organizations', instructors ?? []);
  expect(linesOf(outcome)).toEqual([
    'ファイル全体：見出しがマイスター等のファイルと同じです。種類で「マイスター等」を選ぶか、ファイルを選び直してください。',
  ]);
});

test('rows of another 年度 are taken in and counted', async () => {
  const ctx = desk.context();
  for (const [kind, rows] of difficultRows.slice(0, 2)) await importRows(ctx, kind, rows);
  const [, requests = []] = difficultRows[2] ?? [];
  expect(await importRows(ctx, 'requests', requests)).toMatchObject({ ok: true, otherYearCount: 1 });
  expect(await importRows(ctx, 'requests', requests, { fiscalYear: undefined })).toMatchObject({ otherYearCount: 0 });
});

test('plan items of one 年度 leave those of another alone', async () => {
  const ctx = desk.context();
  const [, items = []] = difficultRows[4] ?? [];
  await importRows(ctx, 'plan-items', items, { fiscalYear: 2022 });
  const outcome = await importRows(ctx, 'plan-items', items, { fiscalYear: 2023 });
  expect(outcome).toMatchObject({ ok: true, counts: { created: items.length } });
});

test('who may not import is stopped before the file is read [SEC-13]', async () => {
  for (const role of ['clerk', 'coordinator', 'auditor'] as const) {
    await expect(importRows(desk.context({ role }), 'organizations', new Uint8Array())).rejects.toThrow(
      'transfer.import',
    );
  }
});
