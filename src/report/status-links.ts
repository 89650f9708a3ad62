import type { PlainDate } from '#kernel/plain-date.ts';
import { metricOf, metrics, type MetricKey } from './domain/metric.ts';
import { rateText } from './domain/measure.ts';
import type { MetricValue, StatusReport } from './domain/status-report.ts';
import { reportText as words } from './text.ts';
import { filterOf, type VisitBucket } from './domain/visit-group.ts';

type Address = {
  readonly fiscalYear: number;
  readonly asOf: PlainDate;
  readonly today: PlainDate;
  readonly visitsHref: string;
  /** Where the answers are listed by visit. */
  readonly surveysHref: string;
};

/** The visit list behind each figure of a metric, where the list can show exactly these visits. */
export type MetricLinks = Readonly<
  Partial<Record<MetricKey, { readonly actual?: string; readonly scheduled?: string }>>
>;

/** Addresses of the visits behind every figure of a report. */
export function buildMetricLinks(address: Address): MetricLinks {
  return Object.fromEntries(
    metrics.map(({ key }) => {
      const { source } = metricOf(key);
      if (source.kind === 'answers')
        return [key, { actual: `${address.surveysHref}?show=${key}&asOf=${address.asOf}` }];
      const [actual, scheduled] = (['actual', 'scheduled'] as const).map((bucket) =>
        visitsAddress(key, bucket, address),
      );
      return [key, { ...(actual !== undefined && { actual }), ...(scheduled !== undefined && { scheduled }) }];
    }),
  );
}

/** Where the planned visits stand that nobody has reported: of every programme. */
export function unreportedAddress({ fiscalYear, asOf, today, visitsHref }: Address): string {
  const { program: _, ...filter } = filterOf(metricOf('visits.total'), 'unreported', { fiscalYear, asOf, today }) ?? {};
  return `${visitsHref}?${new URLSearchParams(filter).toString()}`;
}

function visitsAddress(
  key: MetricKey,
  bucket: VisitBucket,
  { visitsHref, surveysHref: _, ...on }: Address,
): string | undefined {
  const filter = filterOf(metricOf(key), bucket, on);
  return filter && `${visitsHref}?${new URLSearchParams(filter).toString()}`;
}

/** A figure against its target as a bar shows it. */
export type StatusBar = {
  readonly label: string;
  readonly unit: string;
  readonly actual: number;
  readonly scheduled: number;
  readonly target: number | null;
  readonly rate: string | undefined;
  readonly forecast: number | undefined;
  readonly actualHref: string | undefined;
  readonly scheduledHref: string | undefined;
};

/** The bar of a counted figure; nothing where there is no figure to draw. */
export function toStatusBar(metric: MetricValue, links: MetricLinks): StatusBar | undefined {
  const { key, label, unit, actual, scheduled, target, rate, forecast } = metric;
  // Nothing is scheduled of a share.
  const isShare = key !== null && metricOf(key).source.kind === 'answers';
  if (key === null || actual === null || (scheduled === null && !isShare)) return undefined;
  return {
    label,
    unit,
    actual,
    scheduled: scheduled ?? 0,
    target,
    rate: rate === null ? undefined : words.reached(rateText(rate)),
    forecast: forecast ?? undefined,
    actualHref: links[key]?.actual,
    scheduledHref: links[key]?.scheduled,
  };
}

/** The bars of a year's targets, each metric once, in the order of the plan. */
export function listTargetBars(report: StatusReport, links: MetricLinks): readonly StatusBar[] {
  const seen = new Set<MetricKey>();
  return report.sections
    .flatMap(({ metrics: values }) => values)
    .flatMap((metric) => {
      if (metric.target === null || metric.key === null || seen.has(metric.key)) return [];
      seen.add(metric.key);
      return toStatusBar(metric, links) ?? [];
    });
}
