import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { checkDispatchTerms, type DispatchRuleRefusal, type DispatchTerms } from './domain/dispatch-rule.ts';
import { dispatchRuleLabel } from './rule-text.ts';
import { insertDispatchRule, loadDispatchRules, type StoredDispatchRule } from './rule-store.server.ts';

type Addition = { readonly terms: DispatchTerms; readonly fiscalYear: number; readonly key: string | undefined };

/** 派遣の基準の追加, by the chief. Earlier tables stay: a request is judged by the one of the day it came. */
export function addDispatchRule(
  ctx: Context,
  { terms, fiscalYear, key }: Addition,
): Promise<Result<{ readonly id: string }, DispatchRuleRefusal>> {
  requirePermission(ctx, 'dispatch-rule.manage');
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['dispatch-rule', fiscalYear, terms]),
      isKept: (answer) => answer.ok,
      work: async () => {
        const refused = checkDispatchTerms(terms, fiscalYear);
        if (refused) return refuse(refused);
        const id = ctx.newId();
        const revision = await insertDispatchRule(tx, ctx, { id, fiscalYear, terms });
        const entity = { kind: 'dispatch-rule', id, label: dispatchRuleLabel({ ...terms, fiscalYear, revision }) };
        await recordAudit(tx, ctx, [{ action: 'created', entity, after: terms }]);
        return accept({ id });
      },
    }),
  );
}

/** 派遣の基準 of a 年度, the one that began last first. */
export function listDispatchRules(ctx: Context, fiscalYear: number): Promise<readonly StoredDispatchRule[]> {
  requirePermission(ctx, 'dispatch-rule.read');
  return loadDispatchRules(ctx.db, fiscalYear);
}
