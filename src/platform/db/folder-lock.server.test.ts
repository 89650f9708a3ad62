import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FolderInUse, lockFolder } from './folder-lock.server.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'takumi-lock-'));

test('a folder has one owner: a second one is refused by name and process', () => {
  const folder = newFolder();
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(FolderInUse);
  expect(() => lockFolder(folder)).toThrow(new RegExp(`${folder}.*${process.pid}`, 'u'));
  lock.release();
});

test('a released folder can be locked again', () => {
  const folder = newFolder();
  lockFolder(folder).release();
  const again = lockFolder(folder);
  expect(existsSync(join(folder, 'owner.lock'))).toBe(true);
  again.release();
});

test('the lock of a process that was killed is taken over', async () => {
  const folder = newFolder();
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log("ready")'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  writeFileSync(join(folder, 'owner.lock'), JSON.stringify({ pid: child.pid, started: null }));
  expect(() => lockFolder(folder)).toThrow(FolderInUse);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const lock = lockFolder(folder);
  expect(JSON.parse(readFileSync(join(folder, 'owner.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
  lock.release();
});

test('a lock whose process number now belongs to another process is taken over', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'owner.lock'), JSON.stringify({ pid: process.pid, started: 'pid:[1]:1' }));
  expect(() => lockFolder(folder).release()).not.toThrow();
});

test.each(['', '{', '"x"', '{"pid":"1"}'])('a lock file that holds no process (%j) is taken over', (content) => {
  const folder = newFolder();
  writeFileSync(join(folder, 'owner.lock'), content);
  expect(() => lockFolder(folder).release()).not.toThrow();
});
