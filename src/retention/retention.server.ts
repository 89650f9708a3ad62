import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { retentionKinds, type RetentionKind, type RetentionPeriod } from './domain/retention-period.ts';
import { decideRetention, type RetentionCommand, type RetentionRefusal } from './domain/retention-plan.ts';
import type { RetentionPlan } from './domain/retention-record.ts';
import { erasers } from './erase-store.server.ts';
import { listDueItems, listDueOfKind } from './retention-due.server.ts';
import {
  findPlanRow,
  insertPlan,
  listItemRows,
  listPeriodRows,
  listPlanRows,
  markErased,
  saveHold,
  savePeriodRow,
  savePlan,
} from './retention-store.server.ts';
import { planLabel, retentionText as words } from './text.ts';

const KIND = 'retention-plan';

/** 廃棄予定の一覧を作る: everything of the corner whose time is over today. One list is under way at a time. */
export function draftPlan(ctx: Context): Promise<Result<{ readonly id: string }, RetentionRefusal>> {
  requirePermission(ctx, 'retention.write');
  return inTransaction(ctx, async (tx) => {
    await lockRecords(tx, KIND);
    const plans = await listPlanRows(tx);
    if (plans.some(({ state }) => state !== 'erased')) return refuse<RetentionRefusal>({ kind: 'list-open' });
    const items = await listDueItems(tx, ctx.today());
    if (items.length === 0) return refuse<RetentionRefusal>({ kind: 'nothing-due' });
    const fiscalYear = fiscalYearOf(ctx.today());
    const ordinal = plans.filter((plan) => plan.fiscalYear === fiscalYear).length + 1;
    const id = ctx.newId();
    await insertPlan(tx, ctx, { id, fiscalYear, ordinal, items });
    const entity = { kind: KIND, id, label: planLabel({ fiscalYear, ordinal }) };
    await recordAudit(tx, ctx, [{ action: 'created', entity, after: { count: items.length } }]);
    return accept({ id });
  });
}

export type PlanOrder = {
  readonly planId: string;
  /** The version that the person saw. */
  readonly version: number;
  readonly command: Exclude<RetentionCommand, 'erase'>;
  /** For `hold` and `release`: which item, and why it is held back. */
  readonly itemId?: string | undefined;
  readonly reason?: string | undefined;
};

/** Keeps one item back or takes it in again, approves the list, or takes the approval back. */
export function movePlan(ctx: Context, order: PlanOrder): Promise<Result<null, RetentionRefusal>> {
  const { command, planId, itemId = '', reason = '' } = order;
  const isItem = command === 'hold' || command === 'release';
  requirePermission(ctx, isItem ? 'retention.write' : 'retention.approve');
  return inTransaction(ctx, async (tx) => {
    const plan = await lockPlan(tx, order);
    const decided = await decide(tx, ctx, { plan, command, reason });
    if (!decided.ok) return decided;
    if (isItem) {
      const held = command === 'hold' ? reason.trim() : null;
      const isKnown = isRecordId(itemId) && (await saveHold(tx, { planId, itemId, reason: held }));
      if (!isKnown) throw new NotFound('retention-item', itemId);
    } else await savePlan(tx, ctx, { id: planId, state: decided.value });
    const after = { retention: words.commands[command], ...(command === 'hold' ? { reason: reason.trim() } : {}) };
    await recordAudit(tx, ctx, [{ action: 'updated', entity: entityOf(plan), after }]);
    return accept(null);
  });
}

/**
 * 廃棄. Erases what a second person approved, kind by kind, each in a transaction of its own: a run that was cut off is
 * finished by the next one. What is no longer due, because it came back to life, is held back instead.
 */
export async function erasePlan(
  ctx: Context,
  address: { readonly planId: string; readonly version: number },
): Promise<Result<null, RetentionRefusal>> {
  requirePermission(ctx, 'retention.approve');
  for (const kind of retentionKinds) {
    const erased = await inTransaction(ctx, async (tx) => {
      const plan = await lockPlan(tx, address);
      const decided = await decide(tx, ctx, { plan, command: 'erase', reason: '' });
      if (decided.ok) await eraseKind(tx, ctx, { plan, kind });
      return decided;
    });
    if (!erased.ok) return erased;
  }
  return inTransaction(ctx, async (tx) => {
    const plan = await lockPlan(tx, address);
    await savePlan(tx, ctx, { id: plan.id, state: 'erased' });
    const count = (await listItemRows(tx, plan.id)).filter(({ erasedAt }) => erasedAt !== null).length;
    await recordAudit(tx, ctx, [
      { action: 'updated', entity: entityOf(plan), after: { retention: words.commands.erase, count } },
    ]);
    return accept(null);
  });
}

async function eraseKind(
  tx: Tx,
  ctx: Context,
  { plan, kind }: { readonly plan: RetentionPlan; readonly kind: RetentionKind },
): Promise<void> {
  const waiting = (await listItemRows(tx, plan.id)).filter(
    (item) => item.kind === kind && item.holdReason === null && item.erasedAt === null,
  );
  const periods = await listPeriodRows(tx);
  const due = new Set((await listDueOfKind(tx, { kind, periods, today: ctx.today() })).map(({ id }) => id));
  for (const { id, label } of waiting) {
    if (!due.has(id)) {
      await saveHold(tx, { planId: plan.id, itemId: id, reason: words.noLongerDue });
      continue;
    }
    const { entities, files } = await erasers[kind](tx, ctx, { id, label });
    await markErased(tx, ctx, { planId: plan.id, itemId: id, files });
    // The entry has the number alone: from here on nobody is shown what earlier entries say of this record.
    await recordAudit(
      tx,
      ctx,
      entities.map((entity) => ({
        action: 'erased',
        entity: { ...entity, label },
        after: { retention: planLabel(plan) },
      })),
    );
  }
}

/** 保存期間の設定, for a kind from a 年度 on. */
export function setPeriod(ctx: Context, period: RetentionPeriod): Promise<void> {
  requirePermission(ctx, 'retention.approve');
  return inTransaction(ctx, async (tx) => {
    await lockRecords(tx, 'retention-period');
    const before = (await listPeriodRows(tx)).find(
      ({ kind, fromFiscalYear }) => kind === period.kind && fromFiscalYear === period.fromFiscalYear,
    );
    await savePeriodRow(tx, ctx, period);
    const entity = { kind: 'retention-period', id: period.kind, label: words.kinds[period.kind] };
    const action = before ? 'updated' : 'created';
    await recordAudit(tx, ctx, [{ action, entity, before: before ?? null, after: period }]);
  });
}

async function decide(
  tx: Tx,
  ctx: Context,
  {
    plan,
    command,
    reason,
  }: { readonly plan: RetentionPlan; readonly command: RetentionCommand; readonly reason: string },
) {
  const left = (await listItemRows(tx, plan.id)).filter(({ holdReason }) => holdReason === null).length;
  return decideRetention({ ...plan, actorId: ctx.actor.id, left, reason }, command);
}

async function lockPlan(
  tx: Tx,
  { planId, version }: { readonly planId: string; readonly version: number },
): Promise<RetentionPlan> {
  await lockRecords(tx, KIND);
  const plan = isRecordId(planId) ? await findPlanRow(tx, planId, { lock: true }) : undefined;
  if (!plan) throw new NotFound(KIND, planId);
  if (plan.version !== version) throw new Conflict(KIND, planId, version, plan.version);
  return plan;
}

function entityOf(plan: RetentionPlan) {
  return { kind: KIND, id: plan.id, label: planLabel(plan) };
}
