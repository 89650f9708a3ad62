import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './http-desk.ts';
import { answerOf, contentOf, expect, expectReason, test, type Content } from './shell-desk.ts';

// In this order: a request names its organization, a visit its instructors and its request.
const kinds = ['organizations', 'instructors', 'requests', 'visits', 'plan-items'] as const;

const forms = [
  { name: 'utf8.csv', words: ['--format', 'csv'], encoding: 'utf-8-bom' },
  { name: 'cp932.csv', words: ['--format', 'csv', '--encoding', 'cp932'], encoding: 'cp932' },
  { name: 'xlsx', words: ['--format', 'xlsx'], encoding: null },
] as const;

function placeOf(kind: string): readonly string[] {
  return ['--corner', '35', ...(kind === 'plan-items' ? ['--year', '2022'] : [])];
}

type Counts = { readonly rows: number };

async function exportTo(folder: string, kind: string, words: readonly string[]): Promise<number> {
  const ran = await runCommand(folder, ['export', kind, ...placeOf(kind), ...words, '--json']);
  return (answerOf(ran, 0) as Counts).rows;
}

test('what one office exports, another imports: five kinds as CSV of two encodings and as a workbook [contract.md §1] [DAT-10] [DAT-04] [SEC-11]', async ({
  folder,
  emptyFolder,
}) => {
  test.setTimeout(600_000);
  const other = join(emptyFolder, 'data');
  const fileOf = (kind: string, name: string) => join(emptyFolder, `${kind}.${name}`);
  const before = await contentOf(folder);
  let importing: Promise<void> = Promise.resolve();
  for (const form of forms) {
    for (const kind of kinds) {
      const file = fileOf(kind, form.name);
      const rows = await exportTo(folder, kind, [...form.words, '--out', file]);
      expect(rows).toBeGreaterThan(0);
      // The first form fills the empty office; each of the others must bring the very same records.
      const found = form.name === 'utf8.csv' ? { created: rows, unchanged: 0 } : { created: 0, unchanged: rows };
      const encoding = form.encoding ? { encoding: form.encoding } : {};
      // One office exports the next file while the other imports this one.
      await importing;
      importing = runCommand(other, ['import', kind, file, ...placeOf(kind), '--json']).then((ran) =>
        expect(answerOf(ran, 0), file).toMatchObject({ ok: true, rows, updated: 0, ...found, ...encoding }),
      );
    }
  }
  await importing;
  const again = join(emptyFolder, 'again.csv');
  await exportTo(other, 'visits', ['--format', 'csv', '--out', again]);
  expect(readFileSync(again)).toEqual(readFileSync(fileOf('visits', 'utf8.csv')));
  expect(readFileSync(again).subarray(0, 3).toString('hex')).toBe('efbbbf');

  const after = await contentOf(folder);
  const entries = (content: Content) => Number.parseInt(content['audit_entry'] ?? '', 10);
  expect(entries(after) - entries(before), 'entries for downloads').toBe(forms.length * kinds.length);
  const { audit_entry, audit_head } = after;
  expect(after, 'exports leave the records').toEqual({ ...before, audit_entry, audit_head });
});

test('a file is tried, taken in, and changes nothing the second time; the answer says so [contract.md §1] [DAT-10]', async ({
  folder,
}) => {
  const take = ['import', 'organizations', 'samples/派遣先名簿.xlsx', '--corner', '35'];
  const before = await contentOf(folder);
  const tried = await runCommand(folder, [...take, '--dry-run']);
  expect(tried).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('新規12件、更新0件') });
  expect(tried.stdout).toContain('書き込みはしていません。');
  expect(await contentOf(folder)).toEqual(before);

  expect((await runCommand(folder, take)).stdout).toContain('（新規12件、更新0件、変更なし0件）を取り込みました。');
  const taken = await contentOf(folder);
  expect(taken['organization']).not.toBe(before['organization']);
  expect((await runCommand(folder, take)).stdout).toContain('（新規0件、更新0件、変更なし12件）を取り込みました。');
  expect(await contentOf(folder)).toEqual(taken);
});

test('one wrong cell keeps every row out, and its row and column are named [contract.md §1] [DAT-04] [FRM-32]', async ({
  folder,
  emptyFolder,
}) => {
  const file = join(emptyFolder, '名簿 その2.csv');
  const rows = ['派遣先番号,区分,名称,市区町村コード', 'Z-1,中小企業,株式会社架空甲,352039'];
  writeFileSync(file, [...rows, 'Z-2,大学,株式会社架空乙,352039', 'Z-3,その他,架空丙,352039', ''].join('\r\n'));
  const take = ['import', 'organizations', file, '--corner', '35'];
  const before = await contentOf(folder);
  const refused = await runCommand(folder, take);
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expectReason(refused, /^3行目・B列（区分）：区分は「中小企業」.*入力された値：「大学」$/mu);
  expect(refused.stderr).toContain('1件も取り込んでいません。');
  expect(answerOf(await runCommand(folder, [...take, '--json']), 1)).toMatchObject({
    ok: false,
    problemCount: 1,
    problems: [{ line: 3, column: 2, header: '区分', message: expect.stringContaining('大学') }],
  });
  expect(await contentOf(folder)).toEqual(before);
});
