import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { runCommand } from './http-desk.ts';
import { asOwner } from './owned-database.ts';
import { readDocx } from './read-docx.ts';
import { answerOf, contentOf, expect, expectReason, test } from './shell-desk.ts';

const japanese = /[ぁ-ん]/u;

const wrongUses: readonly (readonly [rule: string, words: readonly string[], reason: RegExp])[] = [
  ['no command', [], /^コマンドを指定/u],
  ['an unknown command', ['exprot'], /^コマンド「exprot」はありません/u],
  ['an unknown option', ['migrate', '--froce'], /^「--froce」という指定はありません/u],
  ['an option without its value', ['export', 'visits', '--corner'], /^--corner の後に値を/u],
  ['an option in the place of a value', ['export', 'visits', '--corner', '--json'], /^--corner の後に値を/u],
  ['a value where none belongs', ['verify', '--json=yes'], /^--json に値は付けません/u],
  ['a word too many', ['verify', 'now'], /^引数の数/u],
  ['a word too few', ['import', 'visits', '--corner', '35', '--json'], /^引数の数/u],
];

test('wrong usage ends with 2, and the Japanese usage is on standard error alone [contract.md §1]', async ({
  emptyFolder,
}) => {
  for (const [rule, words, reason] of wrongUses) {
    const ran = await runCommand(emptyFolder, words);
    expect(ran, rule).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('使い方: takumi ') });
    expectReason(ran, reason);
    expect(ran.stderr, rule).not.toMatch(/unknown option|argument missing|ambiguous|does not take/iu);
  }
  expect(existsSync(join(emptyFolder, 'pg')), 'a database that nobody asked for').toBe(false);
});

/** The commands as the overview lists them. */
async function listCommands(folder: string): Promise<readonly string[]> {
  const { code, stdout } = await runCommand(folder, ['--help']);
  expect(code).toBe(0);
  return [...stdout.matchAll(/^ {2}([a-z]+) {2,}(?=.*[ぁ-ん])/gmu)].map(([, name = '']) => name);
}

/** One use of each command that takes `--json` which succeeds, and one that is refused. */
const jsonUses = new Map<string, { done: readonly string[]; refused: readonly string[]; reason: RegExp }>(
  Object.entries({
    demo: { done: [], refused: [], reason: /すでにデータがあります/u },
    verify: { done: [], refused: [], reason: /takumi migrate を実行/u },
    import: {
      done: ['organizations', 'samples/派遣先名簿.xlsx', '--corner', '35', '--dry-run'],
      refused: ['organizations', 'ない.csv', '--corner', '35'],
      reason: /^ない\.csv を読み込めません。/u,
    },
    export: {
      done: ['visits', '--corner', '35', '--format', 'json', '--out', 'OUT/v.json'],
      refused: ['visits', '--corner', '35', '--format', 'csv', '--out', 'OUT/ない/v.csv'],
      reason: /v\.csv を書き込めません。ファイルかフォルダーがありません。/u,
    },
    report: {
      done: ['status', '--corner', '35', '--year', '2022'],
      refused: ['status', '--corner', '35', '--year', '2022', '--format', 'docx', '--out', 'OUT'],
      reason: /を書き込めません。フォルダーです。/u,
    },
    match: {
      done: ['--corner', '35', '--year', '2022', '--time-limit', '20'],
      refused: ['--corner', '35', '--year', '2020'],
      reason: /^割り当てる期間（.*）に日がありません。/u,
    },
    user: {
      done: ['list'],
      refused: ['disable', '--email', 'nobody@example.jp'],
      reason: /「nobody@example\.jp」の利用者はいません/u,
    },
  }),
);

test('every command explains itself in Japanese, and with --json answers one document, done or refused [contract.md §1]', async ({
  folder,
  emptyFolder,
}) => {
  test.setTimeout(240_000);
  const names = await listCommands(folder);
  expect(names.length).toBeGreaterThanOrEqual(8);
  const withJson: string[] = [];
  for (const name of names) {
    const help = await runCommand(folder, [name, '--help']);
    expect(help, name).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining(`takumi ${name}`) });
    expect(help.stdout).toMatch(japanese);
    if (help.stdout.includes('--json')) withJson.push(name);
  }
  expect(withJson.toSorted(), 'the uses above know every command with --json').toEqual([...jsonUses.keys()].toSorted());

  for (const [name, { done, refused, reason }] of jsonUses) {
    const wordsOf = (uses: readonly string[]) => [
      name,
      ...uses.map((word) => word.replace(/^OUT/u, emptyFolder)),
      '--json',
    ];
    // The furnished folder itself was made by `demo --json`; only a database without tables is refused by `verify`.
    if (name !== 'demo') {
      const ran = await runCommand(folder, wordsOf(done));
      expect(ran.stderr, name).toBe('');
      answerOf(ran, 0);
    }
    const ran = await runCommand(name === 'verify' ? join(emptyFolder, 'new') : folder, wordsOf(refused));
    expect(answerOf(ran, 1), name).toMatchObject({ ok: false, message: expect.stringMatching(reason) });
    expectReason(ran, reason);
  }
});

test('the demonstration and a second migration leave a furnished database as it is [contract.md §1]', async ({
  folder,
}) => {
  const before = await contentOf(folder);
  expect(before).toMatchObject({ visit: expect.stringMatching(/^[1-9]/u) });
  const demo = await runCommand(folder, ['demo']);
  expect(demo).toMatchObject({ code: 1, stdout: '' });
  expectReason(demo, /^体験用データを読み込めません。データベースにすでにデータがあります。/u);
  expect(await runCommand(folder, ['migrate'])).toEqual({
    code: 0,
    stdout: 'データベースの構造は最新です。\n',
    stderr: '',
  });
  expect(await contentOf(folder)).toEqual(before);
});

