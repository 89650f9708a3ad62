import type { Db } from '#platform/db/database.server.ts';
import { accept, type Result } from '#kernel/result.ts';
import { takeAttempt, type SignInAttemptRefusal, type SignInAttempts } from './domain/sign-in-attempt.ts';
import type { AttemptLimit } from './domain/sign-in-limits.ts';

/** What attempts are counted by: the address as typed, the 登録番号 of an instructor, or where the request came from. */
export type AttemptKey = { readonly kind: 'account' | 'instructor' | 'address'; readonly subject: string };

type Attempt = { readonly key: AttemptKey; readonly now: string; readonly limit: AttemptLimit };

/** Counts one attempt; two at the same moment wait for each other at the row, so the limit holds exactly. */
export function countAttempt(
  db: Db,
  { key, now, limit }: Attempt,
): Promise<Result<SignInAttempts, SignInAttemptRefusal>> {
  return db.transaction().execute(async (tx) => {
    const inserted = await tx
      .insertInto('sign_in_attempt')
      .values({ ...key, failed_count: 0, first_failed_at: now, locked_until: null })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    const row = await tx
      .selectFrom('sign_in_attempt')
      .select(['failed_count', 'first_failed_at', 'locked_until'])
      .where('kind', '=', key.kind)
      .where('subject', '=', key.subject)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const before = inserted.numInsertedOrUpdatedRows === 1n ? undefined : toAttempts(row);
    const decision = takeAttempt(before, { now: Date.parse(now), limit });
    if (!decision.ok) return decision;
    const { failedCount, firstFailedAt, lockedUntil } = decision.value;
    await tx
      .updateTable('sign_in_attempt')
      .set({
        failed_count: failedCount,
        first_failed_at: instant(firstFailedAt),
        locked_until: lockedUntil === null ? null : instant(lockedUntil),
      })
      .where('kind', '=', key.kind)
      .where('subject', '=', key.subject)
      .execute();
    return accept(decision.value);
  });
}

/** The attempt was right: by person everything is forgotten, by source address only this one. */
export async function forgetAttempt(db: Db, { kind, subject }: AttemptKey): Promise<void> {
  if (kind !== 'address') {
    await db.deleteFrom('sign_in_attempt').where('kind', '=', kind).where('subject', '=', subject).execute();
    return;
  }
  await db
    .updateTable('sign_in_attempt')
    .set((row) => ({ failed_count: row('failed_count', '-', 1), locked_until: null }))
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('failed_count', '>', 0)
    .execute();
}

function toAttempts(row: {
  failed_count: number;
  first_failed_at: string;
  locked_until: string | null;
}): SignInAttempts {
  return {
    failedCount: row.failed_count,
    firstFailedAt: Date.parse(row.first_failed_at),
    lockedUntil: row.locked_until === null ? null : Date.parse(row.locked_until),
  };
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
