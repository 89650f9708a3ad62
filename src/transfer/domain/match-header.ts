import { foldWidth } from '#kernel/japanese-text.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { AnyField } from '#record/domain/field.ts';
import { findContaining, findNearest } from '#reference/domain/edit-distance.ts';

/** Which field each column of a file is, and which optional fields the file does not have. */
export type HeaderMatch = { readonly columns: readonly AnyField[]; readonly absentKeys: readonly string[] };

/** Why a header row cannot be read. `column` counts from 1. */
export type HeaderProblem =
  | {
      readonly kind: 'unknown-column';
      readonly column: number;
      readonly header: string;
      readonly suggestion: string | undefined;
    }
  | { readonly kind: 'repeated-column'; readonly column: number; readonly header: string; readonly firstColumn: number }
  | { readonly kind: 'missing-column'; readonly header: string };

/**
 * Ties the columns of a file to the fields of a record (contract.md §3): any order, optional columns may be absent,
 * everything else is named. Width, blanks and letter case of a header do not matter: 「資本金（円）」 is 「資本金(円)」.
 */
export function matchHeader(
  header: readonly string[],
  fields: readonly AnyField[],
): Result<HeaderMatch, readonly HeaderProblem[]> {
  const byHeader = new Map(fields.map((field) => [foldHeader(field.header), field] as const));
  const found = header.map((cell) => byHeader.get(foldHeader(cell)));
  const absent = fields.filter((field) => !found.includes(field));
  const problems = [
    ...header.flatMap((cell, index): HeaderProblem[] => {
      const field = found[index];
      const column = index + 1;
      if (field === undefined)
        return [{ kind: 'unknown-column', column, header: cell, suggestion: suggest(cell, absent) }];
      const first = found.indexOf(field);
      return first === index ? [] : [{ kind: 'repeated-column', column, header: field.header, firstColumn: first + 1 }];
    }),
    ...absent.flatMap((field): HeaderProblem[] =>
      field.required ? [{ kind: 'missing-column', header: field.header }] : [],
    ),
  ];
  if (problems.length > 0) return refuse(problems);
  const columns = found.filter((field) => field !== undefined);
  return accept({ columns, absentKeys: absent.map(({ key }) => key) });
}

function foldHeader(header: string): string {
  return foldWidth(header).replaceAll(/\s/gu, '').toLowerCase();
}

/** The header that was probably meant, among those the file does not have yet. */
function suggest(header: string, absent: readonly AnyField[]): string | undefined {
  const typed = foldHeader(header);
  const entries = absent.map((field) => [foldHeader(field.header), field.header] as const);
  const longestSlip = Math.ceil([...typed].length / 2);
  return findContaining(typed, entries) ?? findNearest(typed, entries, longestSlip);
}