test('a data folder has one user: a second process is refused by name, and a killed one leaves no hand to do [contract.md §1]', async ({
  folder,
  start,
}) => {
  const desk = await start();
  const second = await runCommand(folder, ['user', 'list']);
  expect(second).toMatchObject({ code: 1, stdout: '' });
  expectReason(second, /別のプロセス（番号 \d+）が使用しています。.*終了するか、TAKUMI_DATA/u);
  expect(second.stderr).toContain(folder);
  expect(second.stderr).toContain(String(desk.process.pid));
  expect((await fetch(`${desk.address}/sign-in`)).status).toBe(200);

  const ended = new Promise((resolve) => desk.process.once('exit', resolve));
  desk.process.kill('SIGKILL');
  await ended;
  expect(existsSync(join(folder, 'owner.lock'))).toBe(true);
  expect(await runCommand(folder, ['verify'])).toEqual({
    code: 0,
    stdout: '操作記録はすべて元のままで、決まりに反する行はありません。\n',
    stderr: '',
  });
  expect(existsSync(join(folder, 'owner.lock'))).toBe(false);
});

test('a place that cannot be had is told with what to do about it, and no stack [contract.md §1, FRM-32]', async ({
  folder,
  emptyFolder,
}) => {
  const file = join(emptyFolder, 'data.txt');
  writeFileSync(file, '');
  const list = ['user', 'list'];
  const busy = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => busy.once('listening', resolve));
  const { port } = busy.address() as AddressInfo;
  const closed = 'postgres://takumi@127.0.0.1:1/desk';
  const places: readonly (readonly [words: readonly string[], environment: Record<string, string>, reason: RegExp])[] =
    [
      [list, { DATABASE_URL: 'mysql://127.0.0.1/desk' }, /DATABASE_URL は postgres:\/\/ で始まる/u],
      [list, { DATABASE_URL: 'postgres://[' }, /^DATABASE_URL を読み取れません。/u],
      [list, { DATABASE_URL: closed }, /^データベースに接続できません。DATABASE_URL の接続先/u],
      [['verify'], { DATABASE_URL: closed }, /^データベースに接続できません。DATABASE_URL の接続先/u],
      [list, { TAKUMI_DATA: file }, /^データフォルダーを使えません。TAKUMI_DATA/u],
      [['serve', '--port', String(port)], {}, /^待ち受けを始められません。/u],
    ];
  for (const [words, environment, reason] of places) {
    const ran = await runCommand(folder, words, { environment });
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expectReason(ran, reason);
  }
  busy.close();
  expect(existsSync(join(folder, 'owner.lock')), 'a lock after all have ended').toBe(false);
});

test('verify names the entry where the audit log was rewritten or cut [contract.md §1] [SEC-11]', async ({
  folder,
}) => {
  await asOwner(folder, [
    { sql: `update audit_entry set entity_label = '別の名前' where corner_code = '35' and sequence = 7` },
  ]);
  const rewritten = await runCommand(folder, ['verify', '--json']);
  expect(answerOf(rewritten, 1)).toEqual({ ok: false, broken: [{ corner: '35', sequence: 7 }], violations: [] });
  expectReason(rewritten, /コーナー 35 の操作記録は 7 番で途切れています。書き換えか抜けがあります。/u);

  await asOwner(folder, [
    { sql: `delete from audit_entry where sequence >= 7` },
    { sql: `update audit_head set sequence = 6 where corner_code = '35'` },
  ]);
  const cut = await runCommand(folder, ['verify']);
  expect(cut).toMatchObject({ code: 1, stdout: '' });
  expectReason(cut, /コーナー 35 の操作記録は 7 番で途切れています。/u);
});

test('the status report has the figures of 30 November in every form [contract.md §1] [contract.md §4] [domain.md §6.1]', async ({
  folder,
  emptyFolder,
}) => {
  const files = new Map<string, Buffer>();
  for (const format of ['docx', 'html', 'json', 'csv']) {
    const out = join(emptyFolder, `実施 状況.${format}`);
    const where = ['--corner', '35', '--year', '2022', '--as-of', '令和4年11月30日', '--format', format, '--out', out];
    const ran = await runCommand(folder, ['report', 'status', ...where]);
    expect(ran).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('令和4年度の実施状況') });
    files.set(format, readFileSync(out));
  }
  const read = (format: string) => files.get(format)?.toString('utf8') ?? '';
  const { sections, ...head } = JSON.parse(read('json')) as {
    sections: readonly { metrics: readonly { key: string; target: number; actual: number; scheduled: number }[] }[];
  };
  expect(head).toMatchObject({ corner: '35', fiscalYear: 2022, asOf: '2022-11-30' });
  const metrics = sections.flatMap((section) => section.metrics);
  const figures = metrics.map(({ key, target, actual, scheduled }) => [key, target, actual, scheduled]);
  expect(figures).toEqual(
    expect.arrayContaining([
      ['visits.sme', 70, 79, 34],
      ['visits.school', 100, 57, 67],
      ['visits.total', 170, 136, 101],
      ['trainees.total', 1200, 787, 496],
      ['skilled.visits', 10, 2, 4],
      ['skilled.trainees', 130, 40, 88],
      ['medalist.sessions', 7, 2, 1],
    ]),
  );
  const document = readDocx(files.get('docx') ?? Buffer.alloc(0));
  for (const text of [document, read('html').replaceAll(/<[^>]*>/gu, ''), read('csv')])
    for (const figure of ['136', '101', '787', '496']) expect(text).toContain(figure);
  expect(read('html')).toMatch(/^<!doctype html>/iu);
  expect(read('csv')).toMatch(/^\uFEFF/u);
});
