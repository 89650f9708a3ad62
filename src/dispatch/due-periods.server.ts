import type { Db } from '#platform/db/database.server.ts';
import type { DuePeriod } from '#record/domain/due-term.ts';
import { listDuePeriods } from './domain/due-period.ts';
import { loadDispatchRules } from './rule-store.server.ts';

/** The dated terms of a corner for a 年度 and the one before it: what was held in March is reported in April. */
export async function loadDuePeriods(db: Db, fiscalYear: number): Promise<readonly DuePeriod[]> {
  const rules = await Promise.all([fiscalYear - 1, fiscalYear].map((year) => loadDispatchRules(db, year)));
  return listDuePeriods(rules.flat());
}
