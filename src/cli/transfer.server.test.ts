import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readEnvironment } from '#platform/env.server.ts';
import { csvOf, organizationRow } from '#transfer/file-fixture.server.ts';
import { Refused, WrongUsage, type Command } from './command.ts';
import { exportCommand } from './export.server.ts';
import { importCommand } from './import.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'takumi-transfer-'));
const environment = readEnvironment({ TAKUMI_DATA: join(folder, 'data'), TAKUMI_LOG: 'silent' });

afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array = ''): string {
  const path = join(folder, name);
  if (content.length > 0) writeFileSync(path, content);
  return path;
}

async function run(command: Command, positionals: readonly string[], options: Record<string, string | boolean>) {
  const printed: string[] = [];
  const warned: string[] = [];
  const terminal = {
    print: (text: string) => void printed.push(text),
    warn: (text: string) => void warned.push(text),
    interactive: false,
  };
  const code = await command.run({ positionals, options, environment, terminal });
  return { code, printed, warned };
}

const corner = { corner: '35' };

// One story on one embedded database: opening it takes seconds.
test('a file is checked, taken in, refused with its places, and written out again [contract.md §1]', async () => {
  const good = file(
    '名簿.csv',
    csvOf([organizationRow({ 派遣先番号: '001' }), organizationRow({ 派遣先番号: '002' })]),
  );
  const dry = await run(importCommand, ['organizations', good], { ...corner, 'dry-run': true });
  expect(dry.printed).toEqual([
    'CSV（UTF-8・BOM付き）を確かめました。派遣先2件（新規2件、更新0件、変更なし0件）を取り込めます。書き込みはしていません。',
  ]);
  const taken = await run(importCommand, ['organizations', good], { ...corner, json: true });
  expect([taken.code, taken.warned, taken.printed.map((text) => JSON.parse(text) as unknown)]).toEqual([
    0,
    [],
    [expect.objectContaining({ ok: true, encoding: 'utf-8-bom', rows: 2, created: 2, updated: 0, unchanged: 0 })],
  ]);
  const bad = file('誤り.csv', csvOf([organizationRow({ 区分: '' })]));
  const refused = await run(importCommand, ['organizations', bad], corner);
  expect(refused).toEqual({
    code: 1,
    printed: [],
    warned: [
      '2行目・B列（区分）：区分が入力されていません。区分を入力してください。',
      '取り込めない箇所が1件あります。1件も取り込んでいません。',
    ],
  });
  const refusedJson = await run(importCommand, ['organizations', bad], { ...corner, json: true });
  expect(refusedJson.printed.map((text) => JSON.parse(text) as unknown)).toEqual([
    expect.objectContaining({
      ok: false,
      problemCount: 1,
      problems: [expect.objectContaining({ line: 2, column: 2, header: '区分' })],
    }),
  ]);
  const out = file('書出.csv');
  const written = await run(exportCommand, ['organizations'], { ...corner, format: 'csv', out });
  expect([written.code, written.printed]).toEqual([0, [`派遣先2件を ${out} に書き出しました。`]]);
  expect(readFileSync(out, 'utf8').split('\r\n')[2]).toMatch(/^002,中小企業,架空精機,/u);
  const again = await run(importCommand, ['organizations', out], { ...corner, json: true });
  expect(JSON.parse(again.printed[0] ?? '')).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  const nowhere = run(exportCommand, ['organizations'], { ...corner, format: 'json', out: file('ない/書出.json') });
  await expect(nowhere).rejects.toThrow('書き込めません。ファイルかフォルダーがありません。');
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
}, 60_000);

test.for<
  readonly [string, Command, readonly string[], Record<string, string>, typeof Refused | typeof WrongUsage, string]
>([
  [
    'a file that is not there',
    importCommand,
    ['organizations', '/ない.csv'],
    corner,
    Refused,
    '/ない.csv を読み込めません。',
  ],
  ['a folder', importCommand, ['organizations', folder], corner, Refused, 'フォルダーです。'],
  ['a kind of a later version', importCommand, ['measures', 'x.csv'], corner, Refused, 'この版ではまだ'],
  ['an unknown kind', importCommand, ['visit', 'x.csv'], corner, WrongUsage, '「visits」ではありませんか'],
  ['plan items without a year', importCommand, ['plan-items', 'x.csv'], corner, WrongUsage, '--year'],
  ['no corner', importCommand, ['visits', 'x.csv'], {}, WrongUsage, '--corner'],
  ['a wrong year', exportCommand, ['visits'], { ...corner, year: '令和4' }, WrongUsage, '--year'],
  ['no format', exportCommand, ['visits'], corner, WrongUsage, '--format'],
  [
    'an unknown format',
    exportCommand,
    ['visits'],
    { ...corner, format: 'pdf' },
    WrongUsage,
    '--format は csv、xlsx、json',
  ],
  ['no file to write', exportCommand, ['visits'], { ...corner, format: 'csv' }, WrongUsage, '--out'],
  [
    'CP932 in a workbook',
    exportCommand,
    ['visits'],
    { ...corner, format: 'xlsx', out: 'x', encoding: 'cp932' },
    WrongUsage,
    'cp932',
  ],
])('%s is told before the database is opened', async ([, command, positionals, options, kind, reason]) => {
  const running = run(command, positionals, options);
  await expect(running).rejects.toThrow(kind);
  await expect(running).rejects.toThrow(reason);
});

test('a file of more than 50 MB is refused without being read', async () => {
  const path = file('大きい.csv', Buffer.alloc(50 * 1024 * 1024 + 1, 'a'));
  const running = run(importCommand, ['organizations', path], corner);
  await expect(running).rejects.toThrow('大きさが50.1MBで、上限の50MBを超えています。');
});
