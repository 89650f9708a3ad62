import { useId } from 'react';
import { Link } from 'react-router';
import { type Column, DataTable } from './data-table.tsx';
import { uiText } from './text.ts';

export type ChartColumn = {
  readonly label: string;
  readonly actual: number;
  readonly scheduled: number;
  /** The rows behind the column. */
  readonly href?: string | undefined;
};

export type ColumnChartProps = {
  readonly title: string;
  readonly unit: string;
  /** Header of the table's first column: 「月」. */
  readonly dimension: string;
  readonly columns: readonly ChartColumn[];
};

const number = new Intl.NumberFormat('ja-JP');

/** The top of the scale: the smallest of 1, 2, 5 × 10ⁿ steps whose four lines hold the highest column. */
function scaleOf(highest: number): { readonly step: number; readonly lines: number } {
  const rough = Math.max(highest, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max([1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? 1, 1);
  return { step, lines: Math.max(Math.ceil(highest / step), 1) };
}

// Shares of the drawing: a strip above for the figures, one below for the labels, one at the left for the scale.
const top = 8;
const bottom = 12;
const left = 7;

function Columns({ columns, stripes }: { readonly columns: readonly ChartColumn[]; readonly stripes: string }) {
  const { step, lines } = scaleOf(Math.max(...columns.map(({ actual, scheduled }) => actual + scheduled), 0));
  const high = (value: number): number => (value / (step * lines)) * (100 - top - bottom);
  const level = (value: number): string => `${100 - bottom - high(value)}%`;
  const slot = (100 - left) / Math.max(columns.length, 1);
  return (
    <>
      {Array.from({ length: lines + 1 }, (_, line) => (
        <g key={line}>
          <line
            x1={`${left}%`}
            x2="100%"
            y1={level(line * step)}
            y2={level(line * step)}
            className={line === 0 ? 'stroke-solid-gray-600' : 'stroke-solid-gray-200'}
          />
          <text
            x={`${left - 1}%`}
            y={level(line * step)}
            dy="0.35em"
            textAnchor="end"
            className="fill-solid-gray-700 text-dns-14N-120"
          >
            {number.format(line * step)}
          </text>
        </g>
      ))}
      {columns.map(({ label, actual, scheduled }, index) => {
        const x = left + slot * index;
        const box = { x: `${x + slot * 0.2}%`, width: `${slot * 0.6}%` };
        const sum = actual + scheduled;
        return (
          <g key={label}>
            {scheduled > 0 ? (
              <rect
                {...box}
                y={level(sum)}
                height={`${high(scheduled)}%`}
                fill={`url(#${stripes})`}
                className="stroke-key-900"
              />
            ) : null}
            {actual > 0 ? (
              <rect {...box} y={level(actual)} height={`${high(actual)}%`} className="fill-key-900" />
            ) : null}
            {sum > 0 ? (
              <text
                x={`${x + slot / 2}%`}
                y={level(sum)}
                dy="-0.4em"
                textAnchor="middle"
                className="fill-solid-gray-900 text-dns-14N-120"
              >
                {number.format(sum)}
              </text>
            ) : null}
            <text
              x={`${x + slot / 2}%`}
              y={`${100 - bottom}%`}
              dy="1.3em"
              textAnchor="middle"
              className="fill-solid-gray-800 text-dns-14N-120"
            >
              {label}
            </text>
          </g>
        );
      })}
    </>
  );
}

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
      cell: ({ label, href }) => (href === undefined ? label : <Link to={href}>{label}</Link>),
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
        <div aria-hidden="true" className="overflow-x-auto">
          <svg width="100%" className="block h-72 min-w-lg">
            <defs>
              <pattern id={stripes} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="6" height="6" className="fill-white" />
                <rect width="3" height="6" className="fill-key-900" />
              </pattern>
            </defs>
            <Columns columns={chart.columns} stripes={stripes} />
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
