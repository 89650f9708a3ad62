import { yenOf } from '#kernel/money.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { loadBudget, saveBudget, sumBudgetUse, type BudgetAmounts } from './budget-store.server.ts';
import { budgetLine, type BudgetLine } from './domain/expense-budget.ts';
import { expenseItems } from './domain/expense-line.ts';
import { budgetLabel } from './text.ts';

type SetBudget = {
  readonly fiscalYear: number;
  /** What the person saw; 0 where nothing was decided yet. */
  readonly version: number;
  readonly amounts: BudgetAmounts;
};

/** 予算の決定・変更 of a 年度. Conflict where somebody else did meanwhile. */
export function setBudget(ctx: Context, { fiscalYear, version, amounts }: SetBudget): Promise<void> {
  requirePermission(ctx, 'expense.approve');
  return inTransaction(ctx, async (tx) => {
    const before = await loadBudget(tx, fiscalYear, { lock: true });
    const id = String(fiscalYear);
    if (before.version !== version) throw new Conflict('expense-budget', id, version, before.version);
    if (JSON.stringify(before.amounts) === JSON.stringify(amounts)) return;
    await saveBudget(tx, ctx, { fiscalYear, amounts });
    const entity = { kind: 'expense-budget', id, label: budgetLabel(fiscalYear) };
    const action = version === 0 ? 'created' : 'updated';
    await recordAudit(tx, ctx, [{ action, entity, before: before.amounts, after: amounts }]);
  });
}

export type Budget = { readonly version: number; readonly lines: readonly BudgetLine[] };

/** 予算の執行状況 of a 年度, one line for each 費目. */
export function getBudget(ctx: Context, fiscalYear: number): Promise<Budget> {
  requirePermission(ctx, 'expense.read');
  return readBudget(ctx.db, fiscalYear);
}

/** The same, inside a use case; without one claim where that claim is about to change. */
export async function readBudget(db: Db, fiscalYear: number, exceptClaim?: string): Promise<Budget> {
  const { version, amounts } = await loadBudget(db, fiscalYear);
  const uses = await sumBudgetUse(db, fiscalYear, exceptClaim);
  const unused = { usedYen: yenOf(0), committedYen: yenOf(0) };
  const lines = expenseItems.map(({ code }) => budgetLine(code, amounts[code], uses.get(code) ?? unused));
  return { version, lines };
}
