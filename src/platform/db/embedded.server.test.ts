import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { openPglite } from './embedded.server.ts';

test('closing right after a statement failed waits until the engine has read the rest of it', async () => {
  const pglite = await PGlite.create();
  await pglite.exec('create role takumi_app');
  const driven = vi.spyOn(pglite, 'execProtocolStream');
  const close = pglite.close.bind(pglite);
  let lastRead: string | undefined;
  // why: the order is the rule, and the engine does not tell it; the real close still runs.
  vi.spyOn(pglite, 'close').mockImplementation(() => {
    lastRead = String.fromCharCode(driven.mock.lastCall?.[0][0] ?? 0);
    return close();
  });
  const database = await openPglite(pglite, { migrate: false, release: () => {} });
  const db = database.forCorner('35');
  const failing = async () => {
    try {
      await sql`select no_such_column from pg_class where relname = ${'pg_class'}`.execute(db);
    } finally {
      await database.close();
    }
  };
  await expect(failing()).rejects.toThrow('column "no_such_column" does not exist');
  expect(lastRead).toBe('S');
  expect(pglite.closed).toBe(true);
}, 60_000);
