/**
 * 線形モデル. Minimise `offset + cost·x` with `columnLower ≤ x ≤ columnUpper` and `rowLower ≤ Ax ≤ rowUpper`; A by rows.
 * Column i below the number of options is option i: 1 where it is chosen. Names are for people who read the LP file.
 */
export type LinearModel = {
  readonly offset: number;
  readonly cost: Float64Array;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  /** 1 where the column takes whole numbers only. */
  readonly integer: Uint8Array;
  readonly columnNames: readonly string[];
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly rowNames: readonly string[];
  /** Row r has the entries from `starts[r]` up to `starts[r + 1]`. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
};

export type ColumnInput = { name: string; cost: number; upper: number; lower?: number; integer?: boolean };

export type RowInput = {
  name: string;
  lower?: number;
  upper?: number;
  columns: readonly number[];
  /** One for all columns, or one for each. */
  values?: number | readonly number[];
};

/** Collects columns and rows of a model that is still growing. */
export type ModelDraft = {
  offset: number;
  readonly columns: ColumnInput[];
  readonly rows: RowInput[];
};

/** Adds a column and answers its index. */
export function addColumn(draft: ModelDraft, column: ColumnInput): number {
  return draft.columns.push(column) - 1;
}

/** Packs a draft into arrays. */
export function packModel({ offset, columns, rows }: ModelDraft): LinearModel {
  return {
    offset,
    cost: Float64Array.from(columns, (column) => column.cost),
    columnLower: Float64Array.from(columns, (column) => column.lower ?? 0),
    columnUpper: Float64Array.from(columns, (column) => column.upper),
    integer: Uint8Array.from(columns, (column) => (column.integer === true ? 1 : 0)),
    columnNames: columns.map((column) => column.name),
    ...packRows(rows),
  };
}

type PackedRows = Pick<LinearModel, 'rowLower' | 'rowUpper' | 'rowNames' | 'starts' | 'indices' | 'values'>;

/** Packs rows into arrays. */
export function packRows(rows: readonly RowInput[]): PackedRows {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => (starts[index + 1] = (starts[index] ?? 0) + row.columns.length));
  const size = starts[rows.length] ?? 0;
  const indices = new Int32Array(size);
  const values = new Float64Array(size);
  rows.forEach((row, index) => {
    const start = starts[index] ?? 0;
    const factor = row.values ?? 1;
    row.columns.forEach((column, at) => {
      indices[start + at] = column;
      values[start + at] = typeof factor === 'number' ? factor : (factor[at] ?? 0);
    });
  });
  return {
    rowLower: Float64Array.from(rows, (row) => row.lower ?? -Infinity),
    rowUpper: Float64Array.from(rows, (row) => row.upper ?? Infinity),
    rowNames: rows.map((row) => row.name),
    starts,
    indices,
    values,
  };
}
