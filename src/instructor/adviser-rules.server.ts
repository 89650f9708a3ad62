import type { PlainDate } from '#kernel/plain-date.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { overwrite } from '#record/columns.server.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import type { AdviserRule } from './domain/adviser-rule.ts';

const KIND = 'adviser-rule';
const identity = ['corner_code', 'valid_from'] as const;

/** シニアアドバイザーの要件 of the corner, from the newest back. */
export function listAdviserRules(ctx: Context): Promise<readonly AdviserRule[]> {
  requirePermission(ctx, 'instructor.read');
  return readAdviserRules(ctx.db);
}

/** Sets what the corner asks of senior advisers from a day on; a rule of the same day gives way, and the log keeps it. */
export function setAdviserRule(ctx: Context, rule: AdviserRule): Promise<void> {
  requirePermission(ctx, 'criteria.manage');
  return inTransaction(ctx, async (tx) => {
    await lockRecords(tx, KIND);
    const before = (await readAdviserRules(tx)).find(({ validFrom }) => validFrom === rule.validFrom);
    await writeRule(tx, ctx, rule);
    const entity = { kind: KIND, id: rule.validFrom, label: rule.validFrom };
    await recordAudit(tx, ctx, [
      { action: before ? 'updated' : 'created', entity, before: before ?? null, after: rule },
    ]);
  });
}

async function writeRule(tx: Tx, ctx: Context, rule: AdviserRule): Promise<void> {
  const row = {
    corner_code: ctx.corner,
    valid_from: rule.validFrom,
    wording: rule.wording,
    practice_years: rule.practiceYears,
    decided_by: rule.decidedBy,
    updated_at: ctx.now(),
  };
  await tx
    .insertInto('adviser_rule')
    .values(row)
    .onConflict((conflict) => conflict.columns(identity).doUpdateSet(overwrite(row, identity) as never))
    .execute();
}

async function readAdviserRules(db: Db): Promise<readonly AdviserRule[]> {
  const rows = await db
    .selectFrom('adviser_rule')
    .select(['valid_from', 'wording', 'practice_years', 'decided_by'])
    .orderBy('valid_from', 'desc')
    .execute();
  return rows.map((row) => ({
    validFrom: row.valid_from as PlainDate,
    wording: row.wording,
    practiceYears: row.practice_years,
    decidedBy: row.decided_by,
  }));
}
