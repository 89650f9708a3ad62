import { yenOf, type Yen } from '#kernel/money.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { budgetUseOf } from './domain/expense-budget.ts';
import { claimStates } from './domain/claim-state.ts';
import { expenseItems, type ExpenseItem } from './domain/expense-line.ts';

/** What a 年度 has for each 費目; null where nothing was decided. */
export type BudgetAmounts = Readonly<Record<ExpenseItem, Yen | null>>;

const nothingDecided: BudgetAmounts = { honorarium: null, travel: null, material: null, 'text-writing': null };

/** The decided budget of a 年度; version 0 where there is none yet. */
export async function loadBudget(
  db: Db,
  fiscalYear: number,
  { lock = false } = {},
): Promise<{ readonly version: number; readonly amounts: BudgetAmounts }> {
  const query = db
    .selectFrom('expense_budget')
    .select(['version', 'honorarium_yen', 'travel_yen', 'material_yen', 'text_writing_yen'])
    .where('fiscal_year', '=', fiscalYear);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return { version: 0, amounts: nothingDecided };
  const toYen = (amount: number | null) => (amount === null ? null : yenOf(amount));
  return {
    version: row.version,
    amounts: {
      honorarium: toYen(row.honorarium_yen),
      travel: toYen(row.travel_yen),
      material: toYen(row.material_yen),
      'text-writing': toYen(row.text_writing_yen),
    },
  };
}

export async function saveBudget(
  tx: Tx,
  ctx: Context,
  { fiscalYear, amounts }: { readonly fiscalYear: number; readonly amounts: BudgetAmounts },
): Promise<void> {
  const columns = {
    honorarium_yen: amounts.honorarium,
    travel_yen: amounts.travel,
    material_yen: amounts.material,
    text_writing_yen: amounts['text-writing'],
    updated_at: ctx.now(),
  };
  await tx
    .insertInto('expense_budget')
    .values({ corner_code: ctx.corner, fiscal_year: fiscalYear, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['corner_code', 'fiscal_year'])
        .doUpdateSet((row) => ({ ...columns, version: row('expense_budget.version', '+', 1) })),
    )
    .execute();
}

/** What was paid and what was claimed of a 年度 by 費目; a claim that is being changed is left out. */
export async function sumBudgetUse(
  db: Db,
  fiscalYear: number,
  exceptClaim?: string,
): Promise<ReadonlyMap<ExpenseItem, { readonly usedYen: Yen; readonly committedYen: Yen }>> {
  const statesOf = (use: 'used' | 'committed') =>
    claimStates.map(({ code }) => code).filter((state) => budgetUseOf(state) === use);
  let query = db
    .selectFrom('expense_claim')
    .innerJoin('expense_claim_line', 'expense_claim_line.claim_id', 'expense_claim.claim_id')
    .select(['expense_claim_line.item'])
    .select(({ fn }) => [
      fn.sum('amount_yen').filterWhere('state', 'in', statesOf('used')).as('used'),
      fn.sum('amount_yen').filterWhere('state', 'in', statesOf('committed')).as('committed'),
    ])
    .where('expense_claim.fiscal_year', '=', fiscalYear)
    .groupBy('expense_claim_line.item');
  if (exceptClaim !== undefined) query = query.where('expense_claim.claim_id', '<>', exceptClaim);
  const rows = await query.execute();
  return new Map(
    expenseItems.map(({ code }) => {
      const row = rows.find(({ item }) => item === code);
      return [code, { usedYen: yenOf(Number(row?.used ?? 0)), committedYen: yenOf(Number(row?.committed ?? 0)) }];
    }),
  );
}
