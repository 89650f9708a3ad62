import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import type { IntakeSuspension } from './domain/move.ts';

/** The corner's 受付停止 from the newest back: few in a corner's life. */
export async function listSuspensions(db: Db): Promise<readonly IntakeSuspension[]> {
  const rows = await db
    .selectFrom('intake_suspension')
    .select(['since', 'until', 'reason'])
    .orderBy('since', 'desc')
    .execute();
  return rows.map(({ since, until, reason }) => ({
    since: since as PlainDate,
    until: until as PlainDate | null,
    reason,
  }));
}

export async function insertSuspension(
  tx: Tx,
  ctx: Context,
  { since, reason }: { readonly since: PlainDate; readonly reason: string },
): Promise<void> {
  await tx.insertInto('intake_suspension').values({ corner_code: ctx.corner, since, until: null, reason }).execute();
}

/** Ends the suspension that lasts: its last day is the one before applications are received again. */
export async function endSuspension(
  tx: Tx,
  { since, resumedOn }: { readonly since: PlainDate; readonly resumedOn: PlainDate },
): Promise<void> {
  await tx
    .updateTable('intake_suspension')
    .set({ until: addDays(resumedOn, -1) })
    .where('since', '=', since)
    .execute();
}
