import { expect, test } from 'vitest';
import { requireSignedIn } from '#server/session.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import {
  anAccount,
  enrolSecondFactor,
  from,
  openAccountDesk,
  ownOf,
  pageCall,
  password,
  signedInCookie,
  toCookieHeader,
  whoIs,
} from './web/account-desk.fixture.ts';
import { changeAccount } from './manage-accounts.server.ts';
import { finishEnrolment, openEnrolment, renewBackupCodes, replaceSecondFactor } from './second-factor.server.ts';
import { signIn, signInWithSecondFactor } from './sign-in.server.ts';

const database = useTestDatabase();
const email = 'hanako@example.jp';

async function enrolled(options = {}) {
  const { desk } = openAccountDesk(database.database(), options);
  const person = await anAccount(desk);
  const factor = await enrolSecondFactor(desk, await signedInCookie(desk, person));
  return { desk, person, ...factor };
}

test.each([
  [false, true],
  [true, false],
])('in a demonstration (%s) a second factor is demanded: %s [SEC-09]', async (demonstration, needed) => {
  const { desk } = openAccountDesk(database.database(), { demonstration });
  await anAccount(desk);
  expect((await whoIs(desk, await signedInCookie(desk, { email })))?.needsSecondFactor).toBe(needed);
});

test('without it every page leads to its set-up and back to the page [SEC-09]', async () => {
  const { desk } = openAccountDesk(database.database());
  await anAccount(desk);
  const headers = { cookie: await signedInCookie(desk, { email }) };
  const call = pageCall(desk, new Request('http://desk.example.jp/35/2022/visits?q=a', { headers }));
  const answer: unknown = await requireSignedIn(call).catch((response: unknown) => response);
  expect((answer as Response).headers.get('location')).toBe(
    '/account/second-factor?next=%2F35%2F2022%2Fvisits%3Fq%3Da',
  );
});

test('once set up, the password alone signs nobody in, and the code of the app does [SEC-09]', async () => {
  const { desk, makeCode } = await enrolled();
  const first = await signIn(desk, { email, password, from });
  if (!first.ok) throw new Error(first.refusal.kind);
  expect(first.value.kind).toBe('second-factor');
  const cookie = toCookieHeader(first.value.cookies);
  expect(await whoIs(desk, cookie)).toBeUndefined();
  expect(await signInWithSecondFactor(desk, { code: '000000', method: 'app', cookie, from })).toEqual({
    ok: false,
    refusal: { kind: 'wrong-code' },
  });
  const second = await signInWithSecondFactor(desk, { code: await makeCode(), method: 'app', cookie, from });
  if (!second.ok) throw new Error(second.refusal.kind);
  expect(await whoIs(desk, toCookieHeader(second.value.cookies))).toMatchObject({
    email,
    needsSecondFactor: false,
    secondFactor: true,
  });
});

test('a set-up with a wrong code changes nothing and keeps the same key [SEC-09]', async () => {
  const { desk } = openAccountDesk(database.database());
  await anAccount(desk);
  const own = await ownOf(desk, await signedInCookie(desk, { email }));
  const before = await openEnrolment(desk, own);
  expect(await finishEnrolment(desk, own, '000000')).toEqual({ ok: false, refusal: { kind: 'wrong-code' } });
  expect(await openEnrolment(desk, own)).toEqual(before);
  expect((await signIn(desk, { email, password, from })).ok && 'signed-in').toBe('signed-in');
});

test('a backup code signs in once [SEC-09]', async () => {
  const { desk, backupCodes } = await enrolled();
  const code = backupCodes[0] ?? '';
  const use = async () => {
    const cookie = await signedInCookie(desk, { email });
    return (await signInWithSecondFactor(desk, { code, method: 'backup-code', cookie, from })).ok;
  };
  expect([await use(), await use()]).toEqual([true, false]);
});

