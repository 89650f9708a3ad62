import { writeXlsxStream } from 'hucre/xlsx';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { toCellText } from './cell-text.ts';
import { encodeCp932, isCp932Text } from './cp932.server.ts';
import { listCharacters, listForbidden, startUnmappable, type UnmappableCharacters } from './unmappable-characters.ts';
import { SHEET_FORMATS, toSheetCell, toSheetText, type SheetColumn, type SheetValue } from './write-sheet-cell.ts';

const ROWS_A_CHUNK = 1_000;
const BYTE_ORDER_MARK = '\uFEFF';
const GETA = '〓';
const NEEDS_QUOTES = /["\r\n,;\t]|^\s|\s$/;

export type CsvTable = {
  readonly header: readonly string[];
  readonly rows: Iterable<readonly string[]>;
  readonly encoding: 'utf8' | 'cp932';
  /** Indexes (from 0) of the columns people type freely into: these get the formula guard (DAT-06). */
  readonly freeTextColumns?: readonly number[];
  /** Writes 〓 for what CP932 lacks instead of refusing: the person's own choice after seeing the list (DAT-12). */
  readonly replaceUnmappable?: boolean;
};

export type SheetTable = {
  readonly sheetName: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<readonly SheetValue[]>;
};

/**
 * Writes CSV: RFC 4180 quoting, CRLF, UTF-8 with BOM or CP932 (DAT-03), no line break inside a field (DAT-07).
 * `readTable` gives the same cells back, except that line breaks come back as LF and CP932 writes 〜 and − as ～ and －.
 */
export function writeCsv(table: CsvTable): Result<Uint8Array, UnmappableCharacters> {
  const isUtf8 = table.encoding === 'utf8';
  const encode = isUtf8 ? (text: string) => Buffer.from(text) : encodeCp932;
  const freeText = new Set(table.freeTextColumns);
  const found = startUnmappable();
  const chunks: Uint8Array[] = [];
  let pending = isUtf8 ? BYTE_ORDER_MARK : '';
  let row = 1;
  const toField = (cell: string, index: number): string => {
    let text = toCellText(cell, row > 1 && freeText.has(index));
    const missing = isUtf8 || isCp932Text(text) ? listForbidden(text) : listUnmappable(text);
    if (missing.length > 0 && table.replaceUnmappable === true) text = replaceCharacters(text, missing);
    else if (missing.length > 0) found.add(row, index + 1, missing);
    return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const flush = () => {
    if (found.result().count === 0) chunks.push(encode(pending));
    pending = '';
  };
  pending += `${table.header.map(toField).join(',')}\r\n`;
  for (const cells of table.rows) {
    row += 1;
    pending += `${cells.map(toField).join(',')}\r\n`;
    if (row % ROWS_A_CHUNK === 0) flush();
  }
  flush();
  const unmappable = found.result();
  return unmappable.count > 0 ? refuse(unmappable) : accept(Buffer.concat(chunks));
}

function listUnmappable(text: string): readonly string[] {
  return listCharacters(text).filter((character) => !isCp932Text(character) || listForbidden(character).length > 0);
}

function replaceCharacters(text: string, missing: readonly string[]): string {
  const replaced = new Set(missing);
  return listCharacters(text)
    .map((character) => (replaced.has(character) ? GETA : character))
    .join('');
}

/**
 * Writes a workbook with one sheet: header in row 1, frozen; numbers and dates as such, everything else as text cells
 * so that codes keep their leading zeros (DAT-05). There is no second sheet and no merged cell (DAT-01); definitions
 * belong into a file of their own. Rows are compressed as they come, so memory holds the file but not the table.
 */
export async function writeXlsx(table: SheetTable): Promise<Result<Uint8Array, UnmappableCharacters>> {
  const found = startUnmappable();
  const columns = table.columns.map(({ header, kind }, index) => {
    found.add(1, index + 1, listForbidden(header));
    const width = Math.max(12, listCharacters(header).length * 2 + 2);
    return { header: toSheetText(header), width, numFmt: SHEET_FORMATS[kind] };
  });
  function* toSheetRows() {
    let row = 1;
    for (const values of table.rows) {
      row += 1;
      yield table.columns.map((column, index) => {
        const cell = toSheetCell(values[index] ?? null, column, row);
        if (typeof cell === 'string') found.add(row, index + 1, listForbidden(cell));
        return cell;
      });
    }
  }
  const options = { name: table.sheetName, columns, freezePane: { rows: 1 } };
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeXlsxStream(toSheetRows(), options)) chunks.push(chunk);
  const unmappable = found.result();
  return unmappable.count > 0 ? refuse(unmappable) : accept(Buffer.concat(chunks));
}

/** Writes the table as a JSON array of objects keyed by header, one record a line, in UTF-8 without BOM. */
export function writeJson(header: readonly string[], rows: Iterable<readonly SheetValue[]>): Uint8Array {
  const records: string[] = [];
  for (const cells of rows) {
    records.push(JSON.stringify(Object.fromEntries(header.map((name, index) => [name, cells[index] ?? null]))));
  }
  return Buffer.from(records.length === 0 ? '[]\n' : `[\n${records.join(',\n')}\n]\n`);
}
