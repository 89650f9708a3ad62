import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createContext, createClock, type Actor, type Context } from '#platform/context.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { embeddedExtensions } from '#platform/db/embedded-extensions.server.ts';
import { openPglite } from '#platform/db/embedded.server.ts';
import { openServer } from '#platform/db/server.server.ts';
import type { Role } from '#platform/permission/permission-table.ts';
import { runOnce, serverUrl, unusedName, urlWith } from './server-database.ts';

/** A migrated, empty database for tests, and a way to run SQL as the owner of its tables. */
type TestEngine = {
  readonly database: Database;
  readonly asOwner: (sql: string) => Promise<readonly unknown[]>;
  /** Where further sessions find it; the embedded database has none. */
  readonly url: string | undefined;
  readonly close: () => Promise<void>;
};

const onServer = process.env['TAKUMI_TEST_ENGINE'] === 'postgres';

async function openEngine(): Promise<TestEngine> {
  return onServer ? openServerCopy() : openEmbeddedCopy();
}

async function openEmbeddedCopy(): Promise<TestEngine> {
  const file = new URL(
    `../node_modules/.cache/takumi-desk/${process.env['TAKUMI_TEST_TEMPLATE']}.tar`,
    import.meta.url,
  );
  const pglite = await PGlite.create({ loadDataDir: new Blob([readFileSync(file)]), extensions: embeddedExtensions });
  const database = await openPglite(pglite, { migrate: false, release: () => {} });
  const asOwner = async (sql: string) => {
    const results = await pglite.exec(`reset role; ${sql}; set role takumi_app`);
    return results.at(-2)?.rows ?? [];
  };
  return { database, asOwner, url: undefined, close: () => database.close() };
}

async function openServerCopy(): Promise<TestEngine> {
  const name = unusedName();
  await runOnce(serverUrl(), `create database ${name} template ${process.env['TAKUMI_TEST_TEMPLATE']}`);
  const url = urlWith(serverUrl(), { database: name });
  const database = await openServer({ url, migrateUrl: url, poolSize: 8, migrate: false });
  const asOwner = (sql: string) => runOnce(url, sql);
  const close = async () => {
    await database.close();
    await runOnce(serverUrl(), `drop database ${name} with (force)`);
  };
  return { database, asOwner, url, close };
}

type ContextOptions = {
  readonly corner?: string;
  readonly role?: Role;
  readonly today?: string;
  readonly actor?: Partial<Actor>;
};

/** The embedded database is slow to open: one a worker, emptied before every test. */
let sharedEngine: Promise<TestEngine> | undefined;

/**
 * Gives a test file a migrated database that is empty before each test, on the engine of the run.
 * `context()` is an officer of corner 35 on 2022-11-30 unless told otherwise. `ownEngine` is for tests that change the
 * schema itself; `emptied: false` keeps the rows of a file that only reads (on a server).
 */
export function useTestDatabase({ ownEngine = onServer, emptied = true } = {}) {
  let engine: TestEngine | undefined;
  beforeAll(async () => {
    engine = await (ownEngine ? openEngine() : (sharedEngine ??= openEngine()));
  });
  beforeEach(async () => {
    if (emptied) await current().asOwner(emptyEveryTable);
  });
  afterAll(async () => {
    if (ownEngine) await current().close();
  });
  const current = (): TestEngine => {
    if (!engine) throw new Error('the test database is open only inside tests');
    return engine;
  };
  return {
    database: () => current().database,
    asOwner: (sql: string) => current().asOwner(sql),
    url: (): string => {
      const { url } = current();
      if (url === undefined) throw new Error('only a database on a server has an address');
      return url;
    },
    context: ({ corner = '35', role = 'officer', today = '2022-11-30', actor = {} }: ContextOptions = {}): Context =>
      createContext({
        database: current().database,
        corner,
        actor: {
          id: `test-${role}`,
          name: '試験 花子',
          role,
          cornerCode: cornerOf(role, corner),
          source: 'page',
          ...actor,
        },
        clock: createClock(today),
        log: pino({ level: 'silent' }),
      }),
  };
}

function cornerOf(role: Role, corner: string): string | null {
  return role === 'system' || role === 'center' ? null : corner;
}

// Only what holds rows: emptying a table makes new files for it and its indexes, which takes longer than most tests.
const emptyEveryTable = `do $$
declare
  each text;
  filled text[] := '{}';
  holds boolean;
begin
  for each in select format('%I', tablename) from pg_tables where schemaname = 'public' and tablename <> 'schema_migration' loop
    execute format('select exists (select from %s)', each) into holds;
    if holds then filled := filled || each; end if;
  end loop;
  if filled <> '{}' then execute 'truncate ' || array_to_string(filled, ', ') || ' cascade'; end if;
end $$`;