test('five wrong codes end the step: the password is asked for again [SEC-09]', async () => {
  const { desk, makeCode } = await enrolled();
  const cookie = await signedInCookie(desk, { email });
  const answers: string[] = [];
  for (let count = 0; count < 6; count += 1) {
    const answer = await signInWithSecondFactor(desk, { code: '000000', method: 'app', cookie, from });
    answers.push(answer.ok ? 'ok' : answer.refusal.kind);
  }
  expect(answers).toEqual([...Array.from({ length: 5 }, () => 'wrong-code'), 'expired']);
  const late = await signInWithSecondFactor(desk, { code: await makeCode(), method: 'app', cookie, from });
  expect(late.ok).toBe(false);
});

test("a code without the password's step, or with a made-up one, signs nobody in [SEC-09]", async () => {
  const { desk, makeCode } = await enrolled();
  for (const cookie of [null, '', 'takumi.two_factor=2fa-made-up.c2lnbmF0dXJl']) {
    const answer = await signInWithSecondFactor(desk, { code: await makeCode(), method: 'app', cookie, from });
    expect(answer).toEqual({ ok: false, refusal: { kind: 'expired' } });
  }
});

test('a session that is open already does not stand in for the password of this step [SEC-09]', async () => {
  const { desk, makeCode, cookie } = await enrolled();
  const answer = await signInWithSecondFactor(desk, { code: await makeCode(), method: 'app', cookie, from });
  expect(answer).toEqual({ ok: false, refusal: { kind: 'expired' } });
});

test('an account that is disabled between the two steps is not signed in [SEC-10]', async () => {
  const { desk, person, makeCode } = await enrolled();
  const cookie = await signedInCookie(desk, { email });
  await changeAccount(database.context({ role: 'chief' }), desk.accounts, {
    id: person.id,
    change: { kind: 'disable' },
  });
  const answer = await signInWithSecondFactor(desk, { code: await makeCode(), method: 'app', cookie, from });
  expect(answer.ok).toBe(false);
  expect(await database.asOwner('select 1 from session')).toEqual([]);
});

test('after another administrator took a lost one away, the next sign-in sets up anew; the log says who [SEC-09] [SEC-11]', async () => {
  const { desk, person, cookie } = await enrolled();
  const change = { kind: 'reset-second-factor' } as const;
  const reset = await changeAccount(database.context({ role: 'chief' }), desk.accounts, { id: person.id, change });
  expect(reset.ok).toBe(true);
  expect(await whoIs(desk, cookie)).toBeUndefined();
  expect((await whoIs(desk, await signedInCookie(desk, { email })))?.needsSecondFactor).toBe(true);
  const rows = await database.asOwner(
    "select actor_id, before, after from audit_entry where action = 'second-factor-reset'",
  );
  expect(rows).toEqual([
    { actor_id: 'test-chief', before: { email, secondFactor: true }, after: { email, secondFactor: false } },
  ]);
});

test('new backup codes and a new device ask for the password [SEC-09]', async () => {
  const { desk, cookie, backupCodes } = await enrolled();
  const own = await ownOf(desk, cookie);
  expect(await renewBackupCodes(desk, own, 'wrong')).toEqual({ ok: false, refusal: { kind: 'wrong-password' } });
  const renewed = await renewBackupCodes(desk, own, password);
  expect(renewed.ok && renewed.value.some((code) => backupCodes.includes(code))).toBe(false);
  const replaced = await replaceSecondFactor(desk, own, password);
  if (!replaced.ok) throw new Error(replaced.refusal.kind);
  expect((await whoIs(desk, toCookieHeader(replaced.value)))?.needsSecondFactor).toBe(true);
});

test('two set-ups opened at the same moment show the same key', async () => {
  const { desk } = openAccountDesk(database.database());
  await anAccount(desk);
  const own = await ownOf(desk, await signedInCookie(desk, { email }));
  const [left, right] = await Promise.all([openEnrolment(desk, own), openEnrolment(desk, own)]);
  expect(left).toEqual(right);
});
