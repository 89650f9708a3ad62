import { fiscalYearRange } from '#kernel/fiscal-year.ts';
import { addDays, compareDates } from '#kernel/plain-date.ts';
import type { DuePeriod } from '#record/domain/due-term.ts';
import type { DispatchRule } from './dispatch-rule.ts';

const before = (days: number | null) => (days === null ? null : -days);

/**
 * 期限の期間 of a corner's 派遣の基準, the earliest first: each table holds until the day before the next of its 年度, or until
 * the year ends; of several from the same day, the last revision (domain.md §5.3). Pure.
 */
export function listDuePeriods(rules: readonly DispatchRule[]): readonly DuePeriod[] {
  const latest = new Map<string, DispatchRule>();
  for (const rule of rules) {
    const known = latest.get(rule.validFrom);
    if (!known || known.revision < rule.revision) latest.set(rule.validFrom, rule);
  }
  const ordered = [...latest.values()].toSorted((left, right) => compareDates(left.validFrom, right.validFrom));
  return ordered.map((rule, index) => {
    const next = ordered[index + 1];
    const isFollowed = next?.fiscalYear === rule.fiscalYear;
    return {
      from: rule.validFrom,
      until: isFollowed ? addDays(next.validFrom, -1) : fiscalYearRange(rule.fiscalYear).until,
      days: {
        request: before(rule.requestLeadDays),
        plan: before(rule.planLeadDays),
        report: rule.reportDueDays,
        survey: rule.surveyDueDays,
      },
    };
  });
}
