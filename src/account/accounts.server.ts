import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import type { Logger } from 'pino';
import type { Clock } from '#platform/context.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { passwordLengths } from './domain/password-rule.ts';

const HOUR = 60 * 60;

type Options = {
  readonly database: Database;
  /** Signs cookies and encrypts second factors; at least 32 characters, kept with the data. */
  readonly secret: string;
  /** The address that people open; decides whether cookies are sent over https only. */
  readonly origin: string;
};

/** The name that authenticator apps show for a desk's code. */
export const issuer = '匠デスク';

/**
 * Sign-in, sessions and second factors, kept by better-auth. Its own HTTP addresses are not served: pages and use cases
 * of this slice call it, so that lock-out, roles and the audit log stay in one place.
 */
export function createAccounts({ database, secret, origin }: Options) {
  return betterAuth({
    appName: issuer,
    baseURL: origin,
    secret,
    database: { db: database.unbound, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLengths.withSecondFactor,
      maxPasswordLength: passwordLengths.longest,
    },
    session: { expiresIn: 12 * HOUR, updateAge: HOUR },
    advanced: { cookiePrefix: 'takumi', useSecureCookies: origin.startsWith('https:') },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        cornerCode: { type: 'string', required: false, input: false },
        disabledAt: { type: 'date', required: false, input: false },
        lastLoginAt: { type: 'date', required: false, input: false },
        previousLoginAt: { type: 'date', required: false, input: false },
      },
    },
    plugins: [twoFactor({ issuer })],
  });
}

export type Accounts = ReturnType<typeof createAccounts>;

/** What signing in and one's own settings need of the running desk: they happen before and outside any corner. */
export type AccountDesk = {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly clock: Clock;
  readonly log: Logger;
};
