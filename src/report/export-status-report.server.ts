import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { renderDocx } from '#platform/document-rendering/render-docx.server.ts';
import { renderHtml } from '#platform/document-rendering/render-html.ts';
import { downloadFileName } from '#platform/tabular/file-name.ts';
import { writeCsv } from '#platform/tabular/write-table.server.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { buildStatusReportDocument } from './documents/status-report-document.ts';
import { tabulateStatusReport } from './documents/status-report-table.ts';
import type { StatusReport } from './domain/status-report.ts';
import { getStatusReport } from './status-report.server.ts';
import { reportText as words } from './text.ts';
import type { CountedOn } from './visit-counts-queries.server.ts';

export const reportFormats = ['docx', 'html', 'json', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A file that leaves the desk: its name (DAT-08), type and bytes. */
export type ReportFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

/** The 実施状況 report as a file; that it left is logged with its format and as-of date (SEC-11). */
export async function exportStatusReport(
  ctx: Context,
  { format, ...on }: CountedOn & { readonly format: ReportFormat },
): Promise<ReportFile> {
  requirePermission(ctx, 'report.read', { aggregate: true });
  const report = await getStatusReport(ctx, on);
  const code = ctx.corner;
  const prefecture = { code, name: findPrefecture(code)?.name ?? code };
  const bytes = await render(report, format, prefecture);
  const label = `${fiscalYearLabel(on.fiscalYear)} ${words.title}`;
  const entity = { kind: 'report', id: `status-${on.fiscalYear}`, label };
  await inTransaction(ctx, (tx) =>
    recordAudit(tx, ctx, [{ action: 'exported', entity, after: { format, asOf: on.asOf, bytes: bytes.length } }]),
  );
  const name = downloadFileName({
    fiscalYear: on.fiscalYear,
    title: words.title,
    prefecture,
    on: on.asOf,
    extension: format,
  });
  return { name, mediaType: mediaTypes[format], bytes };
}

async function render(
  report: StatusReport,
  format: ReportFormat,
  prefecture: { readonly code: string; readonly name: string },
): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return renderDocx(buildStatusReportDocument(report, prefecture.name));
    case 'html':
      return Buffer.from(renderHtml(buildStatusReportDocument(report, prefecture.name)));
    case 'json':
      return Buffer.from(`${JSON.stringify(report, null, 2)}\n`);
    case 'csv': {
      const { header, rows } = tabulateStatusReport(report, prefecture);
      // UTF-8 writes every character of a plan's headings but those that no file may hold, and these were refused on entry.
      const written = writeCsv({ header, rows, encoding: 'utf8', freeTextColumns: [4, 5, 7], replaceUnmappable: true });
      if (!written.ok) throw new Error(`unwritable characters: ${JSON.stringify(written.refusal)}`);
      return written.value;
    }
  }
}
