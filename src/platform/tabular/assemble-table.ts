import { accept, refuse, type Result } from '#kernel/result.ts';
import { findForbiddenCharacter, fromCellText } from './cell-text.ts';
import { TABLE_CELL_LENGTH_MAX, TABLE_COLUMNS_MAX, TABLE_ROWS_MAX } from './limits.ts';
import type { RawRow, TableProblem } from './raw-table.ts';

type Table = { readonly header: readonly string[]; readonly rows: readonly RawRow[] };

/** Collects rows into a table: the first row that is not blank is the header, blank rows are passed over. */
export type TableAssembler = {
  readonly add: (line: number, cells: readonly string[]) => TableProblem | undefined;
  readonly finish: () => Result<Table, TableProblem>;
};

/**
 * Starts a table. With `fixedWidth` (CSV) every row needs as many cells as the header line; without it (a sheet, whose
 * rows end at their last filled cell) short rows are filled up. Columns without header and without values are dropped.
 */
export function startTable(fixedWidth: boolean): TableAssembler {
  let header: readonly string[] | undefined;
  let width = 0;
  const rows: RawRow[] = [];

  function addHeader(line: number, cells: readonly string[]): TableProblem | undefined {
    width = cells.length;
    header = cells.slice(0, cells.findLastIndex((cell) => !isBlank(cell)) + 1).map(fromCellText);
    return findCellProblem(line, cells) ?? findHeaderProblem(header, line);
  }

  function addData(line: number, cells: readonly string[], columns: number): TableProblem | undefined {
    if (fixedWidth && cells.length !== width) {
      return { kind: 'ragged-row', line, expected: width, actual: cells.length };
    }
    const outside = cells.findIndex((cell, index) => index >= columns && !isBlank(cell));
    if (outside !== -1) return { kind: 'outside-table', line, column: outside + 1 };
    if (rows.length >= TABLE_ROWS_MAX) return { kind: 'too-many-rows', limit: TABLE_ROWS_MAX };
    const problem = findCellProblem(line, cells);
    if (problem === undefined) rows.push({ line, cells: toWidth(cells, columns) });
    return problem;
  }

  return {
    add(line, cells) {
      if (cells.every(isBlank)) return undefined;
      return header === undefined ? addHeader(line, cells) : addData(line, cells, header.length);
    },
    finish: () => (header === undefined ? refuse({ kind: 'empty' }) : accept({ header, rows })),
  };
}

function toWidth(cells: readonly string[], columns: number): string[] {
  return Array.from({ length: columns }, (_, index) => fromCellText(cells[index] ?? ''));
}

function isBlank(cell: string): boolean {
  return cell === '' || cell.trim() === '';
}

function findHeaderProblem(header: readonly string[], line: number): TableProblem | undefined {
  if (header.length > TABLE_COLUMNS_MAX) {
    return { kind: 'too-many-columns', line, columns: header.length, limit: TABLE_COLUMNS_MAX };
  }
  const blank = header.findIndex(isBlank);
  if (blank !== -1) return { kind: 'blank-header', column: blank + 1 };
  for (const [index, name] of header.entries()) {
    const first = header.indexOf(name);
    if (first !== index) return { kind: 'repeated-header', header: name, columns: [first + 1, index + 1] };
  }
  return undefined;
}

function findCellProblem(line: number, cells: readonly string[]): TableProblem | undefined {
  for (const [index, cell] of cells.entries()) {
    if (cell.length > TABLE_CELL_LENGTH_MAX) {
      return { kind: 'cell-too-long', line, column: index + 1, length: cell.length, limit: TABLE_CELL_LENGTH_MAX };
    }
    const codePoint = findForbiddenCharacter(cell);
    if (codePoint !== undefined) return { kind: 'forbidden-character', line, column: index + 1, codePoint };
  }
  return undefined;
}
