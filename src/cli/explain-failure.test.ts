import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { expect, test } from 'vitest';
import { explainFailure, unreadableWordsText } from './explain-failure.ts';

const options: ParseArgsOptionsConfig = { corner: { type: 'string' }, json: { type: 'boolean' } };

test.each([
  [['--nope'], '「--nope」という指定はありません。'],
  [['--nope=1'], '「--nope」という指定はありません。'],
  [['-x'], '「-x」という指定はありません。'],
  [['--corner'], '--corner の後に値を指定してください。'],
  [['--corner', '--json'], '--corner の後に値を指定してください。'],
  [['--json=x'], '--json に値は付けません。'],
])('the words %j are told in Japanese [contract.md §1, WRT-01]', (args, message) => {
  let text = '';
  try {
    parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    text = unreadableWordsText(error);
  }
  expect(text).toBe(message);
});

test.each([
  ['ECONNREFUSED', '', /^データベースに接続できません。.*\n原因: ECONNREFUSED$/u],
  ['3D000', 'database "desk" does not exist', /利用者名、パスワード、データベース名.*\n原因: database "desk"/u],
  ['ERR_INVALID_URL', 'Invalid URL', /^DATABASE_URL を読み取れません/u],
  ['42P01', 'relation "audit_entry" does not exist', /takumi migrate を実行/u],
  ['42703', 'column organization.founder does not exist', /takumi migrate を実行.*\n原因: column organization/u],
  ['53100', 'could not extend file', /^データベースの資源が足りません。ディスクの空き.*\n原因: could not/u],
  ['57P01', 'terminating connection', /^データベースに接続できません/u],
  ['EACCES', 'listen EACCES: permission denied 0.0.0.0:80', /^待ち受けを始められません/u],
  ['EEXIST', "file already exists, mkdir 'data'", /TAKUMI_DATA/u],
])('a failure of the code %s begins with what the operator can do [FRM-32]', (code, message, explained) => {
  expect(explainFailure(Object.assign(new Error(message), { code, syscall: message.split(' ', 1)[0] }))).toMatch(
    explained,
  );
});

test('a failure that has a sentence of its own begins with it and shows its chain', () => {
  expect(explainFailure(new Error('止まりました', { cause: new Error('disk') }))).toBe('止まりました\n原因: disk');
});

test('a failure that nobody foresaw says what to do before its chain [FRM-32]', () => {
  expect(explainFailure(new Error('outer', { cause: new Error('inner') }))).toMatch(
    /^処理が途中で失敗しました。.*知らせてください。\n原因: outer\n原因: inner$/u,
  );
});
