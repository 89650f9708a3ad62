import { listHistory } from '#platform/audit/audit-queries.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { changesOfLedger, type LedgerChange } from './domain/ledger-changes.ts';
import { instructorStore } from './instructor-store.server.ts';

/** A change of the ledger with the entry of the history that told it. */
export type ToldChange = LedgerChange & {
  readonly sequence: number;
  /** An instant. */
  readonly occurredAt: string;
  readonly actorName: string;
};

/** 台帳の異動 of one instructor, newest first: address, employer, trades, division and kind. */
export async function listLedgerChanges(ctx: Context, id: string): Promise<readonly ToldChange[]> {
  requirePermission(ctx, 'instructor.read');
  const history = await listHistory(ctx.db, { kind: instructorStore.name, id });
  return history.flatMap(({ sequence, occurredAt, actorName, before, after }) =>
    changesOfLedger(before, after).map((change) => ({ ...change, sequence, occurredAt, actorName })),
  );
}
