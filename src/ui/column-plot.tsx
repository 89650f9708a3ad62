export type ChartColumn = {
  readonly label: string;
  readonly actual: number;
  readonly scheduled: number;
  /** The rows behind the column. */
  readonly href?: string | undefined;
};

type Scale = { readonly step: number; readonly lines: number };

const number = new Intl.NumberFormat('ja-JP');

/** The smallest whole step of 1, 2 or 5 × 10ⁿ of which four hold the highest column. */
function scaleOf(highest: number): Scale {
  const rough = Math.max(highest, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max([1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? 1, 1);
  return { step, lines: Math.max(Math.ceil(highest / step), 1) };
}

// Shares of the drawing in percent: a strip above for the figures, one below for the labels, one at the left for the scale.
const top = 8;
const bottom = 12;
const left = 7;

function heightOf(value: number, { step, lines }: Scale): number {
  return (value / (step * lines)) * (100 - top - bottom);
}

function levelOf(value: number, scale: Scale): string {
  return `${100 - bottom - heightOf(value, scale)}%`;
}

function Label(props: { readonly x: number; readonly y: string; readonly dy: string; readonly children: string }) {
  const { x, ...rest } = props;
  return <text x={`${x}%`} textAnchor="middle" className="fill-solid-gray-900 text-dns-14N-120" {...rest} />;
}

function ScaleLine({ value, scale }: { readonly value: number; readonly scale: Scale }) {
  const y = levelOf(value, scale);
  const look = value === 0 ? 'stroke-solid-gray-600' : 'stroke-solid-gray-200';
  return (
    <>
      <line x1={`${left}%`} x2="100%" y1={y} y2={y} className={look} />
      <text x={`${left - 1}%`} y={y} dy="0.35em" textAnchor="end" className="fill-solid-gray-700 text-dns-14N-120">
        {number.format(value)}
      </text>
    </>
  );
}

type PlotProps = { readonly columns: readonly ChartColumn[]; readonly stripes: string };

/** The drawing: done in solid, planned striped on top of it, the sum above, the label below. Works at any width. */
export function ColumnPlot({ columns, stripes }: PlotProps) {
  const scale = scaleOf(Math.max(...columns.map(({ actual, scheduled }) => actual + scheduled), 0));
  const slot = (100 - left) / Math.max(columns.length, 1);
  return (
    <>
      {Array.from({ length: scale.lines + 1 }, (_, line) => (
        <ScaleLine key={line} value={line * scale.step} scale={scale} />
      ))}
      {columns.map(({ label, actual, scheduled }, index) => {
        const x = left + slot * index;
        const bar = (from: number, to: number) => ({
          x: `${x + slot * 0.2}%`,
          width: `${slot * 0.6}%`,
          y: levelOf(to, scale),
          height: `${heightOf(to - from, scale)}%`,
        });
        const sum = actual + scheduled;
        return (
          <g key={label}>
            <rect {...bar(actual, sum)} fill={`url(#${stripes})`} className={scheduled > 0 ? 'stroke-key-900' : ''} />
            <rect {...bar(0, actual)} className="fill-key-900" />
            <Label x={x + slot / 2} y={levelOf(sum, scale)} dy="-0.4em">
              {sum > 0 ? number.format(sum) : ''}
            </Label>
            <Label x={x + slot / 2} y={`${100 - bottom}%`} dy="1.3em">
              {label}
            </Label>
          </g>
        );
      })}
    </>
  );
}
