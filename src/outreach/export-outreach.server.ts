import { programLabel } from '#dispatch/domain/program.ts';
import type { Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { downloadFileName } from '#platform/tabular/file-name.ts';
import type { UnmappableCharacters } from '#platform/tabular/unmappable-characters.ts';
import type { SheetColumn, SheetValue } from '#platform/tabular/write-sheet-cell.ts';
import { writeCsv, writeXlsx } from '#platform/tabular/write-table.server.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { visitStatusLabel } from '#schedule/domain/visit-status.ts';
import { attendees } from './domain/attendee.ts';
import { outreachKindLabel } from './domain/outreach-kind.ts';
import { listAllOutreach, type OutreachFilters, type OutreachRow } from './outreach-queries.server.ts';
import { outreachText as words } from './text.ts';

export const outreachFormats = ['csv', 'xlsx'] as const;
type OutreachFormat = (typeof outreachFormats)[number];

/** The columns of the file, one value each (DAT-01); the sum of the attendees is not among them, the people of the visit are. */
const columns: readonly (SheetColumn & { readonly cellOf: (this: void, row: OutreachRow) => SheetValue })[] = [
  { header: '派遣番号', kind: 'text', cellOf: ({ number }) => number },
  { header: '魅力発信の種類', kind: 'text', cellOf: ({ kind }) => outreachKindLabel(kind ?? undefined) },
  { header: '事業区分', kind: 'text', cellOf: ({ program }) => programLabel(program) },
  { header: '催しの名称', kind: 'text', cellOf: ({ title }) => title },
  { header: '派遣先番号', kind: 'text', cellOf: ({ organizationNumber }) => organizationNumber },
  { header: '派遣先', kind: 'text', cellOf: ({ organizationName }) => organizationName },
  { header: '会場', kind: 'text', cellOf: ({ place }) => place },
  { header: '市区町村コード', kind: 'text', cellOf: ({ municipalityCode }) => municipalityCode },
  { header: '市区町村名', kind: 'text', cellOf: ({ municipalityCode: code }) => findMunicipality(code)?.name ?? '' },
  { header: '実施日', kind: 'date', cellOf: ({ visitOn }) => visitOn },
  { header: '開始', kind: 'time', cellOf: ({ startsAt }) => startsAt },
  { header: '終了', kind: 'time', cellOf: ({ endsAt }) => endsAt },
  { header: '職種', kind: 'text', cellOf: ({ tradeCode }) => findTrade(tradeCode)?.name ?? tradeCode },
  { header: 'マイスター等', kind: 'text', cellOf: ({ instructorNames }) => instructorNames.join(';') },
  { header: 'ブース数', kind: 'integer', cellOf: ({ kind, booths }) => (kind === 'fair' ? booths : null) },
  { header: '人数', kind: 'integer', cellOf: ({ trainees }) => trainees },
  ...attendees.map(
    ({ code, label }) => ({ header: label, kind: 'integer', cellOf: (row: OutreachRow) => row[code] }) as const,
  ),
  { header: '状態', kind: 'text', cellOf: ({ status }) => visitStatusLabel(status) },
  { header: '中止理由', kind: 'text', cellOf: ({ cancelReason }) => cancelReason },
];

/** A file that leaves the desk: its name (DAT-08), type and bytes. */
export type OutreachFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

const mediaTypes: Readonly<Record<OutreachFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The list as a file, with the conditions under which it is shown; that it left is logged (SEC-11). */
export async function exportOutreach(
  ctx: Context,
  { format, filters }: { readonly format: OutreachFormat; readonly filters: OutreachFilters },
): Promise<OutreachFile> {
  requirePermission(ctx, 'transfer.export');
  const rows = await listAllOutreach(ctx, filters);
  const written = await write(
    rows.map((row) => columns.map(({ cellOf }) => cellOf(row))),
    format,
  );
  // What a field may hold was checked on entry.
  if (!written.ok) throw new Error(`unwritable characters: ${JSON.stringify(written.refusal)}`);
  const entity = { kind: 'visit', id: `outreach-${filters.fiscalYear}`, label: words.title };
  await inTransaction(ctx, (tx) =>
    recordAudit(tx, ctx, [{ action: 'exported', entity, after: { format, count: rows.length } }]),
  );
  const prefecture = { code: ctx.corner, name: findPrefecture(ctx.corner)?.name ?? ctx.corner };
  const { fiscalYear } = filters;
  const name = downloadFileName({ fiscalYear, title: words.title, prefecture, on: ctx.today(), extension: format });
  return { name, mediaType: mediaTypes[format], bytes: written.value };
}

async function write(
  rows: readonly (readonly SheetValue[])[],
  format: OutreachFormat,
): Promise<Result<Uint8Array, UnmappableCharacters>> {
  if (format === 'xlsx') return writeXlsx({ sheetName: words.title, columns, rows });
  const texts = rows.map((row) => row.map((value) => (value === null ? '' : String(value))));
  const freeTextColumns = columns.flatMap(({ kind }, index) => (kind === 'text' ? [index] : []));
  const header = columns.map(({ header: name }) => name);
  return writeCsv({ header, rows: texts, encoding: 'utf8', freeTextColumns, replaceUnmappable: true });
}
