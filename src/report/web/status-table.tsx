import { partsOf, type PlainDate } from '#kernel/plain-date.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { StatusTable } from '../domain/status-report.ts';
import type { MetricLinks } from '../status-links.ts';
import { reportText as words } from '../text.ts';

/** A table of the 実施状況 column; every number leads to the visits behind it. */
export function StatusTableView({ table, links }: { readonly table: StatusTable; readonly links: MetricLinks }) {
  return (
    <div className="break-inside-avoid">
      {table.note === null ? null : <p className="mb-1">{table.note}</p>}
      {table.kind === 'by-line' ? <ByLine table={table} links={links} /> : <Talks table={table} />}
    </div>
  );
}

function ByLine({ table, links }: { readonly table: StatusTable; readonly links: MetricLinks }) {
  const rows = table.rows.map(([label, actual, scheduled], index) => {
    const key = table.metricKeys[index];
    const unit = table.units[index] ?? '';
    return { label: String(label), actual, scheduled, unit, links: key === undefined ? undefined : links[key] };
  });
  const [label = '', actual = '', scheduled = ''] = table.columns;
  return (
    <DataTable
      caption={table.title}
      dense
      rows={rows}
      rowKey={(row) => row.label}
      columns={[
        { key: 'label', header: label, cell: (row) => row.label, rowHeader: true },
        {
          key: 'actual',
          header: actual,
          cell: (row) => <Figure value={row.actual} unit={row.unit} href={row.links?.actual} />,
          align: 'end',
        },
        {
          key: 'scheduled',
          header: scheduled,
          cell: (row) => <Figure value={row.scheduled} unit={row.unit} href={row.links?.scheduled} />,
          align: 'end',
        },
      ]}
    />
  );
}

type FigureProps = {
  readonly value: string | number | null | undefined;
  readonly unit: string;
  readonly href: string | undefined;
};

function Figure({ value, unit, href }: FigureProps) {
  if (typeof value !== 'number') return words.noRecords;
  const text = `${value.toLocaleString('ja-JP')}${unit}`;
  return href === undefined ? text : <a href={href}>{text}</a>;
}

function Talks({ table }: { readonly table: StatusTable }) {
  const rows = table.rows.map((cells, index) => ({ key: String(index), cells }));
  return (
    <DataTable
      caption={table.title}
      dense
      rows={rows}
      rowKey={({ key }) => key}
      columns={table.columns.map((header, index) => ({
        key: header,
        header,
        cell: ({ cells }: { readonly cells: StatusTable['rows'][number] }) => shown(cells[index] ?? null),
        rowHeader: index === 0,
        align: header === words.tables.talks.trainees ? ('end' as const) : ('start' as const),
      }))}
    />
  );
}

/** A day as the published table writes it, 11.15. */
function shown(value: string | number | null): string {
  if (typeof value === 'number') return value.toLocaleString('ja-JP');
  if (value === null || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return value ?? '';
  const { month, day } = partsOf(value as PlainDate);
  return `${month}.${day}`;
}
