import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { feedKinds, lastFeedDay, type CalendarFeed, type FeedSubject } from './domain/calendar-feed.ts';
import { findSubjectName } from './feed-subject.server.ts';
import { hashOfFeedToken, makeFeedToken } from './feed-token.server.ts';

/** Whose feed a page is about, and the address that holds; nothing where none was made or it ended. */
export async function getCalendarFeed(
  ctx: Context,
  subject: FeedSubject,
): Promise<{ readonly name: string; readonly feed: CalendarFeed | undefined }> {
  requirePermission(ctx, 'calendar-feed.read', placeOf(subject));
  const name = await requireSubject(ctx.db, ctx, subject);
  const row = await ctx.db
    .selectFrom('calendar_feed')
    .select(['issued_at', 'issued_by', 'expires_on'])
    .where('kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('revoked_at', 'is', null)
    .where('expires_on', '>=', ctx.today())
    .executeTakeFirst();
  const feed = row && {
    issuedAt: row.issued_at,
    issuedBy: row.issued_by,
    expiresOn: row.expires_on as PlainDate,
  };
  return { name, feed };
}

/** アドレスを作る: a new secret address, in place of the one before. The token is in the answer alone. */
export function issueCalendarFeed(
  ctx: Context,
  subject: FeedSubject,
): Promise<{ readonly token: string; readonly expiresOn: PlainDate }> {
  requirePermission(ctx, 'calendar-feed.write', placeOf(subject));
  return inTransaction(ctx, async (tx) => {
    await requireSubject(tx, ctx, subject);
    await revoke(tx, ctx, subject);
    const token = makeFeedToken(ctx.corner);
    const expiresOn = lastFeedDay(ctx.today());
    const feedId = ctx.newId();
    await tx
      .insertInto('calendar_feed')
      .values({
        corner_code: ctx.corner,
        feed_id: feedId,
        kind: subject.kind,
        subject_id: subject.id,
        token_hash: hashOfFeedToken(token),
        issued_at: ctx.now(),
        issued_by: ctx.actor.name,
        expires_on: expiresOn,
      })
      .execute();
    const entity = { kind: 'calendar-feed', id: feedId, label: labelOf(subject) };
    await recordAudit(tx, ctx, [{ action: 'created', entity, after: { feed: subject.kind, expiresOn } }]);
    return { token, expiresOn };
  });
}

/** 配信をやめる: the address shows nothing from now on. */
export function revokeCalendarFeed(ctx: Context, subject: FeedSubject): Promise<void> {
  requirePermission(ctx, 'calendar-feed.write', placeOf(subject));
  return inTransaction(ctx, async (tx) => {
    await requireSubject(tx, ctx, subject);
    for (const id of await revoke(tx, ctx, subject)) {
      const entity = { kind: 'calendar-feed', id, label: labelOf(subject) };
      await recordAudit(tx, ctx, [{ action: 'deleted', entity, before: { feed: subject.kind } }]);
    }
  });
}

async function revoke(tx: Tx, ctx: Context, { kind, id }: FeedSubject): Promise<readonly string[]> {
  const rows = await tx
    .updateTable('calendar_feed')
    .set({ revoked_at: ctx.now() })
    .where('kind', '=', kind)
    .where('subject_id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('feed_id')
    .execute();
  return rows.map(({ feed_id }) => feed_id);
}

/** Whose address it is, by an identity: the log keeps no name that has to be forgotten one day. */
function labelOf({ kind, id }: FeedSubject): string {
  return `${feedKinds.find(({ code }) => code === kind)?.label ?? kind} ${id}`;
}

/** An instructor reaches the own feed and no other. */
function placeOf({ kind, id }: FeedSubject): { readonly instructorId?: string } {
  return kind === 'instructor' ? { instructorId: id } : {};
}

async function requireSubject(db: Db, ctx: Context, subject: FeedSubject): Promise<string> {
  const name = await findSubjectName(db, ctx.corner, subject);
  if (name === undefined) throw new NotFound(subject.kind, subject.id);
  return name;
}
