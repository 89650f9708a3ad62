import { type ReactNode, useContext, useId } from 'react';
import { type Column, TableHead, TableRows } from './data-table-parts.tsx';
import { ListSettingsContext } from './density.ts';
import { Disclosure } from './disclosure.tsx';
import { SortLink } from './sort-link.tsx';
import { uiText } from './text.ts';

export type { Column };

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
  /** Whether rows become labelled lines on a narrow screen; left out, it depends on how many columns there are. */
  readonly folds?: boolean;
};

/** More columns than these become labelled lines on a narrow screen; fewer fit as they are. */
const columnsThatFit = 3;

/** Sorting for narrow screens, where the header row is gone. */
function SortChoices<Row>({ columns }: { readonly columns: readonly Column<Row>[] }): ReactNode {
  const sortable = columns.filter((column) => column.sort);
  if (sortable.length === 0) return null;
  return (
    <div className="desktop:hidden">
      <Disclosure summary={uiText.sort}>
        <ul>
          {sortable.map(({ key, header, sort }) => (
            <li key={key}>
              <SortLink header={header} sort={sort} />
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
  const { density } = useContext(ListSettingsContext);
  const { caption, captionHidden, columns, rows, rowKey, totals = [], dense = false } = table;
  const reflow = table.folds ?? columns.length > columnsThatFit;
  const captionLook = captionHidden ? 'sr-only' : 'mb-2 text-std-16B-170 text-solid-gray-900';
  return (
    <figure>
      <figcaption id={captionId} className={captionLook}>
        {caption}
      </figcaption>
      {reflow ? <SortChoices columns={columns} /> : null}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <div role="region" aria-labelledby={captionId} tabIndex={0} className="overflow-x-auto print:overflow-visible">
        <table
          role="table"
          aria-labelledby={captionId}
          data-rows={density ?? (dense ? 'dense' : 'normal')}
          data-folds={reflow ? '' : undefined}
        >
          <TableHead columns={columns} />
          <tbody role="rowgroup">
            <TableRows columns={columns} rows={rows} rowKey={rowKey} />
          </tbody>
          {totals.length > 0 ? (
            <tfoot role="rowgroup">
              <TableRows columns={columns} rows={totals} rowKey={rowKey} />
            </tfoot>
          ) : null}
        </table>
      </div>
    </figure>
  );
}
