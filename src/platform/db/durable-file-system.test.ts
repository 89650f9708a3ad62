import fs, { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Database, Db } from './database.server.ts';
import { openEmbedded } from './embedded.server.ts';
import { EngineEnded } from './engine-end.server.ts';

const base = mkdtempSync(join(tmpdir(), 'takumi-durable-'));
const folder = join(base, 'data');
let database: Database;
let db: Db;
let syncs = 0;
/** Runs before the operating system is asked to write what it holds. */
let onSync = () => {};

beforeAll(async () => {
  database = await openEmbedded(folder, { migrate: true });
  db = database.forCorner('35');
}, 120_000);

beforeEach(() => {
  syncs = 0;
  const { fsyncSync } = fs;
  // why: counts what reaches the operating system; the real call still runs.
  vi.spyOn(fs, 'fsyncSync').mockImplementation((descriptor) => {
    onSync();
    syncs += 1;
    fsyncSync(descriptor);
  });
  syncBuiltinESMExports();
});

afterEach(() => {
  onSync = () => {};
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

afterAll(async () => {
  await database.close();
  rmSync(base, { recursive: true });
});

const addHost = (on: Db, number: string) =>
  sql`insert into organization (corner_code, organization_id, number, kind, name, municipality_code, search_text, sort_key)
    values ('35', gen_random_uuid(), ${number}, 'other', ${number}, '352039', ${number}, ${number})`.execute(on);

async function syncsOf(work: () => Promise<unknown>): Promise<number> {
  const before = syncs;
  await work();
  return syncs - before;
}

test('no write is acknowledged before the operating system was told to keep it, one by one and in transactions', async () => {
  for (let index = 0; index < 20; index += 1) {
    expect(await syncsOf(() => addHost(db, `single-${index}`))).toBeGreaterThanOrEqual(1);
  }
  const several = () =>
    db.transaction().execute(async (tx) => {
      for (let index = 0; index < 5; index += 1) await addHost(tx, `together-${index}`);
      expect(syncs).toBe(before);
    });
  const before = syncs;
  expect(await syncsOf(several)).toBeGreaterThanOrEqual(1);
});

test('reading, and a transaction that is given up, wait for no disk', async () => {
  expect(await syncsOf(() => sql`select count(*) from organization`.execute(db))).toBe(0);
  const givenUp = () =>
    db.transaction().execute(async (tx) => {
      await addHost(tx, 'given-up');
      throw new Error('given up');
    });
  expect(await syncsOf(() => givenUp().catch(() => {}))).toBe(0);
});

test('a folder as a crash leaves it, in the middle of a commit, opens by itself with every acknowledged row', async () => {
  const images: { readonly path: string; readonly acknowledged: readonly string[] }[] = [];
  const acknowledged: string[] = [];
  onSync = () => {
    if (acknowledged.length !== (images.length + 1) * 7) return;
    const path = join(base, `image-${images.length}`);
    // The process of the owner.lock is this one, alive; the one of a crash is not.
    cpSync(folder, path, { recursive: true, filter: (source) => !source.includes('owner.lock') });
    images.push({ path, acknowledged: [...acknowledged] });
  };
  for (let index = 0; index < 20; index += 1) {
    await addHost(db, `crash-${index}`);
    acknowledged.push(`crash-${index}`);
  }
  expect(images).toHaveLength(2);
  for (const { path, acknowledged: expected } of images) {
    const opened = await openEmbedded(path, { migrate: true });
    const { rows } = await sql<{ number: string }>`
      select number from organization where number like 'crash-%'`.execute(opened.forCorner('35'));
    const kept = new Set(rows.map(({ number }) => number));
    expect(expected.filter((number) => !kept.has(number))).toEqual([]);
    await addHost(opened.forCorner('35'), 'after');
    await opened.close();
  }
}, 120_000);

test('a disk that refuses a commit ends it and all after it with what to do, and what was confirmed stays', async () => {
  const path = join(base, 'refusing');
  cpSync(folder, path, { recursive: true, filter: (source) => !source.includes('owner.lock') });
  const refusing = await openEmbedded(path, { migrate: false });
  const corner = refusing.forCorner('35');
  await addHost(corner, 'confirmed');
  onSync = () => {
    throw Object.assign(new Error('the disk refuses'), { code: 'EIO' });
  };
  await expect(addHost(corner, 'refused')).rejects.toThrow(EngineEnded);
  await expect(corner.transaction().execute((tx) => addHost(tx, 'after'))).rejects.toThrow('起動し直してください');
  await refusing.close();
  onSync = () => {};
  const opened = await openEmbedded(path, { migrate: false });
  const { rows } = await sql<{ number: string }>`
    select number from organization where number in ('confirmed', 'refused', 'after')`.execute(opened.forCorner('35'));
  await opened.close();
  expect(rows).toContainEqual({ number: 'confirmed' });
  expect(rows).not.toContainEqual({ number: 'after' });
}, 120_000);
