import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** The superuser's URL of the server of this run (`npm run test:pg`). */
export function serverUrl(): string {
  return process.env['DATABASE_URL_TEST'] ?? '';
}

/** The same server with another database, or with another login. */
export function urlWith(url: string, changes: { readonly database?: string; readonly login?: string }): string {
  const changed = new URL(url);
  if (changes.database !== undefined) changed.pathname = `/${changes.database}`;
  if (changes.login !== undefined) [changed.username, changed.password] = [changes.login, changes.login];
  return changed.href;
}

/** Runs SQL in a session of its own; the rows of the last statement. */
export async function runOnce(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query(sql);
    return [result].flat().at(-1)?.rows ?? [];
  } finally {
    await client.end();
  }
}

/** A name that no other test of the server uses. */
export function unusedName(): string {
  return `takumi_test_${randomUUID().replaceAll('-', '')}`;
}
