import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { getAccessOwner, type AccessOwner } from './access-queries.server.ts';
import { hashOfCode, hashOfSecret, makeAccessCode, makeAccessToken } from './access-secret.server.ts';
import { deleteOwnSessions, insertInvitation, revokeInvitations } from './access-store.server.ts';
import { formatAccessCode } from './domain/access-code.ts';
import { accessTermsOn } from './domain/access-terms.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What stands on a letter, told once: nobody can read it from the database afterwards. */
export type Letter = {
  readonly owner: AccessOwner;
  readonly code: string;
  readonly token: string;
  /** An instant. */
  readonly expiresAt: string;
};

/**
 * 案内の発行: a letter that lets an instructor into the pages of their own, once. An earlier one that nobody used stops
 * working; devices stay signed in. `key` is the desk's own secret.
 */
export function inviteInstructor(
  ctx: Context,
  { instructorId, key }: { readonly instructorId: string; readonly key: string },
): Promise<Letter> {
  requirePermission(ctx, 'instructor.invite');
  const code = makeAccessCode(ctx.corner);
  const token = makeAccessToken(ctx.corner);
  const now = ctx.now();
  const { invitationDays } = accessTermsOn(ctx.today());
  const expiresAt = new Date(Date.parse(now) + invitationDays * DAY_MS).toISOString();
  return inTransaction(ctx, async (tx) => {
    const owner = await getAccessOwner({ db: tx }, instructorId);
    await tx
      .selectFrom('instructor')
      .select('instructor_id')
      .where('instructor_id', '=', owner.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const letters = await revokeInvitations(tx, { instructorId: owner.id, now });
    await insertInvitation(tx, {
      corner_code: ctx.corner,
      invitation_id: ctx.newId(),
      instructor_id: owner.id,
      code_hash: hashOfCode(key, code),
      link_hash: hashOfSecret(key, token),
      issued_at: now,
      issued_by: ctx.actor.id,
      expires_at: expiresAt,
    });
    await recordAudit(tx, ctx, [{ action: 'issued', entity: entityOf(owner), after: { expiresAt, letters } }]);
    return { owner, code: formatAccessCode(code), token, expiresAt };
  });
}

/** 案内とサインインの取消し: no letter of the instructor works any more, and every device is signed out at once. */
export function revokeAccess(ctx: Context, instructorId: string): Promise<void> {
  requirePermission(ctx, 'instructor.invite');
  return inTransaction(ctx, async (tx) => {
    const owner = await getAccessOwner({ db: tx }, instructorId);
    const letters = await revokeInvitations(tx, { instructorId: owner.id, now: ctx.now() });
    const sessions = await deleteOwnSessions(tx, owner.id);
    if (letters + sessions === 0) return;
    await recordAudit(tx, ctx, [{ action: 'revoked', entity: entityOf(owner), after: { letters, sessions } }]);
  });
}

/** How the log names somebody's way in. */
export function entityOf({ id, name }: Pick<AccessOwner, 'id' | 'name'>) {
  return { kind: 'own-access', id, label: name };
}
