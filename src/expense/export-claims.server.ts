import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { downloadFileName } from '#platform/tabular/file-name.ts';
import type { UnmappableCharacters } from '#platform/tabular/unmappable-characters.ts';
import type { SheetColumn, SheetValue } from '#platform/tabular/write-sheet-cell.ts';
import { writeCsv, writeXlsx } from '#platform/tabular/write-table.server.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { selectClaims, type ClaimFilters } from './claim-queries.server.ts';
import type { ClaimState } from './domain/claim-state.ts';
import { expenseItems } from './domain/expense-line.ts';
import { claimStateLabel, expenseText as words } from './text.ts';

export const claimFormats = ['csv', 'xlsx'] as const;
type ClaimFormat = (typeof claimFormats)[number];

type Wanted = { readonly filters: ClaimFilters; readonly fiscalYear: number };

/** Every claim that fits with its amounts by 費目, by the day of the visit, the oldest first. */
async function listAllClaims(ctx: Context, wanted: Wanted) {
  const sumOf = (item: string) => sql<number>`(select coalesce(sum(line.amount_yen), 0)::bigint
    from expense_claim_line as line where line.corner_code = expense_claim.corner_code
      and line.claim_id = expense_claim.claim_id and line.item = ${item})`;
  return selectClaims(ctx, wanted)
    .leftJoin('payment_batch', 'payment_batch.batch_id', 'expense_claim.batch_id')
    .select(['expense_claim.withheld_base_yen as withheldBaseYen', 'payment_batch.paid_on as paidOn'])
    .select([
      sumOf('honorarium').as('honorarium'),
      sumOf('travel').as('travel'),
      sumOf('material').as('material'),
      sumOf('text-writing').as('text-writing'),
    ])
    .orderBy('expense_claim.visit_on')
    .orderBy('visit.number')
    .orderBy('expense_claim.claim_id')
    .execute();
}

type Row = Awaited<ReturnType<typeof listAllClaims>>[number];

/** The columns of the file, one value each (DAT-01). Nothing of an account is among them. */
const columns: readonly (SheetColumn & { readonly cellOf: (this: void, row: Row) => SheetValue })[] = [
  { header: '派遣番号', kind: 'text', cellOf: ({ visitNumber }) => visitNumber },
  { header: '実施日', kind: 'date', cellOf: ({ visitOn }) => visitOn as PlainDate },
  { header: '登録番号', kind: 'text', cellOf: ({ instructorNumber }) => instructorNumber },
  { header: '氏名', kind: 'text', cellOf: ({ instructorName }) => instructorName },
  { header: '派遣先', kind: 'text', cellOf: ({ host }) => host },
  { header: '状態', kind: 'text', cellOf: ({ state }) => claimStateLabel(state as ClaimState) },
  ...expenseItems.map(
    ({ code, label }) => ({ header: label, kind: 'integer', cellOf: (row: Row) => Number(row[code]) }) as const,
  ),
  { header: '合計', kind: 'integer', cellOf: ({ totalYen }) => Number(totalYen) },
  { header: '源泉徴収の対象額', kind: 'integer', cellOf: ({ withheldBaseYen }) => Number(withheldBaseYen) },
  { header: '振込日', kind: 'date', cellOf: ({ paidOn }) => paidOn as PlainDate | null },
];

/** A file that leaves the desk: its name (DAT-08), type and bytes. */
export type ClaimsFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

const mediaTypes: Readonly<Record<ClaimFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The list of claims as a file, with the conditions under which it is shown; that it left is logged (SEC-11). */
export async function exportClaims(
  ctx: Context,
  { format, ...wanted }: Wanted & { readonly format: ClaimFormat },
): Promise<ClaimsFile> {
  requirePermission(ctx, 'transfer.export');
  requirePermission(ctx, 'expense.read');
  const found = await listAllClaims(ctx, wanted);
  const written = await write(
    found.map((row) => columns.map(({ cellOf }) => cellOf(row))),
    format,
  );
  // What a field may hold was checked on entry.
  if (!written.ok) throw new Error(`unwritable characters: ${JSON.stringify(written.refusal)}`);
  const { fiscalYear } = wanted;
  const entity = { kind: 'expense-claim', id: `list-${fiscalYear}`, label: words.title };
  await inTransaction(ctx, (tx) =>
    recordAudit(tx, ctx, [{ action: 'exported', entity, after: { format, count: found.length } }]),
  );
  const prefecture = { code: ctx.corner, name: findPrefecture(ctx.corner)?.name ?? ctx.corner };
  const name = downloadFileName({ fiscalYear, title: words.fileTitle, prefecture, on: ctx.today(), extension: format });
  return { name, mediaType: mediaTypes[format], bytes: written.value };
}

async function write(
  rows: readonly (readonly SheetValue[])[],
  format: ClaimFormat,
): Promise<Result<Uint8Array, UnmappableCharacters>> {
  if (format === 'xlsx') return writeXlsx({ sheetName: words.fileTitle, columns, rows });
  const texts = rows.map((row) => row.map((value) => (value === null ? '' : String(value))));
  const freeTextColumns = columns.flatMap(({ kind }, index) => (kind === 'text' ? [index] : []));
  const header = columns.map(({ header: name }) => name);
  return writeCsv({ header, rows: texts, encoding: 'utf8', freeTextColumns, replaceUnmappable: true });
}
