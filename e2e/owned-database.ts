import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { embeddedExtensions } from '../src/platform/db/embedded-extensions.server.ts';

type Statement = { readonly sql: string; readonly values?: readonly unknown[] };

/** Runs statements on a data folder as the owner of its tables, past every rule of the application; nobody else may have it open. */
export async function asOwner(folder: string, statements: readonly Statement[]): Promise<void> {
  const database = await PGlite.create({ dataDir: join(folder, 'pg'), extensions: embeddedExtensions });
  for (const { sql, values } of statements) await database.query(sql, [...(values ?? [])]);
  await database.close();
}

/** The rows of one query on a data folder, past every rule of the application; nobody else may have it open. */
export async function rowsOf<Row>(folder: string, sql: string): Promise<readonly Row[]> {
  const database = await PGlite.create({ dataDir: join(folder, 'pg'), extensions: embeddedExtensions });
  const { rows } = await database.query<Row>(sql);
  await database.close();
  return rows;
}

/** What the database keeps of a token. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
