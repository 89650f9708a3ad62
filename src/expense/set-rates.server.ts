import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { checkRate, type ExpenseRate, type RateRefusal } from './domain/expense-rate.ts';
import { insertRate, loadRates, type StoredRate } from './rate-store.server.ts';
import { rateLabel } from './text.ts';

export type NewRate = Omit<ExpenseRate, 'id' | 'revision'>;

/** 単価表の追加. Earlier tables stay as they were, and with them what was claimed by them. */
export function addRate(
  ctx: Context,
  { rate, key }: { readonly rate: NewRate; readonly key: string | undefined },
): Promise<Result<{ readonly id: string }, RateRefusal>> {
  requirePermission(ctx, 'expense.approve');
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['expense-rate', rate]),
      isKept: (answer) => answer.ok,
      work: async () => {
        const refused = checkRate(rate);
        if (refused) return refuse(refused);
        const id = ctx.newId();
        const revision = await insertRate(tx, ctx, { ...rate, id });
        const entity = { kind: 'expense-rate', id, label: rateLabel({ ...rate, revision }) };
        await recordAudit(tx, ctx, [{ action: 'created', entity, after: rate }]);
        return accept({ id });
      },
    }),
  );
}

/** 単価表 of a 年度, the one that began last first. */
export function listRates(ctx: Context, fiscalYear: number): Promise<readonly StoredRate[]> {
  requirePermission(ctx, 'expense.read');
  return loadRates(ctx.db, fiscalYear);
}
