/** One row of a hand-kept sheet: its cells by the names of the first row. */
export type SheetRow = (name: string) => string;

/**
 * Reads a sheet kept in the source as text: the first line names the columns, cells are parted by `|`. A row of another
 * width or a column that is not there is a slip of the keeper and throws.
 */
export function readSheet(text: string): readonly SheetRow[] {
  const [header = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.map((cells) => {
    if (cells.length !== header.length) throw new Error(`expected ${header.length} cells: ${cells.join(' | ')}`);
    const byName = new Map(header.map((name, index) => [name, cells[index] ?? '']));
    return (name) => {
      const cell = byName.get(name);
      if (cell === undefined) throw new Error(`no column ${name}`);
      return cell;
    };
  });
}
