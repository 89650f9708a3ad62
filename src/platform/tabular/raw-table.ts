/** What a file was recognised as by its content, other than the two kinds that are read. */
export type ForeignFormat =
  | 'pdf'
  | 'encrypted-workbook'
  | 'old-excel'
  | 'binary-excel'
  | 'macro-excel'
  | 'open-document'
  | 'word'
  | 'powerpoint'
  | 'archive'
  | 'image'
  | 'rich-text'
  | 'web-page';

/** A table as written in a file: text cells under a header, nothing interpreted yet. Lines count from 1. */
export type RawTable = {
  readonly header: readonly string[];
  readonly rows: readonly RawRow[];
  readonly format: 'csv' | 'xlsx';
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'cp932' | null;
};

/** One data row; `line` is the line of the file (CSV) or the row of the sheet (XLSX) it begins on. */
export type RawRow = { readonly line: number; readonly cells: readonly string[] };

/** Why a file could not be read as a table. `line`, `column` and `position` count from 1; `cell` is an address like B5. */
export type TableProblem =
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limitBytes: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'foreign-format'; readonly format: ForeignFormat }
  | { readonly kind: 'renamed'; readonly extension: string; readonly actual: 'csv' | 'xlsx' }
  | { readonly kind: 'utf-16' }
  | { readonly kind: 'undecodable'; readonly line: number; readonly position: number; readonly byte: number }
  | { readonly kind: 'mixed-encodings'; readonly line: number; readonly position: number; readonly byte: number }
  | { readonly kind: 'wrong-delimiter'; readonly delimiter: 'tab' | 'semicolon' }
  | { readonly kind: 'unclosed-quote'; readonly line: number }
  | { readonly kind: 'stray-quote'; readonly line: number }
  | { readonly kind: 'ragged-row'; readonly line: number; readonly expected: number; readonly actual: number }
  | { readonly kind: 'outside-table'; readonly line: number; readonly column: number }
  | { readonly kind: 'blank-header'; readonly column: number }
  | { readonly kind: 'repeated-header'; readonly header: string; readonly columns: readonly [number, number] }
  | {
      readonly kind: 'forbidden-character';
      readonly line: number;
      readonly column: number;
      readonly codePoint: number;
    }
  | { readonly kind: 'too-many-rows'; readonly limit: number }
  | { readonly kind: 'too-many-columns'; readonly line: number; readonly columns: number; readonly limit: number }
  | {
      readonly kind: 'cell-too-long';
      readonly line: number;
      readonly column: number;
      readonly length: number;
      readonly limit: number;
    }
  | { readonly kind: 'expands-too-far'; readonly limitBytes: number }
  | { readonly kind: 'broken-workbook'; readonly part: string | null }
  | { readonly kind: 'several-sheets'; readonly sheets: readonly string[] }
  | { readonly kind: 'formula'; readonly cell: string }
  | { readonly kind: 'merged-cells'; readonly range: string }
  | { readonly kind: 'error-value'; readonly cell: string; readonly value: string }
  | { readonly kind: 'impossible-date'; readonly cell: string; readonly serial: string };

/** The address of a cell as a spreadsheet shows it, from the 1-based line and column: (5, 2) is B5. */
export function cellAddress(line: number, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${line}`;
}
