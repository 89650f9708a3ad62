import type { TableProblem } from '#platform/tabular/raw-table.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import type { HeaderProblem } from './domain/match-header.ts';
import type { TransferKindName } from './domain/transfer-kind.ts';

/** Why a file was not taken in, and where. `line` and `column` count from 1 and are null where there is no such place. */
export type ImportProblem = {
  readonly line: number | null;
  readonly column: number | null;
  /** The header of the column, where it is one of ours. */
  readonly header: string | null;
  readonly reason:
    | { readonly kind: 'table'; readonly problem: TableProblem }
    | { readonly kind: 'header'; readonly problem: HeaderProblem }
    | { readonly kind: 'other-kind'; readonly name: TransferKindName }
    | { readonly kind: 'no-rows' }
    | { readonly kind: 'cell'; readonly problem: FieldProblem }
    | { readonly kind: 'repeated-number'; readonly number: string; readonly firstLine: number }
    | { readonly kind: 'number-of-deleted'; readonly number: string }
    | { readonly kind: 'closed'; readonly number: string; readonly state: string };
};

/** How many problems of one file are listed one by one; the rest is only counted. */
export const LISTED_PROBLEMS_MAX = 200;

/** The first problems of a file, and how many there are in all. */
export type ImportProblems = { readonly listed: readonly ImportProblem[]; readonly count: number };

/** Puts problems found by different rules into the order of the file, and keeps the first of them. */
export function listProblems(problems: readonly ImportProblem[]): ImportProblems {
  const listed = problems.toSorted(compareInFile).slice(0, LISTED_PROBLEMS_MAX);
  return { listed, count: problems.length };
}

/** What concerns the whole file comes first, and within a line what has no column comes last. */
function compareInFile(left: ImportProblem, right: ImportProblem): number {
  const byLine = (left.line ?? 0) - (right.line ?? 0);
  return byLine || (left.column ?? Number.MAX_SAFE_INTEGER) - (right.column ?? Number.MAX_SAFE_INTEGER);
}

/** The place that a problem of the file itself names, by line and column or by the address of a cell. */
export function placeOf(problem: TableProblem): { readonly line: number | null; readonly column: number | null } {
  const [, letters = '', row] = ('cell' in problem && /^([A-Z]+)(\d+)$/u.exec(problem.cell)) || [];
  if (row !== undefined) return { line: Number(row), column: columnOf(letters) };
  return {
    line: 'line' in problem ? problem.line : null,
    column: 'column' in problem ? problem.column : null,
  };
}

function columnOf(letters: string): number {
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}
