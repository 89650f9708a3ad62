import { DataTable } from '#ui/data-table.tsx';
import type { MapPlace } from '../domain/map-labels.ts';
import { type MapLine, MAP_WIDTH, type SendMap } from '../domain/send-map.ts';
import { mapText as words } from '../map-text.ts';

export type ShownSend = {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly sessions: number;
  readonly kilometres: string;
};

type SendMapFigureProps = { readonly map: SendMap; readonly sends: readonly ShownSend[] };

/** Who is sent from where to where, as a picture and as a table with the same figures (A11-10). */
export function SendMapFigure({ map, sends }: SendMapFigureProps) {
  return (
    <div className="flex flex-col gap-6 wide:flex-row wide:items-start print:flex-col">
      <figure className="min-w-0 grow break-inside-avoid">
        <figcaption className="mb-2">
          <span className="block text-std-16B-170 text-solid-gray-900">{words.title}</span>
          <Legend />
        </figcaption>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
        <div role="group" aria-label={words.title} tabIndex={0} className="overflow-x-auto print:overflow-visible">
          <svg
            role="img"
            aria-label={words.alternative}
            viewBox={`0 0 ${MAP_WIDTH} ${map.height}`}
            className="block w-full max-w-3xl min-w-lg border border-solid-gray-420 print:max-w-xl"
          >
            {map.ground.map(({ x, y }) => (
              <circle key={`${x} ${y}`} cx={x} cy={y} r="2.5" className="fill-solid-gray-420" />
            ))}
            {map.lines.map(({ key, ...line }) => (
              <Line key={key} {...line} />
            ))}
            {map.places.map((place) => (
              <Place key={place.code} {...place} />
            ))}
            <Scale map={map} />
          </svg>
        </div>
      </figure>
      <div className="shrink-0 wide:w-96">
        <DataTable
          caption={words.tableTitle}
          columns={[
            { key: 'from', header: words.from, cell: ({ from }) => from, rowHeader: true },
            { key: 'to', header: words.to, cell: ({ to }) => to },
            { key: 'sessions', header: words.sessions, cell: ({ sessions }) => sessions, align: 'end' },
            { key: 'km', header: words.kilometres, cell: ({ kilometres }) => kilometres, align: 'end' },
          ]}
          rows={sends}
          rowKey={({ key }) => key}
          folds={false}
          dense
        />
      </div>
    </div>
  );
}

function Legend() {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-dns-14N-130">
      <li className="flex items-center gap-1">
        <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4">
          <circle cx="8" cy="8" r="5" className="fill-white stroke-key-900 stroke-2" />
        </svg>
        {words.home}
      </li>
      <li className="flex items-center gap-1">
        <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4">
          <rect x="3" y="3" width="10" height="10" className="fill-key-900" />
        </svg>
        {words.host}
      </li>
      <li className="flex items-center gap-1">
        <svg aria-hidden="true" viewBox="0 0 32 16" className="h-4 w-8">
          <line x1="0" y1="4" x2="32" y2="4" strokeWidth="1.5" className="stroke-key-900" />
          <line x1="0" y1="11" x2="32" y2="11" strokeWidth="6" className="stroke-key-900" />
        </svg>
        {words.line}
      </li>
    </ul>
  );
}

function Line({ start, end, width }: Omit<MapLine, 'key'>) {
  return (
    <line
      x1={start.x}
      y1={start.y}
      x2={end.x}
      y2={end.y}
      strokeWidth={width}
      strokeLinecap="round"
      strokeOpacity="0.6"
      className="stroke-key-900"
    />
  );
}

/** A square where sessions are held, a ring where instructors come from, both where both are true. */
function Place({ x, y, sent, received, label, name }: MapPlace) {
  return (
    <g>
      {received > 0 ? <rect x={x - 5} y={y - 5} width="10" height="10" className="fill-key-900" /> : null}
      {sent > 0 ? <circle cx={x} cy={y} r="4" className="fill-white stroke-key-900 stroke-2" /> : null}
      {label ? (
        <text
          x={label.x}
          y={label.y}
          textAnchor={label.anchor}
          fontSize="12"
          strokeWidth="3"
          paintOrder="stroke"
          className="fill-solid-gray-900 stroke-white"
        >
          {name}
        </text>
      ) : null}
    </g>
  );
}

function Scale({ map: { height, scale } }: { readonly map: SendMap }) {
  const y = height - 12;
  return (
    <g>
      <line x1="12" y1={y} x2={12 + scale.length} y2={y} className="stroke-solid-gray-600 stroke-2" />
      <text x={18 + scale.length} y={y + 4} fontSize="12" className="fill-solid-gray-900">
        {scale.kilometres}km
      </text>
    </g>
  );
}
