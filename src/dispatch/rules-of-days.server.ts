import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#platform/db/database.server.ts';
import type { DispatchRule } from './domain/dispatch-rule.ts';
import { loadDispatchRules } from './rule-store.server.ts';

/**
 * The 派遣の基準 of the years of these days, for other use cases to find the one that held on each of them; they have asked
 * for the permission.
 */
export async function loadRulesOfDays(db: Db, days: readonly PlainDate[]): Promise<readonly DispatchRule[]> {
  const rules: DispatchRule[] = [];
  for (const year of new Set(days.map((day) => fiscalYearOf(day)))) rules.push(...(await loadDispatchRules(db, year)));
  return rules;
}
