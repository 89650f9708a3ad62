import { accept, refuse, type Result } from '#kernel/result.ts';
import type { Actor } from '#platform/context.server.ts';
import { deleteSession, deleteSessions, updateAccount } from './account-store.server.ts';
import type { AccountDesk } from './accounts.server.ts';
import type { Origin, SetCookies } from './auth-call.server.ts';
import type { PasswordRefusal } from './domain/password-rule.ts';
import { checkNewPassword } from './password-check.server.ts';
import { askWithPassword, type PasswordGuessRefusal } from './password-guess.server.ts';
import { recordAccountEvent } from './record-account-event.server.ts';

/** Someone signed in, about their own account. */
export type Own = {
  readonly actor: Actor;
  readonly email: string;
  readonly sessionId: string;
  readonly secondFactor: boolean;
  readonly cookie: string | null;
  readonly from: Origin;
};

type PasswordChange = { readonly current: string; readonly wanted: string };

/** The new password is the present one. */
export type SamePassword = { readonly kind: 'same-password' };

/** Changes one's own password, which is then nobody else's, and ends every other session. */
export async function changeOwnPassword(
  desk: AccountDesk,
  own: Own,
  { current, wanted }: PasswordChange,
): Promise<Result<SetCookies, PasswordRefusal | SamePassword | PasswordGuessRefusal>> {
  const { actor, email, secondFactor } = own;
  if (wanted === current) return refuse({ kind: 'same-password' });
  const checked = checkNewPassword(wanted, { name: actor.name, email, secondFactor });
  if (!checked.ok) return checked;
  const body = { currentPassword: current, newPassword: wanted, revokeOtherSessions: true };
  const answer = await askWithPassword(desk, own, (headers) =>
    desk.accounts.api.changePassword({ body, headers, returnHeaders: true }),
  );
  if (!answer.ok) return answer;
  await desk.database.unbound
    .transaction()
    .execute((tx) => updateAccount(tx, actor.id, { hasTemporaryPassword: false, updatedAt: desk.clock.now() }));
  await recordAccountEvent(desk, { action: 'password-changed', account: actor, actor });
  return accept(answer.value.cookies);
}

/** Ends one of one's own sessions. */
export async function endOwnSession(desk: AccountDesk, { actor }: Own, sessionId: string): Promise<void> {
  const ended = await desk.database.unbound
    .transaction()
    .execute((tx) => deleteSession(tx, { id: sessionId, userId: actor.id }));
  if (ended) await recordAccountEvent(desk, { action: 'session-ended', account: actor, actor });
}

/** Ends every session of one's own but this one. */
export async function endOtherSessions(desk: AccountDesk, { actor, sessionId }: Own): Promise<void> {
  const count = await desk.database.unbound
    .transaction()
    .execute((tx) => deleteSessions(tx, actor.id, { except: sessionId }));
  if (count > 0)
    await recordAccountEvent(desk, { action: 'session-ended', account: actor, actor, after: { sessions: count } });
}
