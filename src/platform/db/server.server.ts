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
  const pool = new pg.Pool({ connectionString: options.url, max: options.poolSize, options: '-c role=takumi_app' });
  pool.on('error', () => {
    // An idle session that the server closed is replaced at the next query; the query itself reports its own error.
  });
  return createDatabase('server', pool, async () => {});
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
