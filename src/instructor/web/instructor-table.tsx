import { DataTable } from '#ui/data-table.tsx';
import { instructorText as words } from '../text.ts';

export type ShownInstructor = {
  readonly id: string;
  readonly href: string;
  readonly number: string;
  readonly name: string;
  readonly nameKana: string;
  readonly kind: string;
  readonly trades: readonly string[];
  readonly municipality: string;
  readonly course: string;
  readonly held: number;
  readonly planned: number;
  readonly lastActivityOn: string;
};

type InstructorTableProps = {
  readonly caption: string;
  readonly rows: readonly ShownInstructor[];
  readonly order: string;
  readonly fiscalYear: string;
  readonly address: (changes: Record<string, string | undefined>) => string;
};

/** More trades than these are counted instead of named. */
const TRADES_SHOWN = 3;

/** One page of マイスター等: who, what they teach, and how active they are. */
export function InstructorTable({ caption, rows, order, fiscalYear, address }: InstructorTableProps) {
  const ascending = (name: string) => ({
    href: address({ sort: name }),
    direction: order === name ? ('ascending' as const) : ('none' as const),
  });
  const byActivity = {
    href: address({ sort: order === 'dormant' ? 'recent' : 'dormant' }),
    direction:
      order === 'recent' ? ('descending' as const) : order === 'dormant' ? ('ascending' as const) : ('none' as const),
  };
  return (
    <DataTable
      caption={caption}
      dense
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'number',
          header: words.number,
          cell: (row) => row.number,
          sort: ascending('number'),
          keepTogether: true,
        },
        {
          key: 'name',
          header: words.name,
          cell: (row) => <Name row={row} />,
          sort: ascending('kana'),
          rowHeader: true,
        },
        { key: 'kind', header: words.kind, cell: (row) => row.kind },
        {
          key: 'trades',
          header: words.trade,
          cell: (row) => <span className="block min-w-32">{tradesText(row.trades)}</span>,
        },
        { key: 'municipality', header: words.municipality, cell: (row) => row.municipality, keepTogether: true },
        {
          key: 'course',
          header: words.courseShort,
          cell: (row) => row.course || words.unknownCourse,
          keepTogether: true,
        },
        {
          key: 'visits',
          header: words.visitsShort(fiscalYear),
          cell: (row) => <Visits row={row} />,
          align: 'end',
        },
        {
          key: 'activity',
          header: words.lastActivity,
          cell: (row) => row.lastActivityOn || words.noActivity,
          sort: byActivity,
          keepTogether: true,
        },
      ]}
    />
  );
}

function Name({ row }: { readonly row: ShownInstructor }) {
  return (
    <>
      <a href={row.href}>{row.name}</a>
      <span className="block text-solid-gray-700 desktop:whitespace-nowrap print:whitespace-normal">
        {row.nameKana}
      </span>
    </>
  );
}

function Visits({ row: { held, planned } }: { readonly row: ShownInstructor }) {
  return (
    <>
      {words.held(held)}
      {planned > 0 ? (
        <span className="block whitespace-nowrap text-solid-gray-700">{words.planned(planned)}</span>
      ) : null}
    </>
  );
}

function tradesText(trades: readonly string[]): string {
  const named = trades.slice(0, TRADES_SHOWN).join('、');
  const more = trades.length - TRADES_SHOWN;
  return more > 0 ? `${named}、${words.moreTrades(more)}` : named;
}
