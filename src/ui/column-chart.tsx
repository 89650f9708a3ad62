import { useId } from 'react';
import { type ChartColumn, ColumnPlot } from './column-plot.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { Stripes } from './stripes.tsx';
import { chartAlternative, uiText } from './text.ts';

export type { ChartColumn };

export type ColumnChartProps = {
  readonly title: string;
  readonly unit: string;
  /** Header of the table's first column: 「月」. */
  readonly dimension: string;
  readonly columns: readonly ChartColumn[];
};

const number = new Intl.NumberFormat('ja-JP');

function Legend({ stripes }: { readonly stripes: string }) {
  return (
    <p className="flex gap-4 text-dns-14N-130">
      {(
        [
          [uiText.actual, undefined],
          [uiText.scheduled, `url(#${stripes})`],
        ] as const
      ).map(([word, fill]) => (
        <span key={word} className="inline-flex items-center gap-1.5">
          <svg aria-hidden="true" className="size-4">
            <rect
              width="100%"
              height="100%"
              className={fill ? 'stroke-key-900' : 'fill-key-900'}
              {...(fill ? { fill } : {})}
            />
          </svg>
          {word}
        </span>
      ))}
    </p>
  );
}

function tableColumns({ unit, dimension }: ColumnChartProps): Column<ChartColumn>[] {
  return [
    {
      key: 'label',
      header: dimension,
      rowHeader: true,
      keepTogether: true,
      cell: ({ label, href }) => (href === undefined ? label : <a href={href}>{label}</a>),
    },
    { key: 'actual', header: `${uiText.actual}（${unit}）`, align: 'end', cell: ({ actual }) => number.format(actual) },
    {
      key: 'scheduled',
      header: `${uiText.scheduled}（${unit}）`,
      align: 'end',
      cell: ({ scheduled }) => number.format(scheduled),
    },
  ];
}

/** Figures over the months as columns, with the same figures as a table beside them, which is the text alternative. */
export function ColumnChart(chart: ColumnChartProps) {
  const stripes = useId();
  return (
    <div className="flex flex-col gap-6 wide:flex-row wide:items-start print:flex-col">
      <figure className="min-w-0 grow break-inside-avoid">
        <figcaption className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <span className="text-std-16B-170 text-solid-gray-900">
            {chart.title}（{chart.unit}）
          </span>
          <Legend stripes={stripes} />
        </figcaption>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
        <div role="group" aria-label={chart.title} tabIndex={0} className="overflow-x-auto print:overflow-visible">
          <svg role="img" aria-label={chartAlternative(chart.title)} width="100%" className="block h-72 min-w-lg">
            <defs>
              <Stripes id={stripes} />
            </defs>
            <ColumnPlot columns={chart.columns} stripes={stripes} />
          </svg>
        </div>
      </figure>
      <div className="shrink-0 wide:w-80">
        <DataTable
          caption={chart.title}
          captionHidden
          columns={tableColumns(chart)}
          rows={chart.columns}
          rowKey={({ label }) => label}
          dense
        />
      </div>
    </div>
  );
}
