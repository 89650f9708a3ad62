import { expect, test } from 'vitest';
import { requireSignedIn } from '#server/session.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import {
  anAccount,
  openAccountDesk,
  ownOf,
  pageCall,
  password,
  signedInCookie,
  toCookieHeader,
  whoIs,
} from './web/account-desk.fixture.ts';
import { changeOwnPassword, endOtherSessions, endOwnSession } from './own-account.server.ts';
import { signOut } from './sign-in.server.ts';

const database = useTestDatabase();
const email = 'hanako@example.jp';
const wanted = 'yama kara umi wo miru';

async function twoDevices() {
  const { desk } = openAccountDesk(database.database(), { demonstration: true });
  await anAccount(desk);
  return { desk, here: await signedInCookie(desk, { email }), there: await signedInCookie(desk, { email }) };
}

test('an ended session stops working at once, the others go on [SEC-10]', async () => {
  const { desk, here, there } = await twoDevices();
  const { sessionId } = await ownOf(desk, there);
  await endOwnSession(desk, await ownOf(desk, here), sessionId);
  expect(await whoIs(desk, there)).toBeUndefined();
  expect(await whoIs(desk, here)).toBeDefined();
});

test('all other sessions end together, this one stays [SEC-10]', async () => {
  const { desk, here, there } = await twoDevices();
  await endOtherSessions(desk, await ownOf(desk, here));
  expect([await whoIs(desk, there), (await whoIs(desk, here))?.email]).toEqual([undefined, email]);
});

test("nobody ends another person's session", async () => {
  const { desk, here } = await twoDevices();
  const other = await anAccount(desk, { email: 'taro@example.jp' });
  const theirs = await signedInCookie(desk, other);
  await endOwnSession(desk, await ownOf(desk, here), (await ownOf(desk, theirs)).sessionId);
  expect(await whoIs(desk, theirs)).toBeDefined();
});

test('signing out ends the session itself, not only its cookie', async () => {
  const { desk, here, there } = await twoDevices();
  const cookies = await signOut(desk, here);
  expect(cookies.some((cookie) => /session_token=;.*Max-Age=0/iu.test(cookie))).toBe(true);
  expect([await whoIs(desk, here), (await whoIs(desk, there))?.email]).toEqual([undefined, email]);
});

test('a new password ends every other session, and the old one signs in no more [SEC-08]', async () => {
  const { desk, here, there } = await twoDevices();
  const changed = await changeOwnPassword(desk, await ownOf(desk, here), { current: password, wanted });
  if (!changed.ok) throw new Error(changed.refusal.kind);
  expect(await whoIs(desk, there)).toBeUndefined();
  expect((await whoIs(desk, toCookieHeader(changed.value)))?.email).toBe(email);
  await expect(signedInCookie(desk, { email }, password)).rejects.toThrow('wrong');
  expect(await whoIs(desk, await signedInCookie(desk, { email }, wanted))).toBeDefined();
});

test.each([
  ['umi to yama', 'too-short'],
  ['hanako.example.jp', 'own-words'],
  ['passwordpassword', 'guessable'],
  ['12345678901234567', 'guessable'],
])('refuses %s as a new password: %s [SEC-08]', async (typed, kind) => {
  const { desk, here } = await twoDevices();
  const changed = await changeOwnPassword(desk, await ownOf(desk, here), { current: password, wanted: typed });
  expect(changed.ok ? 'ok' : changed.refusal.kind).toBe(kind);
});

test('guesses at the current password count like failed sign-ins [SEC-08]', async () => {
  const { desk, here } = await twoDevices();
  const own = await ownOf(desk, here);
  const kinds: string[] = [];
  for (let count = 0; count < 11; count += 1) {
    const changed = await changeOwnPassword(desk, own, { current: 'wrong', wanted });
    kinds.push(changed.ok ? 'ok' : changed.refusal.kind);
  }
  expect(kinds).toEqual([...Array.from({ length: 10 }, () => 'wrong-password'), 'locked']);
});

test('a password that somebody else made is changed before anything else, and cannot be kept [SEC-08]', async () => {
  const { desk } = openAccountDesk(database.database(), { demonstration: true });
  await anAccount(desk, { hasTemporaryPassword: true });
  const cookie = await signedInCookie(desk, { email });
  expect((await whoIs(desk, cookie))?.needsOwnPassword).toBe(true);
  const request = new Request('http://desk.example.jp/35/2022/visits', { headers: { cookie } });
  const sentAway: unknown = await requireSignedIn(pageCall(desk, request)).catch((thrown: unknown) => thrown);
  expect(sentAway instanceof Response && sentAway.headers.get('location')).toBe(
    `/account/password?next=${encodeURIComponent('/35/2022/visits')}`,
  );
  const own = await ownOf(desk, cookie);
  expect(await changeOwnPassword(desk, own, { current: password, wanted: password })).toEqual({
    ok: false,
    refusal: { kind: 'same-password' },
  });
  const changed = await changeOwnPassword(desk, own, { current: password, wanted });
  if (!changed.ok) throw new Error(changed.refusal.kind);
  expect((await whoIs(desk, toCookieHeader(changed.value)))?.needsOwnPassword).toBe(false);
});
