import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { getAccessOwner } from './access-queries.server.ts';
import { deleteOwnSessions } from './access-store.server.ts';
import { entityOf } from './invite-instructor.server.ts';

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
