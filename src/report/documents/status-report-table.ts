import { rateText } from '../domain/measure.ts';
import type { MetricValue, StatusReport } from '../domain/status-report.ts';
import { reportText as words } from '../text.ts';

/**
 * The report's figures as data: one value a row, numbers bare, the unit in a column of its own, western dates (DAT-01).
 * A figure without records is blank, which is not 0.
 */
export function tabulateStatusReport(
  report: StatusReport,
  prefecture: { readonly code: string; readonly name: string },
): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const head = [String(report.fiscalYear), prefecture.code, prefecture.name, report.asOf];
  const lines = [
    ...report.sections.flatMap(({ number, title, metrics }) => metrics.map((metric) => ({ number, title, metric }))),
    ...report.outputs.map((metric) => ({ number: '', title: words.outputs, metric })),
  ];
  const figures = lines.flatMap(({ number, title, metric }) =>
    listFigures(metric).map(([measure, value, unit]) => [
      ...head,
      number,
      title,
      metric.key ?? '',
      metric.label,
      measure,
      value,
      unit,
    ]),
  );
  const noRequests = report.sections.flatMap(({ number, title, noRequests: stated }) =>
    stated.map(({ line, label, statedOn }) => [
      ...head,
      number,
      title,
      `outreach.${line}`,
      label,
      words.noRequestOn,
      statedOn,
      '',
    ]),
  );
  const outcomes = report.outcomes.flatMap(({ key, label, target, numerator, denominator, rate, interval }) =>
    [
      [words.target, toText(target), '%'],
      [words.numerator, toText(numerator), '件'],
      [words.denominator, toText(denominator), '件'],
      [words.actual, percent(rate), '%'],
      [words.intervalLow, percent(interval?.low ?? null), '%'],
      [words.intervalHigh, percent(interval?.high ?? null), '%'],
    ].map((figure) => [...head, '', words.outcomes, key, label, ...figure]),
  );
  return { header: Object.values(words.csv), rows: [...figures, ...noRequests, ...outcomes] };
}

function listFigures(metric: MetricValue): readonly (readonly [string, string, string])[] {
  return [
    [words.target, toText(metric.target), metric.targetUnit ?? metric.unit],
    [words.actual, toText(metric.actual), metric.unit],
    [words.scheduled, toText(metric.scheduled), metric.unit],
    [words.forecast, toText(metric.forecast), metric.unit],
    [words.rate, percent(metric.rate), '%'],
  ];
}

function toText(value: number | null): string {
  return value === null ? '' : String(value);
}

function percent(rate: number | null): string {
  return rate === null ? '' : rateText(rate).replace('%', '');
}
