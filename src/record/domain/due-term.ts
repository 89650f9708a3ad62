import type { PlainDate } from '#kernel/plain-date.ts';

/** 期限. What a corner sets a term for: papers before the first visit, reports and answers after one. */
export const dueTerms = ['request', 'plan', 'report', 'survey'] as const;
export type DueTerm = (typeof dueTerms)[number];

/** 期限の期間. Days of each term that hold for what falls between two days, both included; null where none is set. */
export type DuePeriod = {
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** Days from the day that counts; below zero before it. */
  readonly days: Readonly<Record<DueTerm, number | null>>;
};
