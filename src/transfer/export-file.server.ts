import { accept, type Result } from '#kernel/result.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { UnmappableCharacters } from '#platform/tabular/unmappable-characters.ts';
import { writeCsv, writeJson, writeXlsx } from '#platform/tabular/write-table.server.ts';
import type { SheetColumn, SheetValue } from '#platform/tabular/write-sheet-cell.ts';
import type { AnyField, ControlKind } from '#record/domain/field.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { transferKinds, type TransferKindName } from './domain/transfer-kind.ts';
import { transferText } from './text.ts';
import { getTransferRecords } from './transfer-records.server.ts';

export type FileForm = {
  readonly format: 'csv' | 'xlsx' | 'json';
  /** Of CSV alone; a workbook and JSON have one encoding. */
  readonly encoding: 'utf8' | 'cp932';
  /** Writes 〓 for what CP932 lacks: the person's own choice after seeing the list (DAT-12). */
  readonly replaceUnmappable?: boolean;
};

export type FileExport = FileForm & {
  readonly kind: TransferKindName;
  /** Limits requests, visits and plan items; the other kinds belong to no 年度. */
  readonly fiscalYear: number | undefined;
};

export type ExportedFile = { readonly bytes: Uint8Array; readonly count: number };

/** Columns that people type freely into: a spreadsheet must not take their text for a formula (DAT-06). */
const FREELY_TYPED: readonly ControlKind[] = ['text', 'multiline', 'kana', 'email', 'list'];

/** Writes every live record of a kind in the columns that import reads (contract.md §1); the export is logged (SEC-11). */
export async function exportFile(
  ctx: Context,
  wanted: FileExport,
): Promise<Result<ExportedFile, UnmappableCharacters>> {
  const rows = await loadRows(ctx, wanted, { trial: false });
  const written = await writeRows(rows, wanted);
  return written.ok ? accept({ bytes: written.value, count: rows.inputs.length }) : written;
}

export type ExportTrial = { readonly count: number; readonly unmappable: UnmappableCharacters | undefined };

/** How many records an export would hold, and which of their characters its file could not; nothing leaves yet. */
export async function tryExport(ctx: Context, wanted: FileExport): Promise<ExportTrial> {
  const rows = await loadRows(ctx, wanted, { trial: true });
  const written = await writeRows(rows, {
    format: 'csv',
    encoding: wanted.format === 'csv' ? wanted.encoding : 'utf8',
  });
  return { count: rows.inputs.length, unmappable: written.ok ? undefined : written.refusal };
}

/** A file with the header row alone, to be filled in. */
export async function buildTemplate(ctx: Context, kind: TransferKindName, form: FileForm): Promise<Uint8Array> {
  requirePermission(ctx, 'transfer.export');
  const written = await writeRows({ kind, fields: getTransferRecords(kind).records.shape.fields, inputs: [] }, form);
  if (!written.ok) throw new Error(`the headers of ${kind} cannot be written`);
  return written.value;
}

type Rows = {
  readonly kind: TransferKindName;
  readonly fields: readonly AnyField[];
  readonly inputs: readonly unknown[];
};

async function loadRows(
  ctx: Context,
  { kind, fiscalYear }: FileExport,
  { trial }: { readonly trial: boolean },
): Promise<Rows> {
  requirePermission(ctx, 'transfer.export');
  const { records } = getTransferRecords(kind);
  const hasYear = transferKinds.some(({ name, year }) => name === kind && year !== 'none');
  const inputs = await records.exportAll(ctx, { fiscalYear: hasYear ? fiscalYear : undefined, trial });
  return { kind, fields: records.shape.fields, inputs };
}

async function writeRows(
  { kind, fields, inputs }: Rows,
  { format, encoding, replaceUnmappable }: FileForm,
): Promise<Result<Uint8Array, UnmappableCharacters>> {
  const header = fields.map((field) => field.header);
  if (format === 'json') return accept(writeJson(header, listRows(fields, inputs, toJsonValue)));
  const rows = listRows(fields, inputs, (text) => text);
  if (format === 'xlsx') {
    const columns = fields.map((field): SheetColumn => ({
      header: field.header,
      kind: sheetKind(field.codec.control),
    }));
    return writeXlsx({ sheetName: transferText.kinds[kind], columns, rows });
  }
  const freeTextColumns = fields.flatMap(({ codec }, index) => (FREELY_TYPED.includes(codec.control) ? [index] : []));
  return writeCsv({ header, rows, encoding, freeTextColumns, ...(replaceUnmappable && { replaceUnmappable }) });
}

function* listRows<Value extends SheetValue>(
  fields: readonly AnyField[],
  inputs: readonly unknown[],
  toValue: (text: string, control: ControlKind) => Value,
): Generator<readonly Value[]> {
  for (const input of inputs) {
    const texts = formatFields(fields, input as never);
    yield fields.map(({ key, codec }) => toValue(texts[key] ?? '', codec.control));
  }
}

function toJsonValue(text: string, control: ControlKind): SheetValue {
  if (text === '') return null;
  return control === 'integer' || control === 'decimal' ? Number(text) : text;
}

function sheetKind(control: ControlKind): SheetColumn['kind'] {
  switch (control) {
    case 'integer':
    case 'decimal':
    case 'date':
    case 'time':
      return control;
    case 'text':
    case 'multiline':
    case 'kana':
    case 'postal-code':
    case 'phone':
    case 'email':
    case 'choice':
    case 'choices':
    case 'list':
      return 'text';
  }
}
