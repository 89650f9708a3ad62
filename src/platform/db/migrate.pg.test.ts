import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOnce, serverUrl, unusedName, urlWith } from '../../../test/server-database.ts';
import { DatabaseTooNew, migrations } from './migrate.server.ts';
import { openServer } from './server.server.ts';

const name = unusedName();
const url = urlWith(serverUrl(), { database: name });
const start = async () => {
  const database = await openServer({ url, migrateUrl: url, poolSize: 2, migrate: true });
  await database.close();
};
const readApplied = async () =>
  (await runOnce(url, 'select name from schema_migration order by name')) as { name: string }[];
const known = migrations.map((migration) => ({ name: migration.name }));

beforeAll(async () => {
  await runOnce(serverUrl(), `create database ${name}`);
});

afterAll(async () => {
  await runOnce(serverUrl(), `drop database ${name} with (force)`);
});

test('processes that start on an empty database at the same moment apply each migration once', async () => {
  await Promise.all(Array.from({ length: 4 }, start));
  expect(await readApplied()).toEqual(known);
});

test('a second start changes nothing', async () => {
  const before = await runOnce(url, 'select * from schema_migration order by name');
  await start();
  expect(await runOnce(url, 'select * from schema_migration order by name')).toEqual(before);
});

test('a start that cannot migrate frees the way for the next one', async () => {
  await runOnce(url, `delete from schema_migration where name = '${known.at(-1)?.name}'`);
  await expect(start()).rejects.toThrow(known.at(-1)?.name);
  const locks = await runOnce(
    url,
    `select 1 from pg_locks join pg_database on pg_database.oid = pg_locks.database
     where locktype = 'advisory' and datname = current_database()`,
  );
  expect(locks).toEqual([]);
  await runOnce(url, `insert into schema_migration (name) values ('${known.at(-1)?.name}')`);
  await start();
});

test('a failed migration leaves nothing of itself behind', async () => {
  const other = unusedName();
  await runOnce(serverUrl(), `create database ${other}`);
  const otherUrl = urlWith(serverUrl(), { database: other });
  // The 3rd migration meets a table of its name.
  await runOnce(otherUrl, 'create table audit_head (id integer)');
  await expect(openServer({ url: otherUrl, migrateUrl: otherUrl, poolSize: 1, migrate: true })).rejects.toThrow('0003');
  const tables = await runOnce(
    otherUrl,
    `select 1 from pg_tables where tablename in ('audit_entry', 'idempotent_answer')`,
  );
  const applied = await runOnce(otherUrl, 'select name from schema_migration');
  await runOnce(serverUrl(), `drop database ${other} with (force)`);
  expect([tables, applied]).toEqual([[], known.slice(0, 2)]);
});

test('a database of a newer version is refused and stays as it is', async () => {
  await runOnce(url, `insert into schema_migration (name) values ('9999-from-the-future')`);
  await expect(start()).rejects.toThrow(DatabaseTooNew);
  await expect(start()).rejects.toThrow('9999-from-the-future');
  expect(await readApplied()).toEqual([...known, { name: '9999-from-the-future' }]);
});
