import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import type { Database } from '#platform/db/database.server.ts';

export const SMALLEST_PASSWORD = 8;
export const LARGEST_PASSWORD = 128;
const HOUR = 60 * 60;

type Options = {
  readonly database: Database;
  /** Signs cookies and encrypts second factors; at least 32 characters, kept with the data. */
  readonly secret: string;
  /** The address that people open; decides whether cookies are sent over https only. */
  readonly origin: string;
};

/**
 * Sign-in, sessions and second factors, kept by better-auth. Its own HTTP addresses are not served: pages and use cases
 * of this slice call it, so that lock-out, roles and the audit log stay in one place.
 */
export function createAccounts({ database, secret, origin }: Options) {
  return betterAuth({
    appName: '匠デスク',
    baseURL: origin,
    secret,
    database: { db: database.unbound, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SMALLEST_PASSWORD,
      maxPasswordLength: LARGEST_PASSWORD,
    },
    session: { expiresIn: 12 * HOUR, updateAge: HOUR },
    advanced: { cookiePrefix: 'takumi', useSecureCookies: origin.startsWith('https:') },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        cornerCode: { type: 'string', required: false, input: false },
        disabledAt: { type: 'date', required: false, input: false },
        lastLoginAt: { type: 'date', required: false, input: false },
      },
    },
    plugins: [twoFactor({ issuer: '匠デスク' })],
  });
}

export type Accounts = ReturnType<typeof createAccounts>;
