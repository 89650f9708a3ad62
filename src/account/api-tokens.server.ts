import { createHash, randomBytes } from 'node:crypto';
import { accept, type Result } from '#kernel/result.ts';
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Actor, type Context } from '#platform/context.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { roles } from '#platform/permission/permission-table.ts';
import { insertApiToken, markApiTokenRevoked } from './account-store.server.ts';
import { listApiTokens } from './account-queries.server.ts';
import { checkApiToken, type ApiTokenRefusal, type TokenAccess } from './domain/api-token-rule.ts';

/** Starts every token, so that one that leaked into a file is found by searching. */
const PREFIX = 'takumi_';
const SECRET_BYTES = 32;
const JAPAN_OFFSET = 9 * 60 * 60 * 1000;

type Issue = {
  readonly name: string;
  readonly access: TokenAccess;
  readonly lastDay: PlainDate;
  readonly owner?: Pick<Actor, 'id' | 'name'>;
};

/**
 * Issues a token that acts as its owner through the API until the end of its last day, or only reads as its owner may. The
 * secret is told once.
 */
export async function issueApiToken(
  ctx: Context,
  issue: Issue,
): Promise<Result<{ readonly token: string }, ApiTokenRefusal>> {
  requirePermission(ctx, 'api-token.manage');
  const checked = checkApiToken({ name: issue.name.trim(), lastDay: issue.lastDay }, dayInJapan(ctx.now()));
  if (!checked.ok) return checked;
  const { name, lastDay } = checked.value;
  const { access } = issue;
  const token = PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
  const hash = hashOfToken(token);
  const owner = issue.owner ?? ctx.actor;
  const expiresAt = `${addDays(lastDay, 1)}T00:00:00+09:00`;
  return inTransaction(ctx, async (tx) => {
    await insertApiToken(tx, { hash, userId: owner.id, name, access, now: ctx.now(), expiresAt });
    await recordAudit(tx, ctx, [
      { action: 'issued', entity: entityOf(hash, name), after: { name, owner: owner.name, lastDay, access } },
    ]);
    return accept({ token });
  });
}

/** Stops a token at once. Revoking it again changes nothing. */
export async function revokeApiToken(ctx: Context, hash: string): Promise<void> {
  requirePermission(ctx, 'api-token.manage');
  const token = (await listApiTokens(ctx)).find((listed) => listed.hash === hash);
  if (!token) throw new NotFound('api-token', hash.slice(0, 8));
  if (token.revokedAt !== null) return;
  await inTransaction(ctx, async (tx) => {
    await markApiTokenRevoked(tx, hash, ctx.now());
    await recordAudit(tx, ctx, [
      {
        action: 'revoked',
        entity: entityOf(hash, token.name),
        before: { name: token.name },
        after: { name: token.name },
      },
    ]);
  });
}

/**
 * Whoever a bearer token of the API belongs to; nobody when it is unknown, expired or revoked, or its owner is disabled.
 * One query by primary key. `now` is given by tests.
 */
export async function findTokenBearer(
  database: Database,
  token: string,
  now = new Date().toISOString(),
): Promise<Actor | undefined> {
  if (!token.startsWith(PREFIX)) return undefined;
  const owner = await database.unbound
    .selectFrom('api_token')
    .innerJoin('user', 'user.id', 'api_token.user_id')
    .select(['user.id', 'user.name', 'user.role', 'user.cornerCode', 'api_token.access'])
    .where('token_hash', '=', hashOfToken(token))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where('disabledAt', 'is', null)
    .executeTakeFirst();
  const role = roles.find((known) => known === owner?.role);
  if (!owner || !role) return undefined;
  const { id, name, cornerCode, access } = owner;
  return { id, name, role, cornerCode, readOnly: access !== 'write', source: 'api' };
}

/** The day on the calendar in Japan. Tokens live in real days, also where a demonstration fixes the date of its work. */
export function dayInJapan(instant: string): PlainDate {
  return plainDate(new Date(Date.parse(instant) + JAPAN_OFFSET).toISOString().slice(0, 'YYYY-MM-DD'.length));
}

function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The log names a token by the beginning of its hash: enough to tell two apart. */
function entityOf(hash: string, name: string) {
  return { kind: 'api-token', id: hash.slice(0, 12), label: name };
}
