import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { findOwnSession, getAccessOwner } from './access-queries.server.ts';
import { deleteOwnSessions, moveSessionEnd } from './access-store.server.ts';
import { accessTermsOn, lastEnd, renewedEnd } from './domain/access-terms.ts';
import { entityOf } from './invite-instructor.server.ts';
import { contextOfInstructor, type OwnDesk } from './own-sign-in.server.ts';

type Ending = { readonly instructorId: string; readonly sessionId: string; readonly which: 'this' | 'others' };

/** Signs the instructor out on this device, or on every other one. */
export function endOwnSessions(ctx: Context, { instructorId, sessionId, which }: Ending): Promise<void> {
  requirePermission(ctx, 'own.read', { instructorId });
  return inTransaction(ctx, async (tx) => {
    const owner = await getAccessOwner({ db: tx }, instructorId);
    const range = which === 'this' ? { only: sessionId } : { except: sessionId };
    const sessions = await deleteOwnSessions(tx, instructorId, range);
    if (sessions === 0) return;
    await recordAudit(tx, ctx, [{ action: 'session-ended', entity: entityOf(owner), after: { sessions } }]);
  });
}

/**
 * Whose device a token is of, if its session stands. Using it moves the end on, up to its last end; that is no act of the
 * person, and the log does not tell it.
 */
export async function useOwnSession(desk: OwnDesk, token: string) {
  const { database, clock, key } = desk;
  const now = clock.now();
  const found = await findOwnSession(database, { token, key, now });
  if (!found) return undefined;
  const { corner, instructorId, name, id } = found;
  const terms = accessTermsOn(clock.today());
  const session = {
    createdAt: Date.parse(found.createdAt),
    expiresAt: Date.parse(found.expiresAt),
    now: Date.parse(now),
  };
  const renewed = renewedEnd(session, terms);
  const expiresAt = renewed === undefined ? found.expiresAt : new Date(renewed).toISOString();
  if (renewed !== undefined) {
    const ctx = contextOfInstructor(desk, { corner, owner: { id: instructorId, name } });
    await inTransaction(ctx, (tx) => moveSessionEnd(tx, { id, expiresAt }));
  }
  const lastEndAt = new Date(lastEnd(session.createdAt, terms)).toISOString();
  return { corner, instructorId, name, session: { id, expiresAt, lastEndAt } };
}
