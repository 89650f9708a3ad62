import { type ReactNode, useId } from 'react';
import { Stripes } from './stripes.tsx';
import { uiText } from './text.ts';

export type BulletBarProps = {
  readonly label: string;
  readonly unit: string;
  readonly actual: number;
  readonly scheduled: number;
  /** `null` where the year's plan sets none. */
  readonly target: number | null;
  /** 達成率 as it is written in the report; how it is rounded is the report's rule. */
  readonly rate?: string | undefined;
  readonly forecast?: number | undefined;
  /** The rows behind a figure. */
  readonly actualHref?: string | undefined;
  readonly scheduledHref?: string | undefined;
};

const number = new Intl.NumberFormat('ja-JP');

function Figure(props: {
  readonly word: string;
  readonly value: number;
  readonly unit: string;
  readonly href?: string | undefined;
  readonly mark: ReactNode;
}) {
  const figure = `${number.format(props.value)}${props.unit}`;
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      <svg aria-hidden="true" className="size-3.5 shrink-0">
        {props.mark}
      </svg>
      {props.word}
      {props.href === undefined ? (
        <b>{figure}</b>
      ) : (
        <a href={props.href} className="flex min-h-6 items-center font-700">
          {figure}
        </a>
      )}
    </span>
  );
}

function Bar({ bar, stripes }: { readonly bar: BulletBarProps; readonly stripes: string }) {
  const planned = bar.actual + bar.scheduled;
  const full = Math.max(bar.target ?? 0, planned, bar.forecast ?? 0, 1) * 1.05;
  const share = (value: number): string => `${Math.round((value / full) * 10_000) / 100}%`;
  return (
    <svg aria-hidden="true" width="100%" className="block h-7 overflow-visible">
      <defs>
        <Stripes id={stripes} />
      </defs>
      <rect y="20%" width="100%" height="60%" className="fill-solid-gray-100" />
      <rect y="20%" width={share(planned)} height="60%" fill={`url(#${stripes})`} className="stroke-key-900" />
      <rect y="20%" width={share(bar.actual)} height="60%" className="fill-key-900" />
      {bar.forecast === undefined ? null : (
        <circle cx={share(bar.forecast)} cy="50%" r="5" className="fill-white stroke-black stroke-2" />
      )}
      {bar.target === null ? null : (
        <line x1={share(bar.target)} x2={share(bar.target)} y1="0" y2="100%" className="stroke-black stroke-3" />
      )}
    </svg>
  );
}

const ring = <circle cx="50%" cy="50%" r="5" className="fill-white stroke-black stroke-2" />;
const upright = <line x1="50%" x2="50%" y1="0" y2="100%" className="stroke-black stroke-3" />;

function Figures({ bar, stripes }: { readonly bar: BulletBarProps; readonly stripes: string }) {
  const { unit, actual, scheduled, target, forecast, actualHref, scheduledHref } = bar;
  const solid = <rect width="100%" height="100%" className="fill-key-900" />;
  const striped = <rect width="100%" height="100%" fill={`url(#${stripes})`} className="stroke-key-900" />;
  return (
    <p className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-dns-14N-130">
      <Figure word={uiText.actual} value={actual} unit={unit} href={actualHref} mark={solid} />
      <Figure word={uiText.scheduled} value={scheduled} unit={unit} href={scheduledHref} mark={striped} />
      {forecast === undefined ? null : <Figure word={uiText.forecast} value={forecast} unit={unit} mark={ring} />}
      {target === null ? null : <Figure word={uiText.target} value={target} unit={unit} mark={upright} />}
    </p>
  );
}

/**
 * One figure against its target: done (solid), planned (striped), target (upright line), forecast (ring). The picture
 * is hidden from screen readers because the line of numbers above says all of it.
 */
export function BulletBar(bar: BulletBarProps) {
  const stripes = useId();
  return (
    <div role="group" aria-label={bar.label} className="break-inside-avoid">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-dns-16B-130 text-solid-gray-900">
        {bar.label}
        {bar.rate === undefined ? null : <span className="tabular-nums">{bar.rate}</span>}
      </p>
      <Figures bar={bar} stripes={stripes} />
      <Bar bar={bar} stripes={stripes} />
    </div>
  );
}
