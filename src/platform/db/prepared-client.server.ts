import { createHash } from 'node:crypto';
import type { PoolClient, QueryResult } from 'pg';

/** What Kysely asks of a session. */
export type PreparedClient = Pick<PoolClient, 'release'> & {
  readonly query: (text: string, values: unknown[]) => Promise<QueryResult>;
};

/** Longer writes are of many rows, different each time: preparing them would only fill the sessions. */
const LONGEST_WRITE = 4000;
const MOST_STATEMENTS = 500;

/** Texts that sessions keep prepared; the same in every session, so counted once for the process. */
const names = new Map<string, string>();
const clients = new WeakMap<PoolClient, PreparedClient>();

/**
 * Gives repeated statements a name, so that a session parses and plans each once. Planning the joins of a list takes
 * longer than reading its page by index.
 */
export function prepareRepeated(client: PoolClient): PreparedClient {
  const known = clients.get(client);
  if (known) return known;
  const prepared: PreparedClient = {
    release: (error) => client.release(error),
    query: (text, values) => {
      const name = nameOf(text);
      return name === undefined ? client.query(text, values) : client.query({ name, text, values });
    },
  };
  clients.set(client, prepared);
  return prepared;
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_STATEMENTS) return known;
  // Transaction control is sent as it is.
  if (!/^\s*(select|insert|update|delete|with)\b/iu.test(text)) return undefined;
  if (text.length > LONGEST_WRITE && /^\s*(insert|update|delete)\b/iu.test(text)) return undefined;
  const name = `takumi_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  names.set(text, name);
  return name;
}
