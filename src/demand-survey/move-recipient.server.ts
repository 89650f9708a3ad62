import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { linkHashOf, tokenOfRecipient, type LinkKey } from './demand-link.server.ts';
import { lockRecipient, updateRecipients, type StoredRecipient } from './recipient-store.server.ts';
import { moveRecipient, type RecipientRefusal } from './domain/recipient.ts';

export type DeclineRefusal = RecipientRefusal | { readonly kind: 'reason-missing' };

type Declining = { readonly recipientId: string; readonly command: 'decline' | 'restore'; readonly reason: string };

/** Records that a recipient will not answer, with the reason, or that it may be asked again. */
export function stepRecipient(
  ctx: Context,
  { recipientId, command, reason: typed }: Declining,
): Promise<Result<null, DeclineRefusal>> {
  requirePermission(ctx, 'demand-survey.write');
  const reason = typed.trim();
  return inTransaction(ctx, async (tx): Promise<Result<null, DeclineRefusal>> => {
    const recipient = await lockRecipient(tx, recipientId);
    const on = ctx.today();
    const moved = moveRecipient(recipient, { command, on });
    if (!moved.ok) return moved;
    if (command === 'decline' && reason === '') return refuse({ kind: 'reason-missing' });
    await updateRecipients(tx, { ids: [recipientId], declined: command === 'decline' ? { on, reason } : null });
    const after = command === 'decline' ? { declinedOn: on, reason } : { declinedOn: null };
    await recordAudit(tx, ctx, [{ action: 'updated', entity: entityOf(recipient), after }]);
    return accept(null);
  });
}

const entityOf = ({ id, number }: StoredRecipient) => ({ kind: 'demand-recipient', id, label: number });

/** Shuts the link of a recipient: whoever holds the form can answer by it no more. */
export function revokeRecipientLink(ctx: Context, recipientId: string): Promise<void> {
  requirePermission(ctx, 'demand-survey.manage');
  return inTransaction(ctx, async (tx) => {
    const recipient = await lockRecipient(tx, recipientId);
    if (recipient.isRevoked) return;
    await updateRecipients(tx, { ids: [recipientId], link: { revokedAt: ctx.now() } });
    await recordAudit(tx, ctx, [{ action: 'revoked', entity: entityOf(recipient) }]);
  });
}

/** Gives a recipient a new link; the old one opens nothing any more. */
export function renewRecipientLink(ctx: Context, recipientId: string, key: LinkKey): Promise<void> {
  requirePermission(ctx, 'demand-survey.manage');
  return inTransaction(ctx, async (tx) => {
    const recipient = await lockRecipient(tx, recipientId);
    const round = recipient.linkRound + 1;
    const hash = linkHashOf(key, { corner: ctx.corner, recipientId, round });
    await updateRecipients(tx, { ids: [recipientId], link: { round, hash } });
    await recordAudit(tx, ctx, [{ action: 'issued', entity: entityOf(recipient) }]);
  });
}

type Addressing = {
  readonly key: LinkKey;
  readonly origin: string;
  readonly recipient: Pick<StoredRecipient, 'id' | 'linkRound' | 'isRevoked'>;
};

/** The whole address of a recipient's link; nothing where it was revoked. Only for those who may write to recipients. */
export function addressOfRecipient(ctx: Context, { key, origin, recipient }: Addressing): string | undefined {
  requirePermission(ctx, 'demand-survey.write');
  if (recipient.isRevoked) return undefined;
  const { id: recipientId, linkRound: round } = recipient;
  return `${origin}/demand/${tokenOfRecipient(key, { corner: ctx.corner, recipientId, round })}`;
}
