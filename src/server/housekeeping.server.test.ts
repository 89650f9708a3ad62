import { expect, test } from 'vitest';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { csvOf, organizationRow } from '#transfer/file-fixture.server.ts';
import { previewImport } from '#transfer/import-drafts.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { startHousekeeping } from './housekeeping.server.ts';

const desk = useTestDatabase();

async function leave(corner: string): Promise<void> {
  const ctx = desk.context({ corner });
  const bytes = csvOf([organizationRow()]);
  const upload = { kind: 'organizations', bytes, fileName: '派遣先.csv', fiscalYear: 2022 } as const;
  expect((await previewImport(ctx, upload)).ok).toBe(true);
  const once = { key: 'once', fingerprint: corner, work: async () => corner, isKept: () => true };
  await inTransaction(ctx, (tx) => answerOnce(tx, ctx, once));
}

const count = async () =>
  desk.asOwner(`select (select count(*)::int from import_draft) as drafts,
    (select count(*)::int from idempotent_answer) as answers`);

test('a running desk forgets by itself, in every corner, what waited too long, and nothing younger [SEC-12]', async () => {
  await leave('35');
  await leave('01');
  const before = await count();
  expect(before).toEqual([{ drafts: 2, answers: 2 }]);
  const { log, today, now } = desk.context();
  const running = { database: desk.database(), clock: { today, now }, log };
  await startHousekeeping(running)();
  expect(await count()).toEqual(before);
  await desk.asOwner(`update import_draft set created_at = now() - interval '25 hours'`);
  await desk.asOwner(`update idempotent_answer set created_at = now() - interval '8 days'`);
  await startHousekeeping(running)();
  expect(await count()).toEqual([{ drafts: 0, answers: 0 }]);
});
