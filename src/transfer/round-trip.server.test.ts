import { expect, test } from 'vitest';
import type { Context } from '#platform/context.server.ts';
import { checkMachineReadability } from '#platform/tabular/check-machine-readability.server.ts';
import { readTable } from '#platform/tabular/read-table.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { transferKinds, type TransferKindName } from './domain/transfer-kind.ts';
import { buildTemplate, exportFile, tryExport, type FileForm } from './export-file.server.ts';
import { problemLine } from './text.ts';
import { difficultRows, importRows, organizationRow } from './file-fixture.server.ts';

const desk = useTestDatabase();
const fiscalYear = 2022;

async function fillDesk(ctx: Context): Promise<void> {
  for (const [kind, rows] of difficultRows) {
    const outcome = await importRows(ctx, kind, rows);
    expect(outcome.ok ? outcome.counts.created : outcome.problems.listed.map(problemLine)).toBe(rows.length);
  }
}

async function exported(ctx: Context, kind: TransferKindName, form: FileForm) {
  const file = await exportFile(ctx, { ...form, kind, fiscalYear: kind === 'plan-items' ? fiscalYear : undefined });
  if (!file.ok) throw new Error(JSON.stringify(file.refusal));
  return file.value;
}

const forms: readonly (FileForm & { readonly name: string })[] = [
  { name: 'CSV in UTF-8', format: 'csv', encoding: 'utf8' },
  { name: 'CSV in CP932', format: 'csv', encoding: 'cp932' },
  { name: 'XLSX', format: 'xlsx', encoding: 'utf8' },
];

test.for(forms)(
  'what is exported as $name is imported without any change [DAT-10] [DAT-05] [DAT-06] [DAT-07]',
  async (form) => {
    const ctx = desk.context();
    await fillDesk(ctx);
    for (const [kind, rows] of difficultRows) {
      const { bytes, count } = await exported(ctx, kind, form);
      const again = await importRows(ctx, kind, bytes, { fileName: `名簿.${form.format}` });
      expect([kind, count, again]).toMatchObject([kind, rows.length, { ok: true, counts: { unchanged: rows.length } }]);
    }
  },
);

test.for(forms)('what is exported as $name fills an empty corner with the same records [DAT-10]', async (form) => {
  const full = desk.context();
  const empty = desk.context({ corner: '34' });
  await fillDesk(full);
  for (const [kind] of difficultRows) {
    const { bytes } = await exported(full, kind, form);
    await importRows(empty, kind, bytes, { fileName: `名簿.${form.format}` });
    const json = { format: 'json', encoding: 'utf8' } as const;
    const [original, copy] = [await exported(full, kind, json), await exported(empty, kind, json)];
    expect(Buffer.from(copy.bytes).toString()).toBe(Buffer.from(original.bytes).toString());
  }
});

test.for(forms)('every kind as $name keeps the rules for machine-readable data [DAT-01]', async (form) => {
  const ctx = desk.context();
  await fillDesk(ctx);
  for (const [kind] of difficultRows) {
    const { bytes } = await exported(ctx, kind, form);
    const checked = await checkMachineReadability(bytes);
    expect([kind, checked]).toEqual([kind, { ok: true, value: [] }]);
  }
});

test('the first bytes of a CSV say UTF-8 to Excel, and lines end as Excel writes them [DAT-03]', async () => {
  const ctx = desk.context();
  await fillDesk(ctx);
  const { bytes } = await exported(ctx, 'organizations', { format: 'csv', encoding: 'utf8' });
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(Buffer.from(bytes).toString().split('\r\n')).toHaveLength(5);
});

test('text that a spreadsheet would calculate gets an apostrophe, a phone number with + does not [DAT-06]', async () => {
  const ctx = desk.context();
  const row = { 派遣先番号: '=2', 名称: '-架空', 担当者: '@x', メール: '+a@example.jp', 電話: '+81-11-000-0000' };
  await importRows(ctx, 'organizations', [organizationRow(row)]);
  const { bytes } = await exported(ctx, 'organizations', { format: 'csv', encoding: 'utf8' });
  const cells = Buffer.from(bytes).toString().split('\r\n')[1]?.split(',');
  expect(cells?.filter((cell) => /^'|\+/u.test(cell))).toEqual([
    "'=2",
    "'-架空",
    "'@x",
    '+81-11-000-0000',
    "'+a@example.jp",
  ]);
});

const contractHeaders: readonly (readonly [TransferKindName, string])[] = [
  [
    'organizations',
    '派遣先番号 区分 名称 フリガナ 法人番号 学校コード 業種 資本金(円) 従業員数 郵便番号 市区町村コード 住所 担当者 電話 FAX メール',
  ],
  [
    'instructors',
    '登録番号 種別 部門 氏名 フリガナ 生年 職種 所属 郵便番号 市区町村コード 住所 電話 メール 認定年月日 指導技法等講習 最終活動日 年間上限回数 活動可能曜日 活動不可日 公開',
  ],
  [
    'requests',
    '要請番号 派遣先番号 事業区分 職種 内容 希望回数 1回の時間 受講予定者数 候補日 実施場所の市区町村コード 優先度 受付日',
  ],
  ['visits', '派遣番号 要請番号 事業区分 派遣先番号 登録番号 職種 実施日 開始 終了 受講者数 状態 中止理由'],
  ['plan-items', '番号 見出し 実施要領 実施計画の内容 指標 担当'],
];

