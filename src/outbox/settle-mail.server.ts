import { accept, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { settleMail, type MailCommand, type MailCommandRefusal, type MailState } from './domain/mail-draft.ts';

type Settlement = { readonly id: string; readonly command: MailCommand; readonly note: string };

/** Notes that a person was told otherwise, or that nobody needs to be told; the draft stays readable. */
export function settleMailDraft(
  ctx: Context,
  { id, command, note }: Settlement,
): Promise<Result<{ readonly state: MailState }, MailCommandRefusal>> {
  requirePermission(ctx, 'outbox.write');
  return inTransaction(ctx, async (tx) => {
    const row = isRecordId(id)
      ? await tx
          .selectFrom('mail_draft')
          .select(['subject', 'state'])
          .where('draft_id', '=', id)
          .forUpdate()
          .executeTakeFirst()
      : undefined;
    if (!row) throw new NotFound('mail-draft', id);
    const settled = settleMail(row.state as MailState, { command, note });
    if (!settled.ok) return settled;
    await tx
      .updateTable('mail_draft')
      .set((draft) => ({
        state: settled.value,
        settled_at: ctx.now(),
        settled_by: ctx.actor.name,
        note: note.trim() || null,
        version: draft('version', '+', 1),
      }))
      .where('draft_id', '=', id)
      .execute();
    const entity = { kind: 'mail-draft', id, label: row.subject };
    await recordAudit(tx, ctx, [
      { action: 'updated', entity, before: { state: row.state }, after: { state: settled.value, reason: note.trim() } },
    ]);
    return accept({ state: settled.value });
  });
}
