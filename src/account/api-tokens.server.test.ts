import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { isAllowed, permissions } from '#platform/permission/permission-table.ts';
import { useTestDatabase } from '../../test/database.ts';
import { anAccount, openAccountDesk } from './web/account-desk.fixture.ts';
import { listApiTokens } from './account-queries.server.ts';
import { dayInJapan, findTokenBearer, issueApiToken, revokeApiToken } from './api-tokens.server.ts';
import type { TokenAccess } from './domain/api-token-rule.ts';
import { changeAccount } from './manage-accounts.server.ts';

const database = useTestDatabase();

async function issued(access: TokenAccess = 'write') {
  const { desk } = openAccountDesk(database.database());
  const owner = await anAccount(desk);
  const ctx = {
    ...database.context({ actor: { id: owner.id, name: owner.name } }),
    now: () => '2022-11-30T01:00:00.000Z',
  };
  const issue = await issueApiToken(ctx, { name: '集計', access, lastDay: plainDate('2022-12-31') });
  if (!issue.ok) throw new Error(issue.refusal.kind);
  return { desk, ctx, owner, token: issue.value.token };
}

const now = '2022-12-01T00:00:00.000Z';

test('a token acts as its owner through the API [SEC-11]', async () => {
  const { owner, token } = await issued();
  expect(await findTokenBearer(database.database(), token, now)).toEqual({
    id: owner.id,
    name: '試験 花子',
    role: 'officer',
    cornerCode: '35',
    readOnly: false,
    source: 'api',
  });
});

test('a reading token reads what its owner may read, and is refused whatever else the owner may do [SEC-11]', async () => {
  const { token } = await issued('read');
  const bearer = await findTokenBearer(database.database(), token, now);
  const reader = database.context({ actor: bearer ?? {} });
  await expect(
    issueApiToken(reader, { name: '二つ目', access: 'write', lastDay: plainDate('2022-12-31') }),
  ).rejects.toThrow(Forbidden);
  const used = permissions.filter((permission) => bearer && isAllowed(bearer, permission, { corner: '35' }));
  const owned = permissions.filter((permission) =>
    isAllowed({ role: 'officer', cornerCode: '35' }, permission, { corner: '35' }),
  );
  expect(used).toEqual(owned.filter((permission) => permission.endsWith('.read')));
});

test.each(['', 'takumi_', 'takumi_wrong', 'Bearer', "takumi_' or 1=1 --"])('%j belongs to nobody', async (text) => {
  await issued();
  expect(await findTokenBearer(database.database(), text, now)).toBeUndefined();
});

test.each([
  ['2022-12-31T14:59:59.999Z', true],
  ['2022-12-31T15:00:00.000Z', false],
])('works to the end of its last day in Japan (%s: %s)', async (at, works) => {
  const { token } = await issued();
  expect((await findTokenBearer(database.database(), token, at)) !== undefined).toBe(works);
});

test('a revoked token stops at once; revoking it again changes nothing [SEC-11]', async () => {
  const { ctx, token } = await issued();
  const [listed] = await listApiTokens(ctx);
  await revokeApiToken(ctx, listed?.hash ?? '');
  await revokeApiToken(ctx, listed?.hash ?? '');
  expect(await findTokenBearer(database.database(), token, now)).toBeUndefined();
  expect(await database.asOwner("select count(*)::int as count from audit_entry where action = 'revoked'")).toEqual([
    { count: 1 },
  ]);
});

test("a disabled owner's token stops at once [SEC-10]", async () => {
  const { desk, owner, token } = await issued();
  await changeAccount(database.context({ role: 'chief' }), desk.accounts, {
    id: owner.id,
    change: { kind: 'disable' },
  });
  expect(await findTokenBearer(database.database(), token, now)).toBeUndefined();
});

test('neither the table nor the log holds the secret [SEC-11]', async () => {
  const { token } = await issued();
  const kept = JSON.stringify([
    await database.asOwner('select * from api_token'),
    await database.asOwner('select * from audit_entry'),
  ]);
  expect(kept).not.toContain(token);
  expect(kept).not.toContain(token.slice('takumi_'.length));
});

test('another corner neither sees nor revokes it, and clerks may not issue [SEC-13]', async () => {
  const { ctx } = await issued();
  const [listed] = await listApiTokens(ctx);
  const elsewhere = database.context({ corner: '34' });
  expect(await listApiTokens(elsewhere)).toEqual([]);
  await expect(revokeApiToken(elsewhere, listed?.hash ?? '')).rejects.toThrow(NotFound);
  const clerk = database.context({ role: 'clerk' });
  await expect(
    issueApiToken(clerk, { name: '集計', access: 'read', lastDay: plainDate('2022-12-31') }),
  ).rejects.toThrow(Forbidden);
  await expect(revokeApiToken(clerk, listed?.hash ?? '')).rejects.toThrow(Forbidden);
});

test.each([
  ['2022-11-30T14:59:59.999Z', '2022-11-30'],
  ['2022-11-30T15:00:00.000Z', '2022-12-01'],
])('%s is %s in Japan', (instant, day) => {
  expect(dayInJapan(instant)).toBe(day);
});
