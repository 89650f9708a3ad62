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
};

type Look = {
  readonly table: string;
  readonly head: string;
  readonly headCell: string;
  readonly sortCell: string;
  readonly body: string;
  readonly foot: string;
  readonly row: string;
  readonly cell: string;
  readonly label: string;
};

/** Classes of a table by its density and by whether its rows fold into labelled lines on narrow screens. */
export function tableLook({ dense, reflow }: { readonly dense: boolean; readonly reflow: boolean }): Look {
  const side = dense ? 'px-2' : 'px-3';
  const padding = `${side} ${dense ? 'py-1.5' : 'py-2.5'}`;
  return {
    table: `w-full border-collapse ${dense ? 'text-dns-14N-130' : 'text-dns-16N-130'} ${reflow ? 'narrow:block' : ''}`,
    head: `bg-solid-gray-100 ${reflow ? 'narrow:hidden' : ''}`,
    headCell: `border-b border-black font-700 text-solid-gray-900 ${padding}`,
    // The link brings its own height of 44px.
    sortCell: `border-b border-black font-700 text-solid-gray-900 ${side}`,
    body: reflow ? 'narrow:block narrow:border-t narrow:border-solid-gray-420' : '',
    foot: `border-t border-black bg-solid-gray-50 ${reflow ? 'narrow:block' : ''}`,
    row: `border-b border-solid-gray-420 hover:bg-key-50 has-checked:bg-key-100 ${reflow ? 'narrow:block narrow:py-3' : ''}`,
    cell: `align-baseline ${padding} ${reflow ? 'narrow:flex narrow:gap-3 narrow:px-0 narrow:py-1' : ''}`,
    label: reflow ? 'w-28 shrink-0 text-left font-700 desktop:hidden' : 'hidden',
  };
}

/** The header row, repeated on every printed page. */
export function TableHead<Row>(props: { readonly columns: readonly Column<Row>[]; readonly look: Look }) {
  const { columns, look } = props;
  return (
    <thead role="rowgroup" className={look.head}>
      <tr role="row">
        {columns.map(({ key, header, sort, align, keepTogether }) => (
          <th
            key={key}
            scope="col"
            role="columnheader"
            aria-sort={sort?.direction}
            className={`${sort ? look.sortCell : look.headCell} ${align === 'end' ? 'text-right' : 'text-left'} ${keepTogether ? 'whitespace-nowrap' : ''}`}
          >
            <SortLink header={header} sort={sort} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Cell<Row>(props: { readonly column: Column<Row>; readonly row: Row; readonly look: Look }) {
  const { column, row, look } = props;
  const end = column.align === 'end' ? 'tabular-nums text-right' : 'text-left';
  const className = `${look.cell} ${end} ${column.keepTogether ? 'whitespace-nowrap' : ''}`;
  const content = (
    <>
      <span className={look.label}>{column.header}</span>
      <span className="min-w-0">{column.cell(row)}</span>
    </>
  );
  return column.rowHeader ? (
    <th scope="row" role="rowheader" className={`font-400 ${className}`}>
      {content}
    </th>
  ) : (
    <td role="cell" className={className}>
      {content}
    </td>
  );
}

export type TableRowsProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly look: Look;
};

/** The rows of the body or of the sums. */
export function TableRows<Row>({ columns, rows, rowKey, look }: TableRowsProps<Row>) {
  return rows.map((row) => (
    <tr key={rowKey(row)} role="row" className={look.row}>
      {columns.map((column) => (
        <Cell key={column.key} column={column} row={row} look={look} />
      ))}
    </tr>
  ));
}
