import { DataTable } from '#ui/data-table.tsx';
import { outreachText as words } from '../text.ts';

export type ShownBooth = {
  readonly key: string;
  readonly name: string;
  readonly trade: string;
  readonly instructors: string;
  readonly material: string;
  readonly visitors: number | null;
};

type BoothTableProps = {
  readonly booths: readonly ShownBooth[];
  /** What the last column is called; on the sheet of the day it is filled in by hand. */
  readonly visitors: string;
  /** Rows that somebody writes into. */
  readonly tall?: boolean;
};

/** The booths of a fair, with those who lead them and what they need. */
export function BoothTable({ booths, visitors, tall = false }: BoothTableProps) {
  return (
    <DataTable
      caption={words.booths}
      captionHidden
      dense={!tall}
      rows={booths}
      rowKey={({ key }) => key}
      columns={[
        { key: 'line', header: words.boothNumber, cell: ({ key }) => key, keepTogether: true },
        { key: 'name', header: words.boothName, cell: ({ name }) => name, rowHeader: true },
        { key: 'trade', header: words.trade, cell: ({ trade }) => trade },
        { key: 'instructors', header: words.instructors, cell: (row) => row.instructors },
        { key: 'material', header: words.material, cell: ({ material }) => material },
        {
          key: 'visitors',
          header: visitors,
          cell: (row) => (row.visitors === null ? '' : `${row.visitors.toLocaleString('ja-JP')}人`),
          align: 'end',
          keepTogether: true,
        },
      ]}
    />
  );
}
