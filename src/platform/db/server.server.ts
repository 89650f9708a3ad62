import pg from 'pg';
import { createDatabase, type Database } from './database.server.ts';
import { migrate } from './migrate.server.ts';
import { configureTypeParsers } from './parsers.server.ts';

type ServerOptions = {
  readonly url: string;
  readonly migrateUrl: string;
  readonly poolSize: number;
  readonly migrate: boolean;
};

/**
 * Connects to a PostgreSQL server (15 or newer). Migrations run as the login of `migrateUrl`, which owns the tables;
 * every session of the application takes the role `takumi_app`, which owns nothing and obeys row-level security.
 */
export async function openServer(options: ServerOptions): Promise<Database> {
  configureTypeParsers();
  if (options.migrate) await migrateServer(options.migrateUrl);
  const pool = openPool(options.url, options.poolSize);
  const unboundPool = openPool(options.url, Math.ceil(options.poolSize / UNBOUND_SHARE));
  return createDatabase({ engine: 'server', pool, unboundPool, closeEngine: async () => {} });
}

/** Accounts are asked once a request and answer fast: a quarter of the sessions again serves them. */
const UNBOUND_SHARE = 4;

function openPool(connectionString: string, max: number): pg.Pool {
  return new pg.Pool({ connectionString, max, options: '-c role=takumi_app' });
}

async function migrateServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await migrate({ query: (sql) => client.query(sql).then((result) => [result].flat().at(-1)?.rows ?? []) });
  } finally {
    await client.end();
  }
}
