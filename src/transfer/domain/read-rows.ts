import type { AnyField, FieldProblem } from '#record/domain/field.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import type { HeaderMatch } from './match-header.ts';

/** One row of a file as text cells; `line` is where a person finds it. */
export type FileRow = { readonly line: number; readonly cells: readonly string[] };

/** One cell that cannot be taken in. */
export type CellProblem = { readonly line: number; readonly problem: FieldProblem };

export type ReadRows = {
  readonly inputs: readonly { readonly line: number; readonly input: object }[];
  readonly problems: readonly CellProblem[];
};

/** Reads rows into the inputs of their record, with every problem of every cell in file order. */
export function readRows(rows: readonly FileRow[], match: HeaderMatch, fields: readonly AnyField[]): ReadRows {
  const keys = match.columns.map(({ key }) => key);
  const inputs: { line: number; input: object }[] = [];
  const problems: CellProblem[] = [];
  for (const { line, cells } of rows) {
    const texts = Object.fromEntries(keys.map((key, index) => [key, cells[index]]));
    const read = parseFields(fields, texts);
    if (read.ok) inputs.push({ line, input: read.value });
    else problems.push(...inColumnOrder(read.refusal, keys).map((problem) => ({ line, problem })));
  }
  return { inputs, problems };
}

function inColumnOrder(problems: readonly FieldProblem[], keys: readonly string[]): readonly FieldProblem[] {
  return problems.toSorted((left, right) => keys.indexOf(left.key) - keys.indexOf(right.key));
}
