import { RouterContextProvider } from 'react-router';
import { createOTP } from '@better-auth/utils/otp';
import { base32 } from '@better-auth/utils/base32';
import { pino } from 'pino';
import { plainDate } from '#kernel/plain-date.ts';
import type { Database } from '#platform/db/database.server.ts';
import type { Role } from '#platform/permission/permission-table.ts';
import { addressContext, deskContext, type Desk } from '#server/desk.server.ts';
import { findSignedIn } from '#server/session.server.ts';
import { createAccounts } from '../accounts.server.ts';
import { createAccount } from '../create-account.server.ts';
import type { Own } from '../own-account.server.ts';
import { finishEnrolment, openEnrolment } from '../second-factor.server.ts';
import { signIn } from '../sign-in.server.ts';

export const password = 'umi to yama no aida';
export const from = { address: '192.0.2.1', device: 'Mozilla/5.0 (Windows NT 10.0) Edg/120.0' };

/** For tests: a desk on the test database whose clock is turned by hand. Sessions themselves run on the wall clock. */
export function openAccountDesk(database: Database, { demonstration = false } = {}) {
  let now = '2022-11-30T01:00:00.000Z';
  const desk: Desk = {
    database,
    accounts: createAccounts({
      database,
      secret: 'a secret of tests, 32 characters long',
      origin: 'http://desk.example.jp',
    }),
    clock: { today: () => plainDate(now.slice(0, 10)), now: () => now },
    log: pino({ level: 'silent' }),
    demonstration,
    proxies: [],
  };
  return {
    desk,
    setNow: (instant: string) => {
      now = instant;
    },
  };
}

type Person = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly cornerCode: string | null;
  readonly hasTemporaryPassword?: boolean;
};

/** An account of corner 35 with the password above. */
export async function anAccount(desk: Desk, changes: Partial<Person> = {}): Promise<Person> {
  const person = {
    email: 'hanako@example.jp',
    name: '試験 花子',
    role: 'officer',
    cornerCode: '35',
    ...changes,
  } as const;
  const created = await createAccount(desk.database, desk.accounts, { ...person, password });
  if (!created.ok) throw new Error(created.refusal.kind);
  return { ...person, id: created.value.id };
}

/** What a browser sends back of the cookies it was given. */
export function toCookieHeader(cookies: readonly string[]): string {
  return cookies.map((cookie) => cookie.split(';')[0] ?? '').join('; ');
}

/** Signs in by password; answers the cookie header of the session, or of the second factor's step. */
export async function signedInCookie(desk: Desk, person: Pick<Person, 'email'>, typed = password): Promise<string> {
  const signedIn = await signIn(desk, { email: person.email, password: typed, from });
  if (!signedIn.ok) throw new Error(signedIn.refusal.kind);
  return toCookieHeader(signedIn.value.cookies);
}

/** The call that a page gets for a request. */
export function pageCall(desk: Desk, request: Request) {
  const context = new RouterContextProvider();
  context.set(deskContext, desk);
  context.set(addressContext, from.address);
  return { request, context, params: {}, url: new URL(request.url), pattern: '' };
}

/** Who a cookie header belongs to, as every page asks. */
export function whoIs(desk: Desk, cookie: string) {
  return findSignedIn(pageCall(desk, new Request('http://desk.example.jp/', { headers: { cookie } })));
}

/** The person behind a session, about their own account. */
export async function ownOf(desk: Desk, cookie: string): Promise<Own> {
  const signedIn = await whoIs(desk, cookie);
  if (!signedIn) throw new Error('nobody is signed in');
  const { actor, email, sessionId, secondFactor } = signedIn;
  return { actor, email, sessionId, secondFactor, cookie, from };
}

/** Sets a second factor up; answers how to make its codes, the backup codes, and the new session's cookie. */
export async function enrolSecondFactor(desk: Desk, cookie: string) {
  const own = await ownOf(desk, cookie);
  const enrolment = await openEnrolment(desk, own);
  if (!enrolment) throw new Error('enrolled already');
  const secret = new TextDecoder().decode(base32.decode(enrolment.secret.replaceAll(' ', '')));
  const makeCode = () => createOTP(secret, {}).totp();
  const finished = await finishEnrolment(desk, own, await makeCode());
  if (!finished.ok) throw new Error(finished.refusal.kind);
  return { makeCode, backupCodes: finished.value.backupCodes, cookie: toCookieHeader(finished.value.cookies) };
}
