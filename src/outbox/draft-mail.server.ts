import type { Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { accept } from '#kernel/result.ts';
import { checkMailDraft, type MailDraft, type MailDraftRefusal } from './domain/mail-draft.ts';

/**
 * Words a mail to one person and leaves it in the 送信箱, as part of the use case that needs it. Nothing is sent. Who may
 * do so is decided by that use case: outsiders too leave drafts to staff when they apply.
 */
export async function draftMail(
  tx: Tx,
  ctx: Context,
  draft: MailDraft,
): Promise<Result<{ readonly id: string }, MailDraftRefusal>> {
  const checked = checkMailDraft(draft);
  if (!checked.ok) return checked;
  const { kind, to, subject, body, entity } = checked.value;
  const id = ctx.newId();
  await tx
    .insertInto('mail_draft')
    .values({
      corner_code: ctx.corner,
      draft_id: id,
      kind,
      recipient: to,
      subject,
      body,
      entity_kind: entity?.kind ?? null,
      entity_id: entity?.id ?? null,
      entity_label: entity?.label ?? null,
      state: 'draft',
      drafted_at: ctx.now(),
      drafted_by: ctx.actor.name,
    })
    .execute();
  await recordAudit(tx, ctx, [
    { action: 'created', entity: { kind: 'mail-draft', id, label: subject }, after: { kind } },
  ]);
  return accept({ id });
}
