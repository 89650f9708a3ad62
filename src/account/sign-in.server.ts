import { accept, refuse, type Result } from '#kernel/result.ts';
import type { Role } from '#platform/permission/permission-table.ts';
import { deleteSessions, updateLastLogin } from './account-store.server.ts';
import { findAccountByEmail, findAccountById, type SignInAccount } from './account-queries.server.ts';
import type { AccountDesk } from './accounts.server.ts';
import { forgetAttempts, takeAttempts, type AttemptKey, type AttemptsLocked } from './attempt-limits.server.ts';
import {
  askAuth,
  authHeaders,
  cookiesNamed,
  secondFactorCookie,
  type Origin,
  type SetCookies,
} from './auth-call.server.ts';
import { deviceName } from './device-name.ts';
import { foldEmail } from './create-account.server.ts';
import { recordAccountEvent } from './record-account-event.server.ts';

export type SignInStep = { readonly kind: 'signed-in' | 'second-factor'; readonly cookies: SetCookies };

export type SignInRefusal =
  /** Address or password is wrong: which of them is not told. */
  | { readonly kind: 'wrong' }
  | AttemptsLocked
  /** Told only to who knew the password. */
  | { readonly kind: 'disabled' };

type Credentials = { readonly email: string; readonly password: string; readonly from: Origin };

/**
 * Signs someone in by address and password. Attempts are counted before the password is looked at, by address and by
 * source, whether the account exists or not (SEC-08); a right password of an account with a second factor leads to that
 * step and signs nobody in yet (SEC-09).
 */
export async function signIn(
  desk: AccountDesk,
  { email: typed, password, from }: Credentials,
): Promise<Result<SignInStep, SignInRefusal>> {
  const email = foldEmail(typed);
  const keys = attemptKeys(email, from);
  const taken = await takeAttempts(desk, keys);
  if (!taken.ok) return taken;
  const answer = await askAuth(() =>
    desk.accounts.api.signInEmail({ body: { email, password }, headers: authHeaders(from), returnHeaders: true }),
  );
  const account = await findAccountByEmail(desk.database.unbound, email);
  if (!answer.ok || !account) {
    if (account && taken.value.locks.includes('account'))
      await recordSignIn(desk, { account, action: 'locked-out', from });
    return refuse({ kind: 'wrong' });
  }
  await forgetAttempts(desk, keys);
  if ('twoFactorRedirect' in answer.response) {
    if (account.disabledAt !== null) return refuseDisabled(desk, account);
    return accept({ kind: 'second-factor', cookies: answer.cookies });
  }
  return finish(desk, { account, cookies: answer.cookies, from });
}

type SecondFactor = {
  readonly code: string;
  readonly method: 'app' | 'backup-code';
  readonly cookie: string | null;
  readonly from: Origin;
};

export type SecondFactorRefusal =
  | { readonly kind: 'wrong-code' }
  /** Too long ago, too many wrong codes, or never begun: the password has to be entered again. */
  | { readonly kind: 'expired' }
  | Extract<SignInRefusal, { kind: 'locked' | 'disabled' }>;

const wrongCodes = new Set(['INVALID_CODE', 'INVALID_BACKUP_CODE']);

/** The second step of signing in: a code of the authenticator app, or one of the backup codes, which is then used up. */
export async function signInWithSecondFactor(
  desk: AccountDesk,
  { code, method, cookie, from }: SecondFactor,
): Promise<Result<SignInStep, SecondFactorRefusal>> {
  const keys = [{ kind: 'address', subject: from.address }] as const;
  const taken = await takeAttempts(desk, keys);
  if (!taken.ok) return taken;
  const challenge = {
    body: { code },
    headers: authHeaders(from, cookiesNamed(cookie, secondFactorCookie)),
    returnHeaders: true,
  } as const;
  const answer = await askAuth(() =>
    method === 'app' ? desk.accounts.api.verifyTOTP(challenge) : desk.accounts.api.verifyBackupCode(challenge),
  );
  if (!answer.ok) return refuse({ kind: wrongCodes.has(answer.code) ? 'wrong-code' : 'expired' });
  await forgetAttempts(desk, keys);
  const account = await findAccountById(desk.database.unbound, answer.response.user.id);
  if (!account) throw new Error(`second factor of an unknown account ${answer.response.user.id}`);
  return finish(desk, { account, cookies: answer.cookies, from, after: { secondFactor: method } });
}

type Finishing = {
  readonly account: SignInAccount;
  readonly cookies: SetCookies;
  readonly from: Origin;
  readonly after?: object;
};

async function finish(
  desk: AccountDesk,
  { account, cookies, from, after }: Finishing,
): Promise<Result<SignInStep, { kind: 'disabled' }>> {
  if (account.disabledAt !== null) return refuseDisabled(desk, account);
  await desk.database.unbound.transaction().execute((tx) => updateLastLogin(tx, account.id, desk.clock.now()));
  await recordSignIn(desk, { account, action: 'signed-in', from, ...(after && { after }) });
  return accept({ kind: 'signed-in', cookies });
}

/** The session that better-auth has just made is ended before anybody learns its cookie. */
async function refuseDisabled(desk: AccountDesk, account: SignInAccount) {
  await desk.database.unbound.transaction().execute((tx) => deleteSessions(tx, account.id));
  return refuse({ kind: 'disabled' } as const);
}

function attemptKeys(email: string, { address }: Origin): readonly AttemptKey[] {
  return [
    { kind: 'address', subject: address },
    { kind: 'account', subject: email },
  ];
}

type SignInEvent = {
  readonly account: SignInAccount;
  readonly action: string;
  readonly from: Origin;
  readonly after?: object;
};

async function recordSignIn(desk: AccountDesk, { account, action, from, after }: SignInEvent): Promise<void> {
  const { id, name, role, cornerCode } = account;
  const actor = { id, name, role: role as Role, cornerCode, source: 'page' } as const;
  await recordAccountEvent(desk, {
    action,
    account,
    actor,
    after: { address: from.address, device: deviceName(from.device) ?? from.device, ...after },
  });
}

/** Ends the session of a request; answers the cookies that forget it. */
export async function signOut(desk: AccountDesk, cookie: string | null): Promise<SetCookies> {
  const headers = authHeaders({ address: '', device: '' }, cookie ?? '');
  const answer = await askAuth(() => desk.accounts.api.signOut({ headers, returnHeaders: true }));
  return answer.ok ? answer.cookies : [];
}
