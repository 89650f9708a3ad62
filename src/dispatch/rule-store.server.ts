import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { dispatchRuleFields, type DispatchRule, type DispatchTerms } from './domain/dispatch-rule.ts';

/** A table of rules with who kept it and when. */
export type StoredDispatchRule = DispatchRule & { readonly createdAt: string; readonly createdBy: string };

/** The 派遣の基準 of a 年度, the one that began last first. */
export async function loadDispatchRules(db: Db, fiscalYear: number): Promise<readonly StoredDispatchRule[]> {
  const rows = await db
    .selectFrom('dispatch_rule')
    .select(['rule_id', 'fiscal_year', 'valid_from', 'revision', 'basis', 'terms', 'created_at', 'created_by'])
    .where('fiscal_year', '=', fiscalYear)
    .orderBy('valid_from', 'desc')
    .orderBy('revision', 'desc')
    .execute();
  return rows.map((row) => ({
    ...readTerms(row.terms),
    id: row.rule_id,
    fiscalYear: row.fiscal_year,
    validFrom: row.valid_from as PlainDate,
    basis: row.basis,
    revision: row.revision,
    createdAt: row.created_at,
    createdBy: row.created_by,
  }));
}

/**
 * Written below from the domain's own type, by nobody else: the role of the desk may only add. A table that was kept before
 * there was a term sets none.
 */
function readTerms(stored: unknown): DispatchTerms {
  const terms = stored as DispatchTerms;
  return { ...terms, reportDueDays: terms.reportDueDays ?? null, surveyDueDays: terms.surveyDueDays ?? null };
}

/** Keeps terms as the next revision of their first day. */
export async function insertDispatchRule(
  tx: Tx,
  ctx: Context,
  { id, fiscalYear, terms }: { readonly id: string; readonly fiscalYear: number; readonly terms: DispatchTerms },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`dispatch-rule ${ctx.corner}`}, 0))`.execute(tx);
  const last = await tx
    .selectFrom('dispatch_rule')
    .select(({ fn }) => fn.max('revision').as('revision'))
    .where('fiscal_year', '=', fiscalYear)
    .where('valid_from', '=', terms.validFrom)
    .executeTakeFirst();
  const revision = (last?.revision ?? 0) + 1;
  const kept = Object.fromEntries(dispatchRuleFields.map(({ key }) => [key, terms[key]]));
  await tx
    .insertInto('dispatch_rule')
    .values({
      corner_code: ctx.corner,
      rule_id: id,
      fiscal_year: fiscalYear,
      valid_from: terms.validFrom,
      revision,
      basis: terms.basis,
      terms: JSON.stringify(kept),
      created_at: ctx.now(),
      created_by: ctx.actor.name,
    })
    .execute();
  return revision;
}
