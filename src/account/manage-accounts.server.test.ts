import { expect, test } from 'vitest';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { roles } from '#platform/permission/permission-table.ts';
import { useTestDatabase } from '../../test/database.ts';
import { anAccount, openAccountDesk, signedInCookie, whoIs } from './web/account-desk.fixture.ts';
import { getAccount, listAccounts } from './account-queries.server.ts';
import type { AccountChange } from './domain/account-change.ts';
import { addAccount, changeAccount } from './manage-accounts.server.ts';

const database = useTestDatabase();
const open = () => openAccountDesk(database.database(), { demonstration: true }).desk;
const chief = (corner = '35') => database.context({ role: 'chief', corner });
const addition = { email: 'Taro@example.jp', name: '試験 太郎', role: 'clerk' };

test('an added person signs in with the password that was told once; the log holds it not [SEC-11]', async () => {
  const desk = open();
  const added = await addAccount(chief(), desk, addition);
  if (!added.ok) throw new Error(added.refusal.kind);
  const { temporaryPassword } = added.value;
  expect((await whoIs(desk, await signedInCookie(desk, addition, temporaryPassword)))?.actor.role).toBe('clerk');
  const log = JSON.stringify(await database.asOwner('select * from audit_entry'));
  expect(log).toContain('taro@example.jp');
  expect(log).not.toContain(temporaryPassword);
});

test('an address is used once, in any spelling and corner', async () => {
  const desk = open();
  await addAccount(chief('34'), desk, addition);
  const again = await addAccount(chief(), desk, { ...addition, email: 'ＴＡＲＯ@EXAMPLE.JP' });
  expect(again).toEqual({ ok: false, refusal: { kind: 'email-taken', email: 'taro@example.jp' } });
});

test.each(['center', 'system', 'measureOwner', 'instructor', ''])(
  'a corner cannot add somebody as %s [SEC-13]',
  async (role) => {
    expect(await addAccount(chief(), open(), { ...addition, role })).toEqual({
      ok: false,
      refusal: { kind: 'unknown-role', role },
    });
  },
);

test('disabling ends every session and the log has before and after [SEC-10] [SEC-11]', async () => {
  const desk = open();
  const { id, email } = await anAccount(desk);
  const cookie = await signedInCookie(desk, { email });
  await changeAccount(chief(), desk.accounts, { id, change: { kind: 'disable' } });
  expect(await whoIs(desk, cookie)).toBeUndefined();
  await changeAccount(chief(), desk.accounts, { id, change: { kind: 'enable' } });
  expect(await whoIs(desk, cookie)).toBeUndefined();
  expect(await whoIs(desk, await signedInCookie(desk, { email }))).toBeDefined();
  const rows = await database.asOwner(
    "select action, before, after from audit_entry where action in ('disabled', 'enabled') order by sequence",
  );
  expect(rows).toEqual([
    { action: 'disabled', before: { email, disabled: false }, after: { email, disabled: true } },
    { action: 'enabled', before: { email, disabled: true }, after: { email, disabled: false } },
  ]);
});

test('a changed role holds from the next sign-in, and the old session ends [SEC-11]', async () => {
  const desk = open();
  const { id, email } = await anAccount(desk);
  const cookie = await signedInCookie(desk, { email });
  await changeAccount(chief(), desk.accounts, { id, change: { kind: 'role', role: 'auditor' } });
  expect(await whoIs(desk, cookie)).toBeUndefined();
  expect((await whoIs(desk, await signedInCookie(desk, { email })))?.actor.role).toBe('auditor');
});

test('a password that was reset replaces the old one, and has to be changed by its owner [SEC-08, SEC-09]', async () => {
  const desk = open();
  const { id, email } = await anAccount(desk);
  const reset = await changeAccount(chief(), desk.accounts, { id, change: { kind: 'reset-password' } });
  if (!reset.ok) throw new Error(reset.refusal.kind);
  await expect(signedInCookie(desk, { email })).rejects.toThrow('wrong');
  const cookie = await signedInCookie(desk, { email }, reset.value.temporaryPassword ?? '');
  expect((await whoIs(desk, cookie))?.needsOwnPassword).toBe(true);
});

test("another corner's accounts cannot be seen or changed [SEC-13]", async () => {
  const desk = open();
  const { id } = await anAccount(desk);
  await expect(getAccount(chief('34'), id)).rejects.toThrow(NotFound);
  await expect(changeAccount(chief('34'), desk.accounts, { id, change: { kind: 'disable' } })).rejects.toThrow(
    NotFound,
  );
  expect(await listAccounts(chief('34'))).toEqual([]);
  const stranger = database.context({ role: 'chief', actor: { cornerCode: '34' } });
  await expect(listAccounts(stranger)).rejects.toThrow(Forbidden);
});

test("the Center's accounts cannot be changed from a corner", async () => {
  const desk = open();
  const { id } = await anAccount(desk, { role: 'center', cornerCode: null });
  await expect(changeAccount(chief(), desk.accounts, { id, change: { kind: 'reset-password' } })).rejects.toThrow(
    NotFound,
  );
});

const changes: readonly AccountChange[] = [
  { kind: 'role', role: 'chief' },
  { kind: 'disable' },
  { kind: 'enable' },
  { kind: 'reset-second-factor' },
  { kind: 'reset-password' },
];

test.each(roles.filter((role) => role !== 'chief' && role !== 'system'))(
  '%s may neither see nor add nor change accounts [SEC-13]',
  async (role) => {
    const desk = open();
    const { id } = await anAccount(desk);
    const ctx = database.context({ role });
    await expect(listAccounts(ctx)).rejects.toThrow(Forbidden);
    await expect(addAccount(ctx, desk, addition)).rejects.toThrow(Forbidden);
    for (const change of changes)
      await expect(changeAccount(ctx, desk.accounts, { id, change })).rejects.toThrow(Forbidden);
  },
);
