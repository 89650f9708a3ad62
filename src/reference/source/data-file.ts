/** What every reference data file says about itself before its items. */
export type DataFileHeader = {
  readonly source: string;
  readonly date: string;
  readonly licence: string;
};

/** The text of a reference data file: header fields on their own lines, then one item per line, so that a diff shows one item. */
export function renderDataFile(header: DataFileHeader, items: readonly object[]): string {
  const head = Object.entries(header).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  const lines = items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');
  return `{\n${head.join('\n')}\n  "items": [\n${lines}\n  ]\n}\n`;
}

/** Reads a hand-kept file: comma-separated without quoting, header in row 1; a row of another width is a bug of the file. */
export function parseHandKeptCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== columns.length) throw new Error(`expected ${columns.length} cells: ${line}`);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

/** The cell of a hand-kept row; a missing column is a bug of the file. */
export function cellOf(row: Readonly<Record<string, string>>, column: string): string {
  const cell = row[column];
  if (cell === undefined) throw new Error(`no column ${column}`);
  return cell;
}
