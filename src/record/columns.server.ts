import { sql } from 'kysely';

/** The columns of a record's own table that hold its fields one to one: `nameKana` is kept in `name_kana`. */
export type FieldColumns<Input> = {
  readonly names: readonly string[];
  /** The fields of a selected row. */
  readonly toFields: (row: object) => Partial<Input>;
  /** The columns of an input. */
  readonly toColumns: (input: Input) => Record<string, unknown>;
};

/** Ties fields to columns by name; a field that is kept elsewhere (a reference, a child table) is left out of `keys`. */
export function fieldColumns<Input extends object>(keys: readonly (keyof Input & string)[]): FieldColumns<Input> {
  const pairs = keys.map((key) => [key, columnName(key)] as const);
  return {
    names: pairs.map(([, column]) => column),
    toFields: (row) => {
      const values = row as Readonly<Record<string, unknown>>;
      return Object.fromEntries(pairs.map(([key, column]) => [key, values[column] ?? null])) as Partial<Input>;
    },
    toColumns: (input) => Object.fromEntries(pairs.map(([key, column]) => [column, input[key]])),
  };
}

function columnName(key: string): string {
  return key.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

/** `set column = excluded.column` for every column of a row: what an upsert overwrites. */
export function overwrite(row: object, identity: readonly string[]): Record<string, ReturnType<typeof sql.ref>> {
  const columns = Object.keys(row).filter((column) => !identity.includes(column));
  return Object.fromEntries(columns.map((column) => [column, sql.ref(`excluded.${column}`)]));
}

const ROWS_A_STATEMENT = 1000;

/** PostgreSQL takes 65,535 parameters a statement: many rows are written a thousand at a time. */
export function inChunks<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const chunks: Item[][] = [];
  for (let start = 0; start < items.length; start += ROWS_A_STATEMENT)
    chunks.push(items.slice(start, start + ROWS_A_STATEMENT));
  return chunks;
}
