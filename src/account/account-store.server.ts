import type { Tx } from '#platform/db/database.server.ts';
import type { TokenAccess } from './domain/api-token-rule.ts';

export type AccountRow = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly cornerCode: string | null;
  readonly passwordHash: string;
  /** Made by somebody else: the person has to choose another before anything else. */
  readonly hasTemporaryPassword: boolean;
  readonly now: string;
};

/** Adds an account and its password; answers false when the address is taken. */
export async function insertAccount(tx: Tx, account: AccountRow): Promise<boolean> {
  const { id, email, name, role, cornerCode, passwordHash, hasTemporaryPassword, now } = account;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('user')
    .values({
      id,
      email,
      name,
      role,
      cornerCode,
      hasTemporaryPassword,
      emailVerified: true,
      createdAt: now,
      updatedAt: now,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await tx
    .insertInto('account')
    .values({
      id,
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: passwordHash,
      createdAt: now,
      updatedAt: now,
    })
    .execute();
  return true;
}

/** One account, held until the transaction ends; nothing when it belongs elsewhere. */
export function findAccountForUpdate(
  tx: Tx,
  { id, cornerCode }: { readonly id: string; readonly cornerCode: string | null },
) {
  return tx
    .selectFrom('user')
    .select(['id', 'name', 'email', 'role', 'cornerCode', 'disabledAt', 'twoFactorEnabled'])
    .where('id', '=', id)
    .where('cornerCode', 'is not distinct from', cornerCode)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateAccount(
  tx: Tx,
  id: string,
  values: {
    readonly role?: string;
    readonly disabledAt?: string | null;
    readonly hasTemporaryPassword?: boolean;
    readonly updatedAt: string;
  },
): Promise<void> {
  await tx.updateTable('user').set(values).where('id', '=', id).execute();
}

/** Takes an account's second factor and its backup codes away; the person enrols anew at the next sign-in. */
export async function deleteSecondFactor(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('twoFactor').where('userId', '=', id).execute();
  await tx.updateTable('user').set({ twoFactorEnabled: false }).where('id', '=', id).execute();
}

type SecondFactorRow = {
  readonly id: string;
  readonly userId: string;
  readonly secret: string;
  readonly backupCodes: string;
  readonly verified: boolean;
};

/** Keeps a second factor for an account that has none; answers the one that it has then. */
export async function insertSecondFactorOnce(
  tx: Tx,
  row: SecondFactorRow,
): Promise<{ readonly secret: string; readonly verified: boolean | null }> {
  await tx.selectFrom('user').select('id').where('id', '=', row.userId).forUpdate().executeTakeFirstOrThrow();
  const kept = await tx
    .selectFrom('twoFactor')
    .select(['secret', 'verified'])
    .where('userId', '=', row.userId)
    .executeTakeFirst();
  if (kept) return kept;
  await tx.insertInto('twoFactor').values(row).execute();
  return row;
}

export async function updatePassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx
    .updateTable('account')
    .set({ password: passwordHash })
    .where('userId', '=', id)
    .where('providerId', '=', 'credential')
    .execute();
}

/** Signs the account out everywhere, half-finished sign-ins included; the session named by `except` stays. */
export async function deleteSessions(
  tx: Tx,
  userId: string,
  { except }: { readonly except?: string } = {},
): Promise<number> {
  let sessions = tx.deleteFrom('session').where('userId', '=', userId);
  if (except !== undefined) sessions = sessions.where('id', '<>', except);
  const { numDeletedRows } = await sessions.executeTakeFirstOrThrow();
  await tx.deleteFrom('verification').where('value', '=', userId).execute();
  return Number(numDeletedRows);
}

/** Ends one session of a person; false when it is not theirs or has ended. */
export async function deleteSession(
  tx: Tx,
  { id, userId }: { readonly id: string; readonly userId: string },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('session')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

/** Keeps when someone signed in, and the time before (SEC-10). */
export async function updateLastLogin(tx: Tx, id: string, now: string): Promise<void> {
  await tx
    .updateTable('user')
    .set((row) => ({ previousLoginAt: row.ref('lastLoginAt'), lastLoginAt: now }))
    .where('id', '=', id)
    .execute();
}

type ApiTokenRow = {
  readonly hash: string;
  readonly userId: string;
  readonly name: string;
  readonly access: TokenAccess;
  readonly now: string;
  readonly expiresAt: string;
};

export async function insertApiToken(
  tx: Tx,
  { hash, userId, name, access, now, expiresAt }: ApiTokenRow,
): Promise<void> {
  await tx
    .insertInto('api_token')
    .values({ token_hash: hash, user_id: userId, name, access, created_at: now, expires_at: expiresAt })
    .execute();
}

export async function markApiTokenRevoked(tx: Tx, hash: string, now: string): Promise<void> {
  await tx.updateTable('api_token').set({ revoked_at: now }).where('token_hash', '=', hash).execute();
}
