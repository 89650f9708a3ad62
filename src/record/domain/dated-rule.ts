import type { PlainDate } from '#kernel/plain-date.ts';

type DatedRule = {
  readonly validFrom: PlainDate;
  /** A correction from the same day on has the next revision; the highest one counts. */
  readonly revision?: number;
};

/** The rule that holds on a day: begun last, the highest revision of that beginning; none before the first. */
export function findRuleOn<Rule extends DatedRule>(rules: readonly Rule[], day: PlainDate): Rule | undefined {
  return rules
    .filter(({ validFrom }) => validFrom <= day)
    .toSorted((left, right) =>
      left.validFrom === right.validFrom
        ? (left.revision ?? 0) - (right.revision ?? 0)
        : left.validFrom < right.validFrom
          ? -1
          : 1,
    )
    .at(-1);
}
