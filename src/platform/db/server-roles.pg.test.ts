import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOnce, serverUrl, unusedName, urlWith } from '../../../test/server-database.ts';
import type { Database } from './database.server.ts';
import { migrations } from './migrate.server.ts';
import { openServer } from './server.server.ts';

/*
 * An installation as docs/operations.md describes it: one login owns the database and migrates, the other one only runs
 * the desk. Neither is a superuser.
 */
const name = unusedName();
const [owner, desk] = [`${name}_owner`, `${name}_desk`];
const ownerUrl = urlWith(serverUrl(), { database: name, login: owner });
const deskUrl = urlWith(serverUrl(), { database: name, login: desk });
let database: Database;

const openAs = (url: string) => openServer({ url, migrateUrl: ownerUrl, poolSize: 2, migrate: true });
const run = (statement: string) => sql.raw(statement).execute(database.forCorner('35'));

beforeAll(async () => {
  await runOnce(
    serverUrl(),
    `do $$ begin create role takumi_app nologin; exception when duplicate_object then null; end $$;
     create role ${owner} login password '${owner}' in role takumi_app;
     create role ${desk} login password '${desk}' in role takumi_app;`,
  );
  await runOnce(serverUrl(), `create database ${name} owner ${owner}`);
  database = await openAs(deskUrl);
  await run(`insert into corner (corner_code, name, host_association) values ('35', '架空コーナー', '架空協会')`);
  await run(`insert into audit_entry values
    ('35', 1, now(), 'a', 'a', 'created', 'corner', '35', '35', null, null, 'page', '0', '1')`);
});

afterAll(async () => {
  await database.close();
  await runOnce(serverUrl(), `drop database ${name} with (force)`);
  for (const login of [owner, desk]) await runOnce(serverUrl(), `drop role ${login}`);
});

test('logins that are no superusers migrate and run the desk', async () => {
  const { rows } = await run('select session_user::text, current_user::text, name from corner');
  expect(rows).toEqual([{ session_user: desk, current_user: 'takumi_app', name: '架空コーナー' }]);
  const rights = await runOnce(
    serverUrl(),
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname in ('${owner}', '${desk}', 'takumi_app')`,
  );
  expect(rights).toEqual(
    Array.from({ length: 3 }, () => ({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
    })),
  );
});

const owned = /must be (?:owner|able to SET ROLE)/u;
const denied = /permission denied/u;

test.each([
  [`set role ${owner}`, denied],
  [`set session authorization ${owner}`, denied],
  ['alter table visit disable row level security', owned],
  ['alter table visit add column extra text', owned],
  ['drop table visit', owned],
  ['drop policy corner_only on visit', owned],
  ['create policy everything on visit using (true)', owned],
  ['create or replace function current_corner() returns text language sql return null', denied],
  ['create table extra (id integer)', denied],
  ['drop index visit_by_day', owned],
  ['truncate audit_entry', denied],
  ['truncate visit cascade', denied],
  [`update audit_entry set actor_name = 'b'`, denied],
  ['delete from audit_entry', denied],
  ['delete from audit_head', denied],
  ['delete from organization', denied],
  ['delete from visit', denied],
  ['update schema_migration set name = name', denied],
  ['create role extra', denied],
  ['alter role takumi_app bypassrls', /permission denied|must be superuser/u],
])('the application cannot %s [SEC-11][SEC-13]', async (statement, refusal) => {
  await expect(run(statement)).rejects.toThrow(refusal);
});

test.each(['reset role', 'set role none', 'set row_security = off', `set takumi.corner = ''`])(
  'a session of one corner that says %s reads nothing of another and changes no log',
  async (statement) => {
    for (const attempt of ['select corner_code from corner', 'delete from audit_entry returning corner_code']) {
      const answer = await database
        .forCorner('34')
        .transaction()
        .execute(async (tx) => {
          await sql.raw(statement).execute(tx);
          return (await sql.raw(attempt).execute(tx)).rows;
        })
        .catch((error: Error) => error.message);
      expect([[], expect.stringMatching(/permission denied|affected by row-level security/u)]).toContainEqual(answer);
    }
    await database
      .forCorner('34')
      .transaction()
      .execute((tx) => sql`reset role`.execute(tx));
  },
);

test('one login that owns the database and may create roles is enough, and makes the role of the desk itself', async () => {
  const alone = unusedName();
  await runOnce(serverUrl(), `create role ${alone} login createrole createdb password '${alone}'`);
  await runOnce(serverUrl(), `create database ${alone} owner ${alone}`);
  const url = urlWith(serverUrl(), { database: alone, login: alone });
  // takumi_app is there already on a server where tests ran before: another name stands for it.
  const role = `${alone}_app`;
  for (const { sql: text } of migrations) await runOnce(url, text.replaceAll('takumi_app', role));
  await runOnce(url, `insert into corner (corner_code, name, host_association) values ('35', 'a', 'a')`);
  const [corners] = await runOnce(
    url,
    `set role ${role}; select current_user::text as role, (select count(*)::integer from corner) as seen`,
  );
  await runOnce(serverUrl(), `drop database ${alone} with (force)`);
  await runOnce(serverUrl(), `drop role ${role}`);
  await runOnce(serverUrl(), `drop role ${alone}`);
  expect(corners).toEqual({ role, seen: 0 });
});
