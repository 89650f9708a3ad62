import { NotFound } from '#platform/errors.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';

const columns = [
  'user.id',
  'user.name',
  'user.email',
  'user.role',
  'user.cornerCode',
  'user.disabledAt',
  'user.twoFactorEnabled',
  'user.lastLoginAt',
  'user.previousLoginAt',
  'user.createdAt',
] as const;

function accountsOf(db: Db) {
  return db.selectFrom('user').select(columns);
}

export type SignInAccount = NonNullable<Awaited<ReturnType<typeof findAccountById>>>;

export function findAccountById(db: Db, id: string) {
  return accountsOf(db).where('id', '=', id).executeTakeFirst();
}

/** `email` in the spelling of `foldEmail`. */
export function findAccountByEmail(db: Db, email: string) {
  return accountsOf(db).where('email', '=', email).executeTakeFirst();
}

/** 利用者の一覧 of the corner, those at work first (SEC-10). */
export async function listAccounts(ctx: Context) {
  requirePermission(ctx, 'account.manage');
  return accountsOf(ctx.db)
    .where('cornerCode', '=', ctx.corner)
    .orderBy((row) => row('disabledAt', 'is not', null))
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

/** One account of the corner. */
export async function getAccount(ctx: Context, id: string) {
  requirePermission(ctx, 'account.manage');
  const account = await accountsOf(ctx.db).where('id', '=', id).where('cornerCode', '=', ctx.corner).executeTakeFirst();
  if (!account) throw new NotFound('account', id);
  return account;
}

/** Every account of the installation, for the operator's command line. */
export function listEveryAccount(db: Db, cornerCode?: string) {
  let query = accountsOf(db).orderBy('cornerCode').orderBy('createdAt').orderBy('id');
  if (cornerCode !== undefined) query = query.where('cornerCode', '=', cornerCode);
  return query.execute();
}

/** Where a person is signed in, newest first. */
export function listSessions(db: Db, { userId, now }: { readonly userId: string; readonly now: string }) {
  return db
    .selectFrom('session')
    .select(['id', 'createdAt', 'updatedAt', 'ipAddress', 'userAgent'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
}

/** API の合言葉 of the corner's people, and one's own; newest first. The secret itself is not kept. */
export async function listApiTokens(ctx: Context) {
  requirePermission(ctx, 'api-token.manage');
  return ctx.db
    .selectFrom('api_token')
    .innerJoin('user', 'user.id', 'api_token.user_id')
    .select([
      'api_token.token_hash as hash',
      'api_token.name',
      'api_token.access',
      'api_token.created_at as createdAt',
      'api_token.expires_at as expiresAt',
      'api_token.revoked_at as revokedAt',
      'user.name as ownerName',
    ])
    .where((where) => where.or([where('user.cornerCode', '=', ctx.corner), where('user.id', '=', ctx.actor.id)]))
    .orderBy('api_token.created_at', 'desc')
    .orderBy('api_token.token_hash')
    .execute();
}
