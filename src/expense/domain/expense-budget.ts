import { sumYen, yenOf, type Yen } from '#kernel/money.ts';
import type { ClaimState } from './claim-state.ts';
import type { ExpenseItem } from './expense-line.ts';

/** How an amount of a claim stands against the budget. */
export function budgetUseOf(state: ClaimState): 'used' | 'committed' | 'none' {
  if (state === 'paid') return 'used';
  return state === 'dropped' ? 'none' : 'committed';
}

/** 予算の執行状況. One 費目 of a 年度: paid, claimed but not paid, and what is left. */
export type BudgetLine = {
  readonly item: ExpenseItem;
  readonly budgetYen: Yen | null;
  readonly usedYen: Yen;
  readonly committedYen: Yen;
  /** Negative where more is claimed than there is; null without a budget. */
  readonly leftYen: number | null;
  readonly warning: 'over' | 'near' | undefined;
};

/** Less than a tenth left is near: the next claim of a usual size may not fit. */
const NEAR_PARTS = 10;

export function budgetLine(
  item: ExpenseItem,
  budgetYen: Yen | null,
  { usedYen, committedYen }: { readonly usedYen: Yen; readonly committedYen: Yen },
): BudgetLine {
  const taken = sumYen([usedYen, committedYen]);
  const leftYen = budgetYen === null ? null : budgetYen - taken;
  return { item, budgetYen, usedYen, committedYen, leftYen, warning: warningOf(budgetYen, leftYen) };
}

function warningOf(budgetYen: Yen | null, leftYen: number | null): BudgetLine['warning'] {
  if (budgetYen === null || leftYen === null) return undefined;
  if (leftYen < 0) return 'over';
  return leftYen * NEAR_PARTS < budgetYen ? 'near' : undefined;
}

/** What would be overspent by these further amounts, before they are taken on: per 費目 how much is missing. */
export function findOverspending(
  budget: readonly BudgetLine[],
  further: readonly { readonly item: ExpenseItem; readonly amountYen: Yen }[],
): readonly { readonly item: ExpenseItem; readonly missingYen: Yen }[] {
  return budget.flatMap(({ item, leftYen }) => {
    if (leftYen === null) return [];
    const added = sumYen(further.filter((each) => each.item === item).map(({ amountYen }) => amountYen));
    return added > 0 && added > leftYen ? [{ item, missingYen: yenOf(added - leftYen) }] : [];
  });
}
