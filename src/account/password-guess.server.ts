import { accept, refuse, type Result } from '#kernel/result.ts';
import type { AccountDesk } from './accounts.server.ts';
import { countAttempt, forgetAttempt } from './attempt-store.server.ts';
import { askAuth, authHeaders, type Origin, type SetCookies } from './auth-call.server.ts';
import { signInLimitsOn } from './domain/sign-in-limits.ts';

export type PasswordGuessRefusal =
  { readonly kind: 'wrong-password' } | { readonly kind: 'locked'; readonly until: string };

type Asking = { readonly email: string; readonly cookie: string | null; readonly from: Origin };

/**
 * Asks better-auth for something that needs the person's password again. Wrong ones count like failed sign-ins, so that
 * a desk left open is no place to guess at (SEC-08).
 */
export async function askWithPassword<Answer>(
  desk: AccountDesk,
  { email, cookie, from }: Asking,
  call: (headers: Headers) => Promise<{ readonly headers: Headers; readonly response: Answer }>,
): Promise<Result<{ readonly cookies: SetCookies; readonly response: Answer }, PasswordGuessRefusal>> {
  const key = { kind: 'account', subject: email } as const;
  const limit = signInLimitsOn(desk.clock.today()).account;
  const attempt = await countAttempt(desk.database.unbound, { key, now: desk.clock.now(), limit });
  if (!attempt.ok) return refuse({ kind: 'locked', until: new Date(attempt.refusal.until).toISOString() });
  const answer = await askAuth(() => call(authHeaders(from, cookie ?? '')));
  if (!answer.ok) return refuse({ kind: 'wrong-password' });
  await forgetAttempt(desk.database.unbound, key);
  return accept({ cookies: answer.cookies, response: answer.response });
}
