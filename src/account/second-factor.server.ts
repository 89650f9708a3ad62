import { randomUUID } from 'node:crypto';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { generateRandomString, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { toString as drawQrCode } from 'qrcode';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { insertSecondFactorOnce } from './account-store.server.ts';
import { issuer, type AccountDesk } from './accounts.server.ts';
import { askAuth, authHeaders, cookiesNamed, sessionCookie, type SetCookies } from './auth-call.server.ts';
import { askWithPassword, type PasswordGuessRefusal } from './password-guess.server.ts';
import type { Own } from './own-account.server.ts';
import { makeBackupCodes } from './random-secret.server.ts';
import { recordAccountEvent } from './record-account-event.server.ts';

const SECRET_LENGTH = 32;

/** What an authenticator app needs: a picture to scan, and the same as text. */
export type Enrolment = { readonly qrCodeSvg: string; readonly secret: string };

/**
 * The enrolment under way of someone without a second factor, begun when there is none; nothing for who has one. It asks
 * for no password: this step follows right after the sign-in, and nothing just given is asked again (A11-07).
 */
export async function openEnrolment(desk: AccountDesk, { actor, email }: Own): Promise<Enrolment | undefined> {
  const { secretConfig: key } = await desk.accounts.$context;
  const fresh = {
    id: randomUUID(),
    userId: actor.id,
    secret: await symmetricEncrypt({ key, data: generateRandomString(SECRET_LENGTH) }),
    backupCodes: await symmetricEncrypt({ key, data: JSON.stringify(makeBackupCodes()) }),
    verified: false,
  };
  const kept = await desk.database.unbound.transaction().execute((tx) => insertSecondFactorOnce(tx, fresh));
  if (kept.verified !== false) return undefined;
  const secret = await symmetricDecrypt({ key, data: kept.secret });
  const address = createOTP(secret, {}).url(issuer, email);
  return {
    qrCodeSvg: await drawQrCode(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }),
    secret: (base32.encode(secret, { padding: false }).match(/.{1,4}/gu) ?? []).join(' '),
  };
}

export type EnrolmentRefusal = { readonly kind: 'wrong-code' };

type Enrolled = { readonly cookies: SetCookies; readonly backupCodes: readonly string[] };

/** Proves that the app shows the right code; from now on signing in asks for it. The backup codes are told once. */
export async function finishEnrolment(
  desk: AccountDesk,
  own: Own,
  code: string,
): Promise<Result<Enrolled, EnrolmentRefusal>> {
  const headers = authHeaders(own.from, cookiesNamed(own.cookie, sessionCookie));
  const answer = await askAuth(() => desk.accounts.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }));
  if (!answer.ok) return refuse({ kind: 'wrong-code' });
  const { backupCodes } = await desk.accounts.api.viewBackupCodes({ body: { userId: own.actor.id } });
  await recordAccountEvent(desk, { action: 'second-factor-enrolled', account: own.actor, actor: own.actor });
  return accept({ cookies: answer.cookies, backupCodes });
}

/** New backup codes instead of those that are left; asks for the password, because they open the account. */
export async function renewBackupCodes(
  desk: AccountDesk,
  own: Own,
  password: string,
): Promise<Result<readonly string[], PasswordGuessRefusal>> {
  const answer = await askWithPassword(desk, own, (headers) =>
    desk.accounts.api.generateBackupCodes({ body: { password }, headers, returnHeaders: true }),
  );
  if (!answer.ok) return answer;
  await recordAccountEvent(desk, { action: 'backup-codes-renewed', account: own.actor, actor: own.actor });
  return accept(answer.value.response.backupCodes);
}

/** Gives up the app on the old telephone; another has to be enrolled right after. Asks for the password. */
export async function replaceSecondFactor(
  desk: AccountDesk,
  own: Own,
  password: string,
): Promise<Result<SetCookies, PasswordGuessRefusal>> {
  const answer = await askWithPassword(desk, own, (headers) =>
    desk.accounts.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
  );
  if (!answer.ok) return answer;
  await recordAccountEvent(desk, { action: 'second-factor-removed', account: own.actor, actor: own.actor });
  return accept(answer.value.cookies);
}

/** How many backup codes are left. */
export async function countBackupCodes({ accounts }: AccountDesk, userId: string): Promise<number> {
  const { backupCodes } = await accounts.api.viewBackupCodes({ body: { userId } });
  return backupCodes.length;
}
