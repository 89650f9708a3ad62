import { expect, test } from 'vitest';
import { useTestDatabase } from '../../test/database.ts';
import { anAccount, from, openAccountDesk, password, signedInCookie, whoIs } from './web/account-desk.fixture.ts';
import { changeAccount } from './manage-accounts.server.ts';
import { signIn } from './sign-in.server.ts';

const database = useTestDatabase();
const open = (options = {}) => openAccountDesk(database.database(), options);
const wrong = { ok: false, refusal: { kind: 'wrong' } };

test('a right password signs in, whatever the width and case of the address', async () => {
  const { desk } = open();
  await anAccount(desk);
  const cookie = await signedInCookie(desk, { email: ' ＨＡＮＡＫＯ@example.jp ' });
  expect((await whoIs(desk, cookie))?.actor).toMatchObject({
    name: '試験 花子',
    role: 'officer',
    cornerCode: '35',
    source: 'page',
  });
});

test('a wrong password and an unknown address get the same answer [SEC-08]', async () => {
  const { desk } = open();
  await anAccount(desk);
  expect(await signIn(desk, { email: 'hanako@example.jp', password: 'wrong', from })).toEqual(wrong);
  expect(await signIn(desk, { email: 'nobody@example.jp', password: 'wrong', from })).toEqual(wrong);
  expect(await signIn(desk, { email: 'no address at all', password: 'x'.repeat(500), from })).toEqual(wrong);
});

test.each(['hanako@example.jp', 'nobody@example.jp'])(
  'the 10th failure locks %s for 15 minutes, known or not, and then a right password signs in [SEC-08]',
  async (email) => {
    const { desk, setNow } = open();
    await anAccount(desk);
    for (let count = 0; count < 10; count += 1)
      expect(await signIn(desk, { email, password: 'wrong', from })).toEqual(wrong);
    const locked = {
      ok: false,
      refusal: { kind: 'locked', by: 'account', failures: 10, until: '2022-11-30T01:15:00.000Z' },
    };
    expect(await signIn(desk, { email, password, from })).toEqual(locked);
    setNow('2022-11-30T01:14:59.999Z');
    expect(await signIn(desk, { email, password, from })).toEqual(locked);
    setNow('2022-11-30T01:15:00.000Z');
    expect((await signIn(desk, { email, password, from })).ok).toBe(email === 'hanako@example.jp');
  },
);

test('nine failures and a right password forget the failures [SEC-08]', async () => {
  const { desk } = open();
  await anAccount(desk);
  for (let round = 0; round < 2; round += 1) {
    for (let count = 0; count < 9; count += 1)
      await signIn(desk, { email: 'hanako@example.jp', password: 'wrong', from });
    expect((await signIn(desk, { email: 'hanako@example.jp', password, from })).ok).toBe(true);
  }
});

test('of 25 guesses at the same moment 10 are answered [SEC-08]', async () => {
  const { desk } = open();
  const guesses = Array.from({ length: 25 }, () =>
    signIn(desk, { email: 'nobody@example.jp', password: 'wrong', from }),
  );
  const answers = await Promise.all(guesses);
  expect(answers.filter((answer) => !answer.ok && answer.refusal.kind === 'wrong')).toHaveLength(10);
});

test('one source that tries many addresses is stopped after 100 failures, others go on [SEC-08]', async () => {
  const { desk } = open();
  await anAccount(desk);
  await database.asOwner(
    `insert into sign_in_attempt values ('address', '${from.address}', 99, '2022-11-30T00:59:00Z', null)`,
  );
  expect(await signIn(desk, { email: 'b@example.jp', password: 'wrong', from })).toEqual(wrong);
  expect(await signIn(desk, { email: 'hanako@example.jp', password, from })).toMatchObject({
    refusal: { kind: 'locked', by: 'address' },
  });
  expect(
    (await signIn(desk, { email: 'hanako@example.jp', password, from: { ...from, address: '192.0.2.2' } })).ok,
  ).toBe(true);
});

test('people who sign in rightly do not use up what their office may fail [SEC-08]', async () => {
  const { desk } = open();
  await anAccount(desk);
  for (let count = 0; count < 3; count += 1) await signedInCookie(desk, { email: 'hanako@example.jp' });
  const rows = await database.asOwner(`select kind, failed_count from sign_in_attempt`);
  expect(rows).toEqual([{ kind: 'address', failed_count: 0 }]);
});

test('a disabled account is told so only with the right password, and gets no session [SEC-10]', async () => {
  const { desk } = open();
  const { id } = await anAccount(desk);
  await changeAccount(database.context({ role: 'chief' }), desk.accounts, { id, change: { kind: 'disable' } });
  expect(await signIn(desk, { email: 'hanako@example.jp', password: 'wrong', from })).toEqual(wrong);
  expect(await signIn(desk, { email: 'hanako@example.jp', password, from })).toEqual({
    ok: false,
    refusal: { kind: 'disabled' },
  });
  expect(await database.asOwner('select 1 from session')).toEqual([]);
});

test('keeps when someone signed in and the time before [SEC-10]', async () => {
  const { desk, setNow } = open();
  await anAccount(desk);
  expect((await whoIs(desk, await signedInCookie(desk, { email: 'hanako@example.jp' })))?.previousLoginAt).toBeNull();
  setNow('2022-12-01T00:00:00.000Z');
  const cookie = await signedInCookie(desk, { email: 'hanako@example.jp' });
  expect((await whoIs(desk, cookie))?.previousLoginAt).toBe('2022-11-30T01:00:00.000Z');
});

test("leaves sign-ins and locks in the corner's log, with where from [SEC-11]", async () => {
  const { desk } = open();
  await anAccount(desk);
  await signedInCookie(desk, { email: 'hanako@example.jp' });
  for (let count = 0; count < 11; count += 1)
    await signIn(desk, { email: 'hanako@example.jp', password: 'wrong', from });
  const rows = await database.asOwner('select action, after from audit_entry order by sequence');
  const after = { address: '192.0.2.1', device: 'Edge（Windows）' };
  expect(rows).toEqual([
    { action: 'signed-in', after },
    { action: 'locked-out', after },
  ]);
});

test('a cookie that was changed by one letter is nobody', async () => {
  const { desk } = open();
  await anAccount(desk);
  const cookie = await signedInCookie(desk, { email: 'hanako@example.jp' });
  expect(await whoIs(desk, cookie)).toBeDefined();
  const [name = '', value = ''] = cookie.split('=');
  const [token = '', signature = ''] = decodeURIComponent(value).split('.');
  for (const forged of [
    `${token}x.${signature}`,
    `${token}.${signature.replace(/^./u, (letter) => (letter === 'A' ? 'B' : 'A'))}`,
    token,
    '',
  ]) {
    expect(await whoIs(desk, `${name}=${encodeURIComponent(forged)}`)).toBeUndefined();
  }
});
