import type { PlainDate } from '#kernel/plain-date.ts';
import type { OutreachLine } from '#outreach/domain/outreach-line.ts';
import type { Target } from '#plan/domain/target.ts';
import type { MetricKey } from './metric.ts';
import type { VisitBucket } from './visit-group.ts';

/**
 * A figure of the report against its target. `counted`: from records; `no-records`: this version keeps none of it;
 * `not-counted`: the plan sets a target under a name that is no metric. Only counted figures have numbers.
 */
export type MetricValue = {
  readonly key: MetricKey | null;
  readonly label: string;
  readonly unit: string;
  readonly target: number | null;
  /** The unit in which the plan writes the target: S0 sets 人日 and reports 人. */
  readonly targetUnit: string | null;
  readonly atLeast: boolean;
  readonly actual: number | null;
  readonly scheduled: number | null;
  /** 達成率: actual / target, 1 where it is reached. */
  readonly rate: number | null;
  /** 見込み: actual + scheduled. */
  readonly forecast: number | null;
  readonly basis: 'counted' | 'no-records' | 'not-counted';
};

/** A table inside the 実施状況 column. `by-line` has one metric a row, `talks` one visit a row. */
export type StatusTable = {
  readonly kind: 'by-line' | 'talks';
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Units of the rows of a `by-line` table, in their order. */
  readonly units: readonly string[];
  /** The metrics behind the rows of a `by-line` table. */
  readonly metricKeys: readonly MetricKey[];
  readonly bucket: VisitBucket | null;
  readonly note: string | null;
};

/** One plan item with how it went on the as-of date. */
export type StatusSection = {
  readonly number: string;
  readonly title: string;
  readonly guideline: string;
  readonly plan: string;
  readonly status: string;
  readonly metrics: readonly MetricValue[];
  readonly tables: readonly StatusTable[];
  /** Lines of this item for which nobody asked. */
  readonly noRequests: readonly NoRequestLine[];
};

/** 要請なし of a line of 魅力発信 (domain.md §6.1: 協力要請なし). */
export type NoRequestLine = {
  readonly line: OutreachLine;
  readonly label: string;
  readonly statedOn: PlainDate;
  /** What was done to find somebody; absent for a reader who gets figures only. */
  readonly efforts: string | null;
};

/** 成果目標, from questionnaires: how many of those asked agreed. */
export type Outcome = {
  readonly key: MetricKey;
  readonly label: string;
  readonly target: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly rate: number | null;
  /** 95 % interval of the rate (Wilson), as shares. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** So few answers that the target could not be proven even if all agreed. */
  readonly small: boolean;
  /** From how many answers on it could. */
  readonly needed: number;
};

/** 実施状況 of a year on a day (contract.md §4). */
export type StatusReport = {
  readonly corner: string;
  readonly fiscalYear: number;
  readonly asOf: PlainDate;
  readonly sections: readonly StatusSection[];
  readonly outcomes: readonly Outcome[];
  readonly outputs: readonly MetricValue[];
  /** Planned visits whose day is over and which nobody has reported yet. */
  readonly unreported: number;
  /** Visits that no metric counts. */
  readonly uncounted: number;
};

/** A plan item as the report reads it. */
export type ReportedItem = {
  readonly number: string;
  readonly heading: string;
  readonly guideline: string | null;
  readonly plan: string | null;
  readonly status: string | null;
  readonly targets: readonly Target[];
};

/** メダリスト講座 that was held or is to come. Names are absent for a reader who gets figures only. */
export type MedalistTalk = {
  readonly bucket: 'actual' | 'scheduled';
  readonly on: PlainDate;
  readonly trainees: number;
  readonly trade: string;
  readonly host: string | null;
  readonly employers: string | null;
};
