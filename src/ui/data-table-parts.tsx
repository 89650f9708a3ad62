import type { ReactNode } from 'react';
import { type ColumnSort, SortLink } from './sort-link.tsx';

export type Column<Row> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of the cell. */
  readonly align?: 'start' | 'end';
  /** The cell that names the row. */
  readonly rowHeader?: boolean;
  readonly sort?: ColumnSort | undefined;
  /** Dates and codes that must not break. */
  readonly keepTogether?: boolean;
  /** Buttons and links to act with: nothing of them is printed. */
  readonly acts?: boolean;
};

/** The header row, repeated on every printed page. */
export function TableHead<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(({ key, header, sort, align, keepTogether, acts }) => (
          <th
            key={key}
            scope="col"
            role="columnheader"
            aria-sort={sort?.direction}
            data-sorts={sort && ''}
            data-end={mark(align === 'end')}
            data-keep={mark(keepTogether)}
            data-acts={mark(acts)}
          >
            <SortLink header={header} sort={sort} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** A data attribute without a value, or none: app.css knows the looks, so that a row costs few bytes. */
function mark(on: boolean | undefined): '' | undefined {
  return on ? '' : undefined;
}

export type TableRowsProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
};

/** The rows of the body or of the sums. Each cell carries its header for narrow screens. */
export function TableRows<Row>({ columns, rows, rowKey }: TableRowsProps<Row>) {
  return rows.map((row) => (
    <tr key={rowKey(row)} role="row">
      {columns.map(({ key, header, cell, align, keepTogether, acts, rowHeader }) => {
        const looks = {
          'data-label': header,
          'data-end': mark(align === 'end'),
          'data-keep': mark(keepTogether),
          'data-acts': mark(acts),
        };
        return rowHeader ? (
          <th key={key} scope="row" role="rowheader" {...looks}>
            {cell(row)}
          </th>
        ) : (
          <td key={key} role="cell" {...looks}>
            {cell(row)}
          </td>
        );
      })}
    </tr>
  ));
}
