import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import type { Program } from '#dispatch/domain/program.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import type { Yen } from '#kernel/money.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { findRuleOn } from '#record/domain/dated-rule.ts';
import type { ExpenseItem } from './expense-line.ts';

/** 旅費の単価. Yen per kilometre there and back, and fares of single municipalities that stand before it. */
type TravelRate = {
  readonly perKilometreYen: Yen | null;
  /** One-way and back, by 全国地方公共団体コード. */
  readonly fares: Readonly<Record<string, Yen>>;
};

/**
 * 単価表. What a corner pays from a day on in a 年度. Unit prices of the programme are not published (domain.md §9):
 * every figure is the corner's own, null is "we pay nothing of this", and `basis` names the paper it stands on.
 */
export type ExpenseRate = {
  readonly id: string;
  readonly fiscalYear: number;
  readonly validFrom: PlainDate;
  /** A correction of a table from the same day on has the next revision; the highest one counts. */
  readonly revision: number;
  readonly basis: string;
  readonly honorariumPerHourYen: Readonly<Record<InstructorKind, Yen | null>>;
  readonly travel: TravelRate;
  /**
   * Most for material per person and day without consumption tax, by 事業区分 (domain.md §5.3, §5.4). It has no other place:
   * estimates of requests are judged by it too (docs/decisions/0008).
   */
  readonly materialCapYen: Readonly<Record<Program, Yen | null>>;
  readonly textPerPageYen: Yen | null;
  /** Lines that income tax is withheld from: travel and material too where they are paid to the person. */
  readonly withheldItems: readonly ExpenseItem[];
};

/** The table that holds on a day: of the same 年度, begun latest, the highest revision of that beginning. */
export function findRateOn(rates: readonly ExpenseRate[], on: PlainDate): ExpenseRate | undefined {
  const year = fiscalYearOf(on);
  return findRuleOn(
    rates.filter(({ fiscalYear }) => fiscalYear === year),
    on,
  );
}

export type RateRefusal =
  | { readonly kind: 'outside-year'; readonly fiscalYear: number; readonly validFrom: PlainDate }
  | { readonly kind: 'honorarium-withheld' };

/** Whether a table may be kept: its first day lies in its 年度, and 謝金 and writing are withheld from (204条1項1号). */
export function checkRate(rate: Omit<ExpenseRate, 'id' | 'revision'>): RateRefusal | undefined {
  const { fiscalYear, validFrom, withheldItems } = rate;
  if (fiscalYearOf(validFrom) !== fiscalYear) return { kind: 'outside-year', fiscalYear, validFrom };
  return withheldItems.includes('honorarium') && withheldItems.includes('text-writing')
    ? undefined
    : { kind: 'honorarium-withheld' };
}
