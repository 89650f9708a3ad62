import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { prepareRepeated, type PreparedClient } from './prepared-client.server.ts';
import type { Schema } from './schema.gen.ts';

/** Reads. Bound to one corner, or to none. */
export type Db = Kysely<Schema>;
/** Writes. Only `inTransaction` makes one, so a write outside a transaction does not compile. */
export type Tx = Transaction<Schema>;

/** The two-digit prefecture code of a corner (JIS X 0401). */
export type CornerCode = string;

/**
 * The open database. Row-level security shows a connection only the rows of the corner it is bound to; `unbound` sees
 * the tables of the whole installation (accounts, jobs) and not one row of any corner.
 */
export type Database = {
  readonly engine: 'embedded' | 'server';
  readonly unbound: Db;
  readonly forCorner: (corner: CornerCode) => Db;
  /** Answers once the database does (healthz). */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type CloseEngine = () => Promise<void>;

type Engine = {
  readonly engine: Database['engine'];
  /** Sessions that already run as the application's role. */
  readonly pool: Pool;
  /** Sessions that stay unbound, so that accounts and corners do not rebind each other's; the same pool where there is one session. */
  readonly unboundPool: Pool;
  readonly closeEngine: CloseEngine;
};

/** Ties the sessions of an open engine to corners. */
export function createDatabase({ engine, pool, unboundPool, closeEngine }: Engine): Database {
  const bound = new Map<CornerCode, Db>();
  const unbound = bind(unboundPool, '');
  const pools = [...new Set([pool, unboundPool])];
  pools.forEach(hearErrors);
  return {
    engine,
    unbound,
    forCorner: (corner) => {
      if (!/^(0[1-9]|[1-3]\d|4[0-7])$/u.test(corner)) throw new Error(`no such corner: ${corner}`);
      const known = bound.get(corner);
      if (known) return known;
      const db = bind(pool, corner);
      bound.set(corner, db);
      return db;
    },
    ping: async () => {
      await pool.query('select 1');
    },
    close: async () => {
      await Promise.all(pools.map((each) => each.end()));
      await closeEngine();
    },
  };
}

/** Unheard, the error of a session that no query runs in would end the process. */
function hearErrors(pool: Pool): void {
  pool.on('error', () => {
    // An idle session that the server closed is replaced at the next query; the query itself reports its own error.
  });
  pool.on('connect', (client) => {
    // So is one that was closed between two statements of a transaction.
    client.on('error', () => {});
  });
}

/** The corner each session is bound to now. A session is told again only when it changes: no query is lost on it. */
const boundCorner = new WeakMap<PoolClient, CornerCode>();

function bind(pool: Pool, corner: CornerCode): Db {
  const connect = async (): Promise<PreparedClient> => {
    const client = await pool.connect();
    if (boundCorner.get(client) === corner) return prepareRepeated(client);
    try {
      boundCorner.delete(client);
      await client.query("select set_config('takumi.corner', $1, false)", [corner]);
      boundCorner.set(client, corner);
      return prepareRepeated(client);
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  };
  const dialect = new PostgresDialect({ pool: { connect, options: pool.options, end: async () => {} } as never });
  return new Kysely<Schema>({ dialect });
}
