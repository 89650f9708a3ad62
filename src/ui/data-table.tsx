import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { Disclosure } from './disclosure.tsx';
import { Icon } from './icon.tsx';
import { sortWord, uiText } from './text.ts';

export type SortDirection = keyof typeof sortWord;

export type Column<Row> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of the cell. */
  readonly align?: 'start' | 'end';
  /** The cell that names the row. */
  readonly rowHeader?: boolean;
  /** Where the header leads, and how the column is sorted now. */
  readonly sort?: { readonly href: string; readonly direction: SortDirection } | undefined;
  /** Dates and codes that must not break. */
  readonly keepTogether?: boolean;
};

export type DataTableProps<Row> = {
  readonly caption: string;
  /** The caption is already said by a heading right above. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Sums, through the same columns. */
  readonly totals?: readonly Row[];
  readonly dense?: boolean;
};

const arrows = { ascending: 'ascending', descending: 'descending', none: 'unsorted' } as const;

type Look = { readonly text: string; readonly head: string; readonly cell: string };

const looks: Record<'normal' | 'dense', Look> = {
  normal: { text: 'text-dns-16N-130', head: 'px-3 py-2.5', cell: 'desktop:px-3 desktop:py-2.5' },
  dense: { text: 'text-dns-14N-130', head: 'px-2 py-1.5', cell: 'desktop:px-2 desktop:py-1.5' },
};

function SortLink<Row>({ column }: { readonly column: Column<Row> }) {
  if (!column.sort) return column.header;
  const { href, direction } = column.sort;
  return (
    <Link
      to={href}
      preventScrollReset
      className="inline-flex min-h-11 items-center gap-0.5 text-solid-gray-900 visited:text-solid-gray-900 print:no-underline"
    >
      {column.header}
      <span className={direction === 'none' ? 'text-solid-gray-600 print:hidden' : ''}>
        <Icon name={arrows[direction]} />
      </span>
      {direction === 'none' ? null : <span className="font-400 whitespace-nowrap">{sortWord[direction]}</span>}
    </Link>
  );
}

function Head<Row>({ columns, look }: { readonly columns: readonly Column<Row>[]; readonly look: Look }) {
  return (
    <thead role="rowgroup" className="bg-solid-gray-100 narrow:hidden">
      <tr role="row">
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            role="columnheader"
            aria-sort={column.sort?.direction}
            className={`border-b border-black font-700 text-solid-gray-900 ${column.sort ? 'px-2 py-0' : look.head} ${column.align === 'end' ? 'text-right' : 'text-left'} ${column.keepTogether ? 'whitespace-nowrap' : ''}`}
          >
            <SortLink column={column} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Cell<Row>({ column, row, look }: { readonly column: Column<Row>; readonly row: Row; readonly look: Look }) {
  const className = `align-baseline narrow:flex narrow:gap-3 narrow:py-1 ${look.cell} ${column.align === 'end' ? 'desktop:text-right desktop:tabular-nums' : 'text-left'} ${column.keepTogether ? 'desktop:whitespace-nowrap' : ''}`;
  const content = (
    <>
      <span className="w-28 shrink-0 font-700 desktop:hidden">{column.header}</span>
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

function Rows<Row>({
  table,
  rows,
  look,
}: {
  readonly table: DataTableProps<Row>;
  readonly rows: readonly Row[];
  readonly look: Look;
}) {
  return rows.map((row) => (
    <tr
      key={table.rowKey(row)}
      role="row"
      className="border-b border-solid-gray-420 hover:bg-key-50 narrow:block narrow:py-3 has-checked:bg-key-100"
    >
      {table.columns.map((column) => (
        <Cell key={column.key} column={column} row={row} look={look} />
      ))}
    </tr>
  ));
}

/** Sorting for narrow screens, where the header row is gone. */
function SortChoices<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  const sortable = columns.filter((column) => column.sort);
  if (sortable.length === 0) return null;
  return (
    <div className="desktop:hidden">
      <Disclosure summary={uiText.sort}>
        <ul>
          {sortable.map((column) => (
            <li key={column.key}>
              <SortLink column={column} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

/**
 * Rows and columns (DES-15). Wide tables scroll inside their own region, reachable by keyboard; below 48rem each row
 * becomes a block of labelled lines, and the explicit roles keep it a table for screen readers.
 */
export function DataTable<Row>(table: DataTableProps<Row>) {
  const captionId = useId();
  const { columns, rows, totals = [], dense = false } = table;
  const look = looks[dense ? 'dense' : 'normal'];
  return (
    <figure>
      <figcaption
        id={captionId}
        className={table.captionHidden ? 'sr-only' : 'mb-2 text-std-16B-170 text-solid-gray-900'}
      >
        {table.caption}
      </figcaption>
      <SortChoices columns={columns} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <div role="region" aria-labelledby={captionId} tabIndex={0} className="overflow-x-auto print:overflow-visible">
        <table role="table" aria-labelledby={captionId} className={`w-full border-collapse narrow:block ${look.text}`}>
          <Head columns={columns} look={look} />
          <tbody role="rowgroup" className="narrow:block narrow:border-t narrow:border-solid-gray-420">
            <Rows table={table} rows={rows} look={look} />
          </tbody>
          {totals.length > 0 ? (
            <tfoot role="rowgroup" className="border-t border-black bg-solid-gray-50 narrow:block">
              <Rows table={table} rows={totals} look={look} />
            </tfoot>
          ) : null}
        </table>
      </div>
    </figure>
  );
}
