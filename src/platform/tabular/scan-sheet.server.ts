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

type CellState = { readonly column: number; readonly type: string; readonly style: number; text: string };

/** Where the reading of a sheet stands. */
type SheetCursor = {
  line: number;
  cells: string[];
  nextColumn: number;
  cell: CellState | undefined;
  inInline: boolean;
  /** Inside the reading (ふりがな) of a text, which is not part of the value. */
  inReading: boolean;
  capturing: boolean;
  outcome: TableProblem | 'enough' | undefined;
};

type SheetTarget = { readonly workbook: Workbook; readonly part: string; readonly observe: SheetObserver };

/** Reads the cells of one sheet row by row and tells the observer; empty rows are told only when the sheet lists them. */
export async function scanSheet(
  archive: ZipArchive,
  workbook: Workbook,
  sheet: SheetPart,
  observe: SheetObserver,
): Promise<TableProblem | undefined> {
  const target: SheetTarget = { workbook, part: sheet.part.name, observe };
  const cursor: SheetCursor = {
    line: 0,
    cells: [],
    nextColumn: 1,
    cell: undefined,
    inInline: false,
    inReading: false,
    capturing: false,
    outcome: undefined,
  };
  return scanXml(target.part, expandPart(archive, sheet.part), {
    open: (name, attributes) => openTag(cursor, target, name, attributes),
    close: (name) => closeTag(cursor, target, name),
    text(piece) {
      if (cursor.capturing && cursor.cell !== undefined) cursor.cell.text += piece;
    },
    outcome: () => cursor.outcome,
  });
}

function openTag(cursor: SheetCursor, target: SheetTarget, name: string, attributes: string): void {
  const tell = (observation: SheetObservation) => {
    cursor.outcome ??= target.observe(observation);
  };
  if (name === 'row') startRow(cursor, target, attributes);
  else if (name === 'c') startCell(cursor, attributes);
  else if (name === 'f' && cursor.cell !== undefined) {
    tell({ kind: 'formula', cell: cellAddress(cursor.line, cursor.cell.column) });
  } else if (name === 'is') cursor.inInline = true;
  else if (name === 'rPh') cursor.inReading = true;
  else if (name === 'v' || (name === 't' && cursor.inInline && !cursor.inReading)) cursor.capturing = true;
  else if (name === 'mergeCell') tell({ kind: 'merged-cells', range: readAttribute(attributes, 'ref') ?? '' });
  else if (name === 'drawing') tell({ kind: 'drawing' });
  else if (name === 'col' && isTrue(readAttribute(attributes, 'hidden'))) {
    tell({ kind: 'hidden', line: null, column: Number(readAttribute(attributes, 'min') ?? '1') });
  }
}

function closeTag(cursor: SheetCursor, target: SheetTarget, name: string): void {
  if (name === 'v' || name === 't') cursor.capturing = false;
  else if (name === 'is') cursor.inInline = false;
  else if (name === 'rPh') cursor.inReading = false;
  else if (name === 'row') cursor.outcome ??= target.observe({ kind: 'row', line: cursor.line, cells: cursor.cells });
  else if (name === 'c' && cursor.cell !== undefined) {
    cursor.outcome ??= endCell(cursor, target, cursor.cell);
    cursor.cell = undefined;
  }
}

function startRow(cursor: SheetCursor, target: SheetTarget, attributes: string): void {
  const line = Number(readAttribute(attributes, 'r') ?? cursor.line + 1);
  if (!(line > cursor.line)) cursor.outcome ??= { kind: 'broken-workbook', part: target.part };
  cursor.line = line;
  cursor.cells = [];
  cursor.nextColumn = 1;
  if (isTrue(readAttribute(attributes, 'hidden'))) {
    cursor.outcome ??= target.observe({ kind: 'hidden', line, column: null });
  }
}

function startCell(cursor: SheetCursor, attributes: string): void {
  const column = columnOf(readAttribute(attributes, 'r')) ?? cursor.nextColumn;
  cursor.nextColumn = column + 1;
  const style = Number(readAttribute(attributes, 's') ?? '0');
  cursor.cell = { column, type: readAttribute(attributes, 't') ?? 'n', style, text: '' };
}

function endCell({ line, cells }: SheetCursor, target: SheetTarget, cell: CellState) {
  if (cell.text === '') return undefined;
  if (cell.column > TABLE_COLUMNS_MAX) {
    return target.observe({ kind: 'too-many-columns', line, columns: cell.column, limit: TABLE_COLUMNS_MAX });
  }
  const value = readValue(target.workbook, cell, cellAddress(line, cell.column));
  if (value === undefined) return { kind: 'broken-workbook', part: target.part } as const;
  while (cells.length < cell.column) cells.push('');
  cells[cell.column - 1] = typeof value === 'string' ? value : cell.text;
  return typeof value === 'string' ? undefined : target.observe(value);
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
