import type { Target } from '#plan/domain/target.ts';
import type { CountedMetrics } from './count-metrics.ts';
import type { Metric } from './metric.ts';
import type { MetricValue } from './status-report.ts';

type Given = Pick<Target, 'value' | 'unit' | 'atLeast'>;

/** Sets a metric's count against its target: 達成率 = actual / target, 見込み = actual + scheduled (contract.md §4). */
export function measure(metric: Metric, counts: CountedMetrics['counts'], target: Given | undefined): MetricValue {
  const { actual, scheduled } = counts[metric.key];
  return {
    key: metric.key,
    label: metric.label,
    unit: metric.unit,
    target: target?.value ?? null,
    targetUnit: target?.unit ?? null,
    atLeast: target?.atLeast ?? false,
    actual,
    scheduled,
    rate: rateOf(actual, target?.value),
    forecast: actual === null || scheduled === null ? null : actual + scheduled,
    basis: metric.source.kind === 'no-records' ? 'no-records' : 'counted',
  };
}

/** A target under a name that is no metric: kept with the plan's own words, and without a count. */
export function keepUncounted({ label, value, unit, atLeast }: Target): MetricValue {
  return {
    key: null,
    label,
    unit,
    target: value,
    targetUnit: unit,
    atLeast,
    actual: null,
    scheduled: null,
    rate: null,
    forecast: null,
    basis: 'not-counted',
  };
}

function rateOf(actual: number | null, target: number | undefined): number | null {
  return actual === null || target === undefined || target === 0 ? null : actual / target;
}

/** 達成率 with one decimal, rounded half up: 80.0%. Whole thousandths are compared, so that 0.0005 is not lost in binary. */
export function rateText(rate: number): string {
  return `${(Math.round(Number((rate * 1000).toFixed(6))) / 10).toFixed(1)}%`;
}
