import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { renderDocx } from '#platform/document-rendering/render-docx.server.ts';
import { downloadFileName } from '#platform/tabular/file-name.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { getClaim } from './claim-queries.server.ts';
import { buildClaimDocument } from './documents/claim-document.ts';
import { claimLabel, expenseText as words } from './text.ts';

/** 講師謝金等請求書 as Word; that it left is logged (SEC-11). */
export async function exportClaim(
  ctx: Context,
  claimId: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  requirePermission(ctx, 'expense.read');
  const { id, subject, lines, totalYen } = await getClaim(ctx, claimId);
  const corner = await ctx.db.selectFrom('corner').select(['name', 'host_association']).executeTakeFirst();
  const prefecture = { code: ctx.corner, name: findPrefecture(ctx.corner)?.name ?? ctx.corner };
  const { startsAt, endsAt } = subject;
  const model = buildClaimDocument({
    ...subject,
    time: startsAt && endsAt ? `${startsAt}〜${endsAt}` : '',
    lines,
    totalYen,
    office: corner ? `${corner.host_association}　${corner.name}` : prefecture.name,
  });
  const bytes = await renderDocx(model);
  const entity = { kind: 'expense-claim', id, label: claimLabel(subject) };
  await inTransaction(ctx, (tx) => recordAudit(tx, ctx, [{ action: 'exported', entity, after: { format: 'docx' } }]));
  const on = ctx.today();
  const title = words.documentTitle;
  const name = downloadFileName({ fiscalYear: fiscalYearOf(on), title, prefecture, on, extension: 'docx' });
  return { name, bytes };
}
