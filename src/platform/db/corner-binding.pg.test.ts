import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useTestDatabase } from '../../../test/database.ts';
import type { Database } from './database.server.ts';
import { openServer } from './server.server.ts';

const desk = useTestDatabase();
const corners = ['35', '34'] as const;
let database: Database;

beforeAll(async () => {
  database = await openServer({ url: desk.url(), migrateUrl: desk.url(), poolSize: 2, migrate: false });
});

afterAll(() => database.close());

const enter = () =>
  desk.asOwner(`insert into corner (corner_code, name, host_association)
    select code, code, code from unnest(array['34', '35']) as code`);
const read = (corner: string) =>
  sql<{ seen: string }>`select corner_code as seen, pg_sleep(0.001) from corner`
    .execute(database.forCorner(corner))
    .then(({ rows }) => rows.map(({ seen }) => seen));

/** A repeatable order in which the corners come, so that every session changes hands again and again. */
const cornerOf = (turn: number) => corners[(turn * turn + (turn % 7)) % 3 === 0 ? 0 : 1];

test('among many requests of two corners on two sessions each sees its own rows alone [SEC-13]', async () => {
  await enter();
  const asked = Array.from({ length: 300 }, (_, turn) => cornerOf(turn));
  expect(new Set(asked).size).toBe(2);
  const answers = await Promise.all(asked.map((corner) => read(corner)));
  expect(answers).toEqual(asked.map((corner) => [corner]));
});

test('a query bound to no corner sees no row, right after one that was', async () => {
  await enter();
  for (let turn = 0; turn < 20; turn += 1) {
    await read('35');
    expect((await sql`select * from corner`.execute(database.unbound)).rows).toEqual([]);
  }
});

test('a transaction that fails, and one whose session the server ends, leave no corner behind', async () => {
  await enter();
  const fail = (statement: string, corner: string) =>
    database
      .forCorner(corner)
      .transaction()
      .execute((tx) => sql.raw(statement).execute(tx));
  for (let turn = 0; turn < 6; turn += 1) {
    await expect(fail('select 1 / 0', '35')).rejects.toThrow('zero');
    expect(await Promise.all([read('34'), read('35'), read('34')])).toEqual([['34'], ['35'], ['34']]);
  }
  const ended = database
    .forCorner('35')
    .connection()
    .execute(async (db) => {
      const [{ pid }] = (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows as [
        { pid: number },
      ];
      await desk.asOwner(`select pg_terminate_backend(${pid})`);
      return sql`select 1`.execute(db);
    });
  await expect(ended).rejects.toThrow(/terminat|ECONNRESET|connection error/u);
  // Until the broken connection is noticed, a request may still meet it; it fails and answers nothing.
  await Promise.allSettled([read('34'), read('35')]);
  expect(await Promise.all([read('34'), read('35'), read('34')])).toEqual([['34'], ['35'], ['34']]);
});

test('a corner that is set inside a transaction which is rolled back does not hide the one the session had', async () => {
  await enter();
  // The first query of a session binds it; here that happens before the transaction begins, never inside.
  const { promise: hold, resolve: release } = Promise.withResolvers<void>();
  const running = database
    .forCorner('34')
    .transaction()
    .execute(async (tx) => {
      await sql`select 1`.execute(tx);
      await hold;
      throw new Error('undone');
    });
  const others = await Promise.all(Array.from({ length: 10 }, () => read('35')));
  release();
  await expect(running).rejects.toThrow('undone');
  expect(others).toEqual(Array.from({ length: 10 }, () => ['35']));
  expect(await Promise.all(['34', '35', '34', '35'].map(read))).toEqual([['34'], ['35'], ['34'], ['35']]);
});
