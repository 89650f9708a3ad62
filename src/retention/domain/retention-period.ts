import { fiscalYearRange } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';

/** 保存するデータの種類. What is erased together when its time is over. */
export const retentionKinds = [
  'certified-application',
  'ended-application',
  'ended-registration',
  'scouting-contact',
  'intent-enquiry',
  'issued-letter',
  'consultation',
  'public-request',
  'request-contact',
  'expense-claim',
  'payment-batch',
  'bank-account',
  'survey-text',
  'mail-draft',
  'visit-roster',
  'demand-answer',
  'request-note',
  'activity-text',
] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** 保存期間. How many years after the end of its 年度 a kind is kept, for what belongs to this 年度 or a later one. */
export type RetentionPeriod = {
  readonly kind: RetentionKind;
  readonly fromFiscalYear: number;
  readonly years: number;
  /** The rule of the office that says so. */
  readonly source: string;
};

/** What holds while the corner has set nothing: no law of the programme names a period, each corner has its own rules. */
export const STANDARD_YEARS = 5;
export const MOST_YEARS = 50;

/** The corner's period for a kind and a 年度: the one that began last. Nothing where the shipped one holds. */
export function findPeriod(
  periods: readonly RetentionPeriod[],
  { kind, baseYear }: { readonly kind: RetentionKind; readonly baseYear: number },
): RetentionPeriod | undefined {
  return periods
    .filter((period) => period.kind === kind && period.fromFiscalYear <= baseYear)
    .toSorted((left, right) => right.fromFiscalYear - left.fromFiscalYear)[0];
}

/** The last day on which something of a 年度 is kept: 31 March, so many years after the end of that 年度 (SEC-12). */
export function lastKeptDay(baseYear: number, years: number): PlainDate {
  return fiscalYearRange(baseYear + years).until;
}

/** Whether it may be erased: from 1 April on. */
export function isPastRetention(keptUntil: PlainDate, today: PlainDate): boolean {
  return keptUntil < today;
}
