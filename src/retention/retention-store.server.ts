import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import type { RetentionKind, RetentionPeriod } from './domain/retention-period.ts';
import type { RetentionPlanState } from './domain/retention-plan.ts';
import type { DueItem, RetentionItem, RetentionPlan } from './domain/retention-record.ts';

const planColumns = [
  'plan_id as id',
  'fiscal_year as fiscalYear',
  'ordinal',
  'state',
  'drafted_at as draftedAt',
  'drafter_id as drafterId',
  'drafter_name as drafterName',
  'approved_at as approvedAt',
  'approver_name as approverName',
  'erased_at as erasedAt',
  'eraser_name as eraserName',
  'version',
] as const;

/** The lists of the corner, newest first. */
export async function listPlanRows(db: Db): Promise<readonly RetentionPlan[]> {
  const rows = await db
    .selectFrom('retention_plan')
    .select(planColumns)
    .orderBy('fiscal_year', 'desc')
    .orderBy('ordinal', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as RetentionPlanState }));
}

export async function findPlanRow(db: Db, id: string, { lock = false } = {}): Promise<RetentionPlan | undefined> {
  const row = await db
    .selectFrom('retention_plan')
    .select(planColumns)
    .where('plan_id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row && { ...row, state: row.state as RetentionPlanState };
}

/** What stands on a list, by kind, 年度 and number. */
export async function listItemRows(db: Db, planId: string): Promise<readonly RetentionItem[]> {
  const rows = await db
    .selectFrom('retention_item')
    .select(['kind', 'item_id', 'label', 'base_year', 'kept_until', 'hold_reason', 'erased_at', 'files'])
    .where('plan_id', '=', planId)
    .orderBy('kind')
    .orderBy('base_year')
    .orderBy('label')
    .orderBy('item_id')
    .execute();
  return rows.map((row) => ({
    kind: row.kind as RetentionKind,
    id: row.item_id,
    label: row.label,
    baseYear: row.base_year,
    keptUntil: row.kept_until as PlainDate,
    holdReason: row.hold_reason,
    erasedAt: row.erased_at,
    files: row.files,
  }));
}

const ROWS_A_STATEMENT = 500;

export async function insertPlan(
  tx: Tx,
  ctx: Context,
  {
    id,
    fiscalYear,
    ordinal,
    items,
  }: Pick<RetentionPlan, 'id' | 'fiscalYear' | 'ordinal'> & { readonly items: readonly DueItem[] },
): Promise<void> {
  await tx
    .insertInto('retention_plan')
    .values({
      corner_code: ctx.corner,
      plan_id: id,
      fiscal_year: fiscalYear,
      ordinal,
      state: 'draft',
      drafted_at: ctx.now(),
      drafter_id: ctx.actor.id,
      drafter_name: ctx.actor.name,
    })
    .execute();
  for (let start = 0; start < items.length; start += ROWS_A_STATEMENT) {
    const rows = items.slice(start, start + ROWS_A_STATEMENT).map((item) => ({
      corner_code: ctx.corner,
      plan_id: id,
      kind: item.kind,
      item_id: item.id,
      label: item.label,
      base_year: item.baseYear,
      kept_until: item.keptUntil,
    }));
    await tx.insertInto('retention_item').values(rows).execute();
  }
}

/** Writes the state after a command, with who gave it. */
export async function savePlan(
  tx: Tx,
  ctx: Context,
  { id, state }: Pick<RetentionPlan, 'id' | 'state'>,
): Promise<void> {
  const approval = { approved_at: ctx.now(), approver_id: ctx.actor.id, approver_name: ctx.actor.name };
  const changes = {
    draft: { approved_at: null, approver_id: null, approver_name: null },
    approved: approval,
    erased: { erased_at: ctx.now(), eraser_name: ctx.actor.name },
  }[state];
  await tx
    .updateTable('retention_plan')
    .set((row) => ({ state, version: row('version', '+', 1), ...changes }))
    .where('plan_id', '=', id)
    .execute();
}

export async function saveHold(
  tx: Tx,
  { planId, itemId, reason }: { readonly planId: string; readonly itemId: string; readonly reason: string | null },
): Promise<boolean> {
  const rows = await tx
    .updateTable('retention_item')
    .set({ hold_reason: reason })
    .where('plan_id', '=', planId)
    .where('item_id', '=', itemId)
    .returning('item_id')
    .execute();
  return rows.length > 0;
}

export async function markErased(
  tx: Tx,
  ctx: Context,
  { planId, itemId, files }: { readonly planId: string; readonly itemId: string; readonly files: number },
): Promise<void> {
  await tx
    .updateTable('retention_item')
    .set({ erased_at: ctx.now(), files })
    .where('plan_id', '=', planId)
    .where('item_id', '=', itemId)
    .execute();
}

/** 保存期間 that the corner has set. */
export async function listPeriodRows(db: Db): Promise<readonly RetentionPeriod[]> {
  const rows = await db
    .selectFrom('retention_period')
    .select(['kind', 'from_fiscal_year as fromFiscalYear', 'years', 'source'])
    .orderBy('kind')
    .orderBy('from_fiscal_year', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as RetentionKind }));
}

export async function savePeriodRow(tx: Tx, ctx: Context, period: RetentionPeriod): Promise<void> {
  const { kind, fromFiscalYear, years, source } = period;
  const values = { years, source, updated_at: ctx.now() };
  await tx
    .insertInto('retention_period')
    .values({ corner_code: ctx.corner, kind, from_fiscal_year: fromFiscalYear, ...values })
    .onConflict((conflict) => conflict.columns(['corner_code', 'kind', 'from_fiscal_year']).doUpdateSet(values))
    .execute();
}