test.for(contractHeaders)(
  '%s are written in the columns and the order of the contract, our own last [contract.md §3]',
  async ([kind, headers]) => {
    const bytes = await buildTemplate(desk.context(), kind, { format: 'csv', encoding: 'utf8' });
    const table = await readTable(bytes, '様式.csv');
    const wanted = headers.split(' ');
    expect(table.ok && table.value.header.slice(0, wanted.length)).toEqual(wanted);
  },
);

test('JSON has the columns of the other formats, numbers as numbers and nothing as null', async () => {
  const ctx = desk.context();
  await importRows(ctx, 'organizations', [organizationRow({ '資本金(円)': '1,000', 従業員数: '' })]);
  const { bytes } = await exported(ctx, 'organizations', { format: 'json', encoding: 'utf8' });
  const [record] = JSON.parse(Buffer.from(bytes).toString()) as Record<string, unknown>[];
  expect(record).toMatchObject({ 派遣先番号: 'O-1', 区分: '中小企業', '資本金(円)': 1000, 従業員数: null });
});

test('an empty template can be read as a file of its kind that has no row', async () => {
  for (const { name } of transferKinds) {
    for (const format of ['csv', 'xlsx'] as const) {
      const bytes = await buildTemplate(desk.context(), name, { format, encoding: 'utf8' });
      const outcome = await importRows(desk.context(), name, bytes, { fileName: `様式.${format}` });
      expect([name, outcome]).toMatchObject([
        name,
        { ok: false, problems: { listed: [{ reason: { kind: 'no-rows' } }] } },
      ]);
    }
  }
});

test('a 年度 limits requests, visits and plan items, and no other kind [contract.md §1]', async () => {
  const ctx = desk.context();
  await fillDesk(ctx);
  const counts: unknown[] = [];
  for (const { name: kind } of transferKinds) {
    const wanted = { kind, format: 'json', encoding: 'utf8' } as const;
    const [first, next] = [
      await tryExport(ctx, { ...wanted, fiscalYear: 2022 }),
      await tryExport(ctx, { ...wanted, fiscalYear: 2023 }),
    ];
    counts.push([kind, first.count, next.count]);
  }
  expect(counts).toEqual([
    ['organizations', 3, 3],
    ['instructors', 2, 2],
    ['requests', 1, 1],
    ['visits', 2, 0],
    ['plan-items', 2, 0],
    ['scouting-leads', 2, 2],
    ['scouting-visits', 2, 0],
    ['scouting-territories', 2, 2],
    ['certifications', 2, 2],
    ['surveys', 3, 0],
  ]);
});

test('names the characters that Shift_JIS lacks and their cells before any file is made, or writes 〓 when told to [DAT-12]', async () => {
  const ctx = desk.context();
  await importRows(ctx, 'organizations', [organizationRow({ 名称: '𠮷野葛\u{E0100}工業' })]);
  const wanted = { kind: 'organizations', fiscalYear, format: 'csv', encoding: 'cp932' } as const;
  expect(await tryExport(ctx, wanted)).toEqual({
    count: 1,
    unmappable: {
      count: 2,
      unmappable: [
        { row: 2, column: 3, character: '𠮷' },
        { row: 2, column: 3, character: '葛\u{E0100}' },
      ],
    },
  });
  expect((await exportFile(ctx, wanted)).ok).toBe(false);
  const replaced = await exported(ctx, 'organizations', { format: 'csv', encoding: 'cp932', replaceUnmappable: true });
  expect(new TextDecoder('shift_jis').decode(replaced.bytes)).toContain('〓野〓工業');
});

test('names outside JIS stay character for character in UTF-8 and XLSX [FRM-20]', async () => {
  const ctx = desk.context();
  const name = '𠮷野葛\u{E0100}神髙﨑①㈱';
  await importRows(ctx, 'organizations', [organizationRow({ 名称: name })]);
  for (const format of ['csv', 'xlsx'] as const) {
    const { bytes } = await exported(ctx, 'organizations', { format, encoding: 'utf8' });
    const table = await readTable(bytes, `名簿.${format}`);
    expect(table.ok && table.value.rows[0]?.cells[2]).toBe(name);
  }
});

test('an export is logged with its count, a look at it is not [SEC-11]', async () => {
  const ctx = desk.context();
  await importRows(ctx, 'organizations', [organizationRow()]);
  const wanted = { kind: 'organizations', fiscalYear, format: 'csv', encoding: 'utf8' } as const;
  const logged = () => desk.asOwner(`select "after" from audit_entry where action = 'exported'`);
  await tryExport(ctx, wanted);
  expect(await logged()).toEqual([]);
  await exportFile(ctx, wanted);
  expect(await logged()).toEqual([{ after: { count: 1 } }]);
});

test('who may not export gets neither file, count nor template [SEC-13]', async () => {
  const clerk = desk.context({ role: 'clerk' });
  const wanted = { kind: 'organizations', fiscalYear, format: 'csv', encoding: 'utf8' } as const;
  await expect(exportFile(clerk, wanted)).rejects.toThrow('transfer.export');
  await expect(tryExport(clerk, wanted)).rejects.toThrow('transfer.export');
  await expect(buildTemplate(clerk, 'visits', wanted)).rejects.toThrow('transfer.export');
});
