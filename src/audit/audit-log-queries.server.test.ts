import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { Forbidden } from '#platform/errors.server.ts';
import { roles } from '#platform/permission/permission-table.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { listAuditActors, listAuditEntries } from './audit-log-queries.server.ts';

const desk = useTestDatabase();
const everything = { actor: '', kind: '', action: '', from: undefined, until: undefined };
const auditor = (corner = '35') => desk.context({ role: 'auditor', corner });

async function record(
  id: string,
  { at = '2022-11-30T01:00:00.000Z', actor = 'a', action = 'updated', corner = '35' } = {},
) {
  const ctx = { ...desk.context({ corner, actor: { id: actor, name: `人 ${actor}` } }), now: () => at };
  await inTransaction(ctx, (tx) => recordAudit(tx, ctx, [{ action, entity: { kind: 'visit', id, label: id } }]));
}

async function find(filters: Partial<Parameters<typeof listAuditEntries>[1]['filters']>) {
  const page = await listAuditEntries(auditor(), { filters: { ...everything, ...filters }, cursor: undefined });
  return page.rows.map(({ label }) => label);
}

test('finds entries by person, kind and action, newest first [SEC-11]', async () => {
  await record('1');
  await record('2', { actor: 'b' });
  await record('3', { action: 'deleted' });
  expect(await find({})).toEqual(['3', '2', '1']);
  expect(await find({ actor: 'b' })).toEqual(['2']);
  expect(await find({ action: 'deleted' })).toEqual(['3']);
  expect(await find({ kind: 'account' })).toEqual([]);
});

test('days are days in Japan, from the first moment to the last [SEC-11]', async () => {
  await record('before', { at: '2022-11-29T14:59:59.999Z' });
  await record('first', { at: '2022-11-29T15:00:00.000Z' });
  await record('last', { at: '2022-11-30T14:59:59.999Z' });
  await record('after', { at: '2022-11-30T15:00:00.000Z' });
  const day = plainDate('2022-11-30');
  expect(await find({ from: day, until: day })).toEqual(['last', 'first']);
  expect(await find({ from: day })).toEqual(['after', 'last', 'first']);
  expect(await find({ until: day })).toEqual(['last', 'first', 'before']);
});

test('pages hold every entry once, in both directions', async () => {
  for (let index = 1; index <= 7; index += 1) await record(String(index));
  const read = (cursor: string | undefined) =>
    listAuditEntries(auditor(), { filters: everything, cursor: decodeCursor(cursor, 1), limit: 3 });
  const first = await read(undefined);
  const second = await read(first.next);
  const third = await read(second.next);
  expect([first, second, third].map(({ rows }) => rows.map(({ label }) => label))).toEqual([
    ['7', '6', '5'],
    ['4', '3', '2'],
    ['1'],
  ]);
  expect(third.next).toBeUndefined();
  expect((await read(second.previous)).rows).toEqual(first.rows);
});

test('lists each person once, however often they did something', async () => {
  for (const actor of ['b', 'a', 'c', 'a', 'b', 'a']) await record('1', { actor });
  expect((await listAuditActors(auditor())).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('an empty log has nobody', async () => {
  expect(await listAuditActors(auditor())).toEqual([]);
});

test("another corner's log stays hidden [SEC-13]", async () => {
  await record('1', { corner: '34' });
  expect(await find({})).toEqual([]);
  expect(await listAuditActors(auditor())).toEqual([]);
  await expect(
    listAuditEntries(desk.context({ role: 'auditor', actor: { cornerCode: '34' } }), {
      filters: everything,
      cursor: undefined,
    }),
  ).rejects.toThrow(Forbidden);
});

test.each(roles.filter((role) => !['system', 'chief', 'auditor'].includes(role)))(
  '%s may not read the log [SEC-11]',
  async (role) => {
    await expect(listAuditEntries(desk.context({ role }), { filters: everything, cursor: undefined })).rejects.toThrow(
      Forbidden,
    );
    await expect(listAuditActors(desk.context({ role }))).rejects.toThrow(Forbidden);
  },
);

test('the application can neither change nor remove an entry [SEC-11]', async () => {
  await record('1');
  const { db } = auditor();
  await expect(db.updateTable('audit_entry').set({ action: 'x' }).execute()).rejects.toThrow('permission denied');
  await expect(db.deleteFrom('audit_entry').execute()).rejects.toThrow('permission denied');
});
