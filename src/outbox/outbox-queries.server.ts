import { sql } from 'kysely';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { PAGE_SIZE, readCountedPage, type Count, type Cursor, type Page } from '#record/paging.server.ts';
import type { MailKind, MailState } from './domain/mail-draft.ts';

export type MailFilters = { readonly state: MailState | ''; readonly kind: MailKind | '' };

export type MailRow = {
  readonly id: string;
  readonly kind: MailKind;
  readonly to: string;
  readonly subject: string;
  readonly state: MailState;
  readonly draftedAt: string;
  readonly draftedBy: string;
};

/** 送信箱: one page of drafts, the newest first. */
export async function listMailDrafts(
  ctx: Context,
  { filters, cursor }: { readonly filters: MailFilters; readonly cursor: Cursor | undefined },
): Promise<Page<MailRow> & Count> {
  requirePermission(ctx, 'outbox.read');
  let query = ctx.db
    .selectFrom('mail_draft')
    .select(['draft_id as id', 'recipient as to', 'subject', 'drafted_at as draftedAt', 'drafted_by as draftedBy'])
    .select([sql<MailKind>`kind`.as('kind'), sql<MailState>`state`.as('state')]);
  if (filters.state) query = query.where('state', '=', filters.state);
  if (filters.kind) query = query.where('kind', '=', filters.kind);
  const order = { columns: [sql.ref('draftedAt'), sql.ref('id')], descending: true };
  const valuesOf = (row: MailRow) => [row.draftedAt, row.id];
  return readCountedPage(ctx.db, { query, byWords: false, order, cursor, limit: PAGE_SIZE, valuesOf });
}

export type MailDetail = MailRow & {
  readonly body: string;
  readonly entity: { readonly kind: string; readonly id: string; readonly label: string } | null;
  readonly settledAt: string | null;
  readonly settledBy: string | null;
  readonly note: string | null;
};

/** One draft with its text. */
export async function getMailDraft(ctx: Context, id: string): Promise<MailDetail> {
  requirePermission(ctx, 'outbox.read');
  const row = isRecordId(id)
    ? await ctx.db
        .selectFrom('mail_draft')
        .select(['draft_id as id', 'recipient as to', 'subject', 'body', 'note'])
        .select(['drafted_at as draftedAt', 'drafted_by as draftedBy', 'settled_at as settledAt'])
        .select(['settled_by as settledBy', 'entity_kind', 'entity_id', 'entity_label'])
        .select([sql<MailKind>`kind`.as('kind'), sql<MailState>`state`.as('state')])
        .where('draft_id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound('mail-draft', id);
  const { entity_kind: kind, entity_id: entityId, entity_label: label, ...draft } = row;
  return { ...draft, entity: kind && entityId ? { kind, id: entityId, label: label ?? '' } : null };
}
