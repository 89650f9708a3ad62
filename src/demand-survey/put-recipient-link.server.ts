import { isAllowed } from '#platform/permission/permission-table.ts';
import type { Context } from '#platform/context.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { LinkKey } from './demand-link.server.ts';
import { loadRecipients } from './recipient-store.server.ts';
import { LINK_PLACE } from './mail-text.ts';
import { addressOfRecipient } from './move-recipient.server.ts';

type Drafted = {
  readonly mail: {
    readonly body: string;
    readonly entity: { readonly kind: string; readonly id: string } | null;
  };
  readonly key: LinkKey;
  readonly origin: string;
};

/**
 * The body of a drafted mail with the recipient's own link in its place, for whoever may write to recipients. Everybody else,
 * and a link that was revoked, leaves the place as it is.
 */
export async function putRecipientLink(ctx: Context, { mail, key, origin }: Drafted): Promise<string> {
  const { body, entity } = mail;
  if (entity?.kind !== 'demand-recipient' || !isRecordId(entity.id)) return body;
  if (!isAllowed(ctx.actor, 'demand-survey.write', { corner: ctx.corner })) return body;
  const [recipient] = await loadRecipients(ctx.db, { id: entity.id });
  const address = recipient && addressOfRecipient(ctx, { key, origin, recipient });
  return address === undefined ? body : body.replace(LINK_PLACE, address);
}
