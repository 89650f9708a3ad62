/** 見本の事務局の表. One table as an office keeps it in Excel: the contract's columns, every cell a text (contract.md §3). */
export type DemonstrationTable = {
  readonly kind: 'organizations' | 'instructors' | 'requests' | 'visits' | 'plan-items';
  /** The year the 年度 begins in; only plan items are kept by it. */
  readonly fiscalYear: number;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** A row by the names of its columns; a column that is left out is blank. */
export type NamedCells = Readonly<Record<string, string>>;

/** Lays named cells out in the order of the header; a name that the header lacks is a slip and throws. */
export function layOut(header: readonly string[], rows: readonly NamedCells[]): readonly (readonly string[])[] {
  return rows.map((row) => {
    const stray = Object.keys(row).find((name) => !header.includes(name));
    if (stray !== undefined) throw new Error(`no column ${stray}`);
    return header.map((name) => row[name] ?? '');
  });
}
