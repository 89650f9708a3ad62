import { accept, refuse, type Result } from '#kernel/result.ts';
import type { AccountDesk } from './accounts.server.ts';
import { countAttempt, forgetAttempt, type AttemptKey } from './attempt-store.server.ts';
import { signInLimitsOn } from './domain/sign-in-limits.ts';

export type { AttemptKey } from './attempt-store.server.ts';

/** Too many failures: by what they were counted, and until when nothing more is taken (an instant). */
export type AttemptsLocked = {
  readonly kind: 'locked';
  readonly by: AttemptKey['kind'];
  readonly failures: number;
  readonly until: string;
};

/**
 * Counts one attempt under each of its keys before anything is compared (SEC-08). `locks` are the keys whose limit this
 * attempt used up: it is still answered, the next one is not.
 */
export async function takeAttempts(
  { database, clock }: Pick<AccountDesk, 'database' | 'clock'>,
  keys: readonly AttemptKey[],
): Promise<Result<{ readonly locks: readonly AttemptKey['kind'][] }, AttemptsLocked>> {
  const limits = signInLimitsOn(clock.today());
  const now = clock.now();
  const locks: AttemptKey['kind'][] = [];
  for (const key of keys) {
    const limit = key.kind === 'address' ? limits.address : limits.account;
    const attempt = await countAttempt(database.unbound, { key, now, limit });
    if (!attempt.ok) {
      const until = new Date(attempt.refusal.until).toISOString();
      return refuse({ kind: 'locked', by: key.kind, failures: limit.failures, until });
    }
    if (attempt.value.lockedUntil !== null) locks.push(key.kind);
  }
  return accept({ locks });
}

/** The attempt was right: it counts against nobody. */
export async function forgetAttempts({ database }: Pick<AccountDesk, 'database'>, keys: readonly AttemptKey[]) {
  for (const key of keys) await forgetAttempt(database.unbound, key);
}
