import { writeNumberText } from './cell-value.server.ts';
import { TABLE_COLUMNS_MAX } from './limits.ts';
import { cellAddress, type TableProblem } from './raw-table.ts';
import { readAttribute, scanXml } from './scan-xml.server.ts';
import { decodeEscapes, isTrue, type SheetPart, type Workbook } from './workbook-parts.server.ts';
import { expandPart, type ZipArchive } from './zip-archive.server.ts';

/** What a sheet holds, in the order it is met. Rows and columns that are hidden count from 1. */
export type SheetObservation =
  | { readonly kind: 'row'; readonly line: number; readonly cells: readonly string[] }
  | { readonly kind: 'hidden'; readonly line: number | null; readonly column: number | null }
  | { readonly kind: 'drawing' }
  | Extract<
      TableProblem,
      { kind: 'formula' | 'merged-cells' | 'error-value' | 'impossible-date' | 'too-many-columns' }
    >;

/** Says whether an observation ends the reading: with a problem, or because enough has been seen. */
export type SheetObserver = (observation: SheetObservation) => TableProblem | 'enough' | undefined;

type CellState = { column: number; type: string; style: number; text: string };

/** Reads the cells of one sheet row by row and tells the observer; empty rows are told only when the sheet lists them. */
export async function scanSheet(
  archive: ZipArchive,
  workbook: Workbook,
  sheet: SheetPart,
  observe: SheetObserver,
): Promise<TableProblem | undefined> {
  const part = sheet.part.name;
  let outcome: TableProblem | 'enough' | undefined;
  let line = 0;
  let cells: string[] = [];
  let nextColumn = 1;
  let cell: CellState | undefined;
  let inInline = false;
  let inReading = false;
  let capturing = false;
  const tell = (observation: SheetObservation) => {
    outcome ??= observe(observation);
  };
  const startRow = (attributes: string) => {
    const next = Number(readAttribute(attributes, 'r') ?? line + 1);
    if (!(next > line)) outcome ??= { kind: 'broken-workbook', part };
    line = next;
    cells = [];
    nextColumn = 1;
    if (isTrue(readAttribute(attributes, 'hidden'))) tell({ kind: 'hidden', line, column: null });
  };
  const startCell = (attributes: string) => {
    const column = columnOf(readAttribute(attributes, 'r')) ?? nextColumn;
    nextColumn = column + 1;
    const style = Number(readAttribute(attributes, 's') ?? '0');
    cell = { column, type: readAttribute(attributes, 't') ?? 'n', style, text: '' };
  };
  const endCell = (ended: CellState) => {
    if (ended.text === '') return;
    if (ended.column > TABLE_COLUMNS_MAX) {
      return tell({ kind: 'too-many-columns', line, columns: ended.column, limit: TABLE_COLUMNS_MAX });
    }
    const value = readValue(workbook, ended, cellAddress(line, ended.column));
    if (value === undefined) outcome ??= { kind: 'broken-workbook', part };
    else if (typeof value !== 'string') tell(value);
    while (cells.length < ended.column) cells.push('');
    cells[ended.column - 1] = typeof value === 'string' ? value : ended.text;
  };
  const open = (name: string, attributes: string) => {
    if (name === 'row') startRow(attributes);
    else if (name === 'c') startCell(attributes);
    else if (name === 'f' && cell !== undefined) tell({ kind: 'formula', cell: cellAddress(line, cell.column) });
    else if (name === 'is') inInline = true;
    else if (name === 'rPh') inReading = true;
    else if (name === 'v' || (name === 't' && inInline && !inReading)) capturing = cell !== undefined;
    else if (name === 'mergeCell') tell({ kind: 'merged-cells', range: readAttribute(attributes, 'ref') ?? '' });
    else if (name === 'drawing') tell({ kind: 'drawing' });
    else if (name === 'col' && isTrue(readAttribute(attributes, 'hidden'))) {
      tell({ kind: 'hidden', line: null, column: Number(readAttribute(attributes, 'min') ?? '1') });
    }
  };
  const close = (name: string) => {
    if (name === 'v' || name === 't') capturing = false;
    else if (name === 'is') inInline = false;
    else if (name === 'rPh') inReading = false;
    else if (name === 'row') tell({ kind: 'row', line, cells });
    else if (name === 'c' && cell !== undefined) {
      endCell(cell);
      cell = undefined;
    }
  };
  const text = (piece: string) => {
    if (capturing && cell !== undefined) cell.text += piece;
  };
  return scanXml(part, expandPart(archive, sheet.part), { open, close, text, outcome: () => outcome });
}

/** The column of an address like AB12, from 1; undefined without address. */
function columnOf(address: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** The text of a cell; an observation when it cannot be data; undefined when the workbook contradicts itself. */
function readValue(workbook: Workbook, cell: CellState, address: string): string | SheetObservation | undefined {
  switch (cell.type) {
    case 's':
      return workbook.sharedStrings[Number(cell.text)];
    case 'inlineStr':
    case 'str':
      return decodeEscapes(cell.text);
    case 'b':
      return isTrue(cell.text) ? 'TRUE' : 'FALSE';
    case 'e':
      return { kind: 'error-value', cell: address, value: cell.text };
    case 'd':
      return cell.text.replace('T', ' ').replace(/ 00:00(:00)?$/, '');
    default: {
      const kind = workbook.numberKinds[cell.style] ?? 'number';
      const written = writeNumberText(cell.text, kind, workbook.from1904);
      return written.ok ? written.value : { kind: 'impossible-date', cell: address, serial: cell.text };
    }
  }
}
