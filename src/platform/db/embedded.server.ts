import { once } from 'node:events';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import { createDatabase, type Database } from './database.server.ts';
import { DurableFileSystem } from './durable-file-system.server.ts';
import { embeddedExtensions } from './embedded-extensions.server.ts';
import { failAfterEnd } from './engine-end.server.ts';
import { lockFolder } from './folder-lock.server.ts';
import { migrate } from './migrate.server.ts';
import { configureTypeParsers } from './parsers.server.ts';

/** PGlite's own start parameters without `-F` (which turns fsync off), and a way to sync that its file system has. */
const durableStart = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];

/**
 * Opens the embedded database in `folder`, which this process then owns until it is closed. PGlite has one session:
 * the pool has one connection, and a query waits for the one before.
 */
export async function openEmbedded(folder: string, options: { readonly migrate: boolean }): Promise<Database> {
  const lock = lockFolder(folder);
  try {
    const pglite = await PGlite.create({
      fs: new DurableFileSystem(join(folder, 'pg')),
      startParams: durableStart,
      extensions: embeddedExtensions,
    });
    return await openPglite(pglite, { ...options, release: lock.release });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Brings a PGlite instance to this version's schema and serves it as the application's role. */
export async function openPglite(
  pglite: PGlite,
  options: { readonly migrate: boolean; readonly release: () => void },
): Promise<Database> {
  configureTypeParsers();
  const { driven, hasEnded } = failAfterEnd(pglite);
  if (options.migrate)
    await migrate({ query: (sql) => pglite.exec(sql).then((results) => results.at(-1)?.rows ?? []) });
  const config = createPgConfig(driven);
  const session = { max: 1, idleTimeoutMillis: 0, onConnect: takeRole };
  const pool = new pg.Pool(Object.assign(config, session) as pg.PoolConfig);
  const closeEngine = async () => {
    // A failed statement is answered at once, while the rest of its messages still wait: the engine must outlive them.
    config.connection.end();
    await once(config.connection, 'end');
    // An engine that ended by itself wrote down what was confirmed; it may not write an orderly end over that.
    if (!hasEnded()) await pglite.close();
    options.release();
  };
  return createDatabase({ engine: 'embedded', pool, unboundPool: pool, closeEngine });
}

/** Whoever waits for the session gets the refusal when the role is not there: a database that nobody migrated. */
async function takeRole(client: pg.ClientBase): Promise<void> {
  await client.query('set role takumi_app');
}
