import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse } from 'hono/utils/cookie';
import type { Database } from '#platform/db/database.server.ts';

/** The session cookie as better-auth names it; `__Secure-` is its prefix where pages are served by https. */
const COOKIE_NAMES = ['__Secure-takumi.session_token', 'takumi.session_token'] as const;

/** The session's token in a cookie header, if the signature behind it is ours. */
export function readSessionToken(cookie: string, secret: string): string | undefined {
  const cookies = parse(cookie);
  const value = COOKIE_NAMES.map((name) => cookies[name]).find((found) => found !== undefined);
  const [token, signature] = value?.split('.') ?? [];
  if (!token || !signature) return undefined;
  const expected = createHmac('sha256', secret).update(token).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}

/** The session of a token that is neither expired nor of a disabled account, with its person; one query. */
export function findOpenSession(database: Database, token: string) {
  return database.unbound
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .select([
      'session.id as sessionId',
      'session.createdAt',
      'session.updatedAt',
      'user.id as userId',
      'user.name',
      'user.email',
      'user.role',
      'user.cornerCode',
      'user.twoFactorEnabled',
      'user.previousLoginAt',
      'user.hasTemporaryPassword',
    ])
    .where('session.token', '=', token)
    .where('session.expiresAt', '>', new Date().toISOString())
    .where('user.disabledAt', 'is', null)
    .executeTakeFirst();
}
