import { requirePermission, type Context } from '#platform/context.server.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { renderDocx } from '#platform/document-rendering/render-docx.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { downloadFileName } from '#platform/tabular/file-name.ts';
import { isRecordId } from '#record/record-id.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { buildRetentionPaper } from './documents/retention-paper.ts';
import type { RetentionPeriod } from './domain/retention-period.ts';
import type { DueItem, RetentionItem, RetentionPlan } from './domain/retention-record.ts';
import { listDueItems } from './retention-due.server.ts';
import { findPlanRow, listItemRows, listPeriodRows, listPlanRows } from './retention-store.server.ts';
import { planLabel, retentionText as words } from './text.ts';

/** 保存と廃棄: what is due today, the lists, and the periods of the corner. */
export async function getRetention(ctx: Context): Promise<{
  readonly due: readonly DueItem[];
  readonly plans: readonly RetentionPlan[];
  readonly periods: readonly RetentionPeriod[];
}> {
  requirePermission(ctx, 'retention.read');
  return {
    due: await listDueItems(ctx.db, ctx.today()),
    plans: await listPlanRows(ctx.db),
    periods: await listPeriodRows(ctx.db),
  };
}

/** One list with everything on it. */
export async function getPlan(
  ctx: Context,
  planId: string,
): Promise<{ readonly plan: RetentionPlan; readonly items: readonly RetentionItem[] }> {
  requirePermission(ctx, 'retention.read');
  const plan = isRecordId(planId) ? await findPlanRow(ctx.db, planId) : undefined;
  if (!plan) throw new NotFound('retention-plan', planId);
  return { plan, items: await listItemRows(ctx.db, planId) };
}

/** 廃棄予定の一覧 as Word, to be approved on paper too; 廃棄証明書 once it is erased. That it left is logged (SEC-11). */
export async function exportRetentionPaper(
  ctx: Context,
  planId: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { plan, items } = await getPlan(ctx, planId);
  const corner = await ctx.db.selectFrom('corner').select(['name', 'host_association']).executeTakeFirst();
  const prefecture = { code: ctx.corner, name: findPrefecture(ctx.corner)?.name ?? ctx.corner };
  const office = corner ? [corner.host_association, corner.name] : [prefecture.name];
  const bytes = await renderDocx(buildRetentionPaper({ plan, items, office, today: ctx.today() }));
  const entity = { kind: 'retention-plan', id: plan.id, label: planLabel(plan) };
  await inTransaction(ctx, (tx) => recordAudit(tx, ctx, [{ action: 'exported', entity, after: { format: 'docx' } }]));
  const title = plan.state === 'erased' ? words.certificate : words.paper;
  const { fiscalYear } = plan;
  const name = downloadFileName({ fiscalYear, title, prefecture, on: ctx.today(), extension: 'docx' });
  return { name, bytes };
}
