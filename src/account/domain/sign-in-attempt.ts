import { accept, refuse, type Result } from '#kernel/result.ts';
import type { AttemptLimit } from './sign-in-limits.ts';

/** サインインの試み, counted. Instants are milliseconds since 1970. */
export type SignInAttempts = {
  readonly failedCount: number;
  readonly firstFailedAt: number;
  readonly lockedUntil: number | null;
};

export type SignInAttemptRefusal = { readonly kind: 'locked'; readonly until: number };

const MINUTE = 60_000;

/**
 * Takes one attempt out of those that are left, before the password is looked at: it counts as failed until it proves
 * right, so that attempts at the same moment cannot get past the limit (SEC-08). The attempt that uses up the limit is
 * still answered, and locks.
 */
export function takeAttempt(
  before: SignInAttempts | undefined,
  { now, limit }: { readonly now: number; readonly limit: AttemptLimit },
): Result<SignInAttempts, SignInAttemptRefusal> {
  if (before?.lockedUntil != null && now < before.lockedUntil)
    return refuse({ kind: 'locked', until: before.lockedUntil });
  const startsAnew =
    before === undefined || before.lockedUntil !== null || now >= before.firstFailedAt + limit.withinMinutes * MINUTE;
  const failedCount = startsAnew ? 1 : before.failedCount + 1;
  return accept({
    failedCount,
    firstFailedAt: startsAnew ? now : before.firstFailedAt,
    lockedUntil: failedCount >= limit.failures ? now + limit.lockedMinutes * MINUTE : null,
  });
}
