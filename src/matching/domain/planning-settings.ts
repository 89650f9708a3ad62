import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Weights } from '#optimizer/constraint.ts';

/** 仮のマイスター等. Somebody who is not registered, to see what a further one would change. Never adopted. */
export type ExtraInstructor = {
  readonly id: string;
  readonly name: string;
  readonly kind: InstructorKind;
  readonly tradeCodes: readonly string[];
  readonly municipalityCode: string;
  readonly yearlyCap: number | null;
};

/** 休止期間. Days on which nobody is sent, such as a week of an infection. */
export type ClosedPeriod = { readonly from: PlainDate; readonly until: PlainDate; readonly reason: string };

/** The figures of the plan of a 年度 that a calculation pursues; by the keys of the status report (contract.md §4). */
export const planLines = [
  { key: 'visits.sme', label: '派遣回数（中小企業）' },
  { key: 'visits.school', label: '派遣回数（工業高校等）' },
  { key: 'skilled.visits', label: '熟練技能者の派遣回数' },
  { key: 'medalist.sessions', label: 'メダリスト魅力講座' },
  { key: 'outreach.school.sessions', label: '魅力講座の回数' },
] as const;

export type PlanLine = (typeof planLines)[number]['key'];

/** 割当案の条件. What differs from the corner's own figures; what is absent follows them. */
export type PlanSettings = {
  readonly weights: Partial<Weights>;
  /** Sessions that a line of the plan should reach in the year. */
  readonly targets: Readonly<Partial<Record<PlanLine, number>>>;
  /** For all travel of what is proposed; null = what is left of the corner's travel budget. */
  readonly budgetYen: number | null;
  readonly extraInstructors: readonly ExtraInstructor[];
  readonly closedPeriods: readonly ClosedPeriod[];
  /** Days that are planned; null = from today, to the end of the 年度. */
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  /** Whether visits that people have agreed to may be moved too; it costs most. */
  readonly moveAgreed: boolean;
};

/** The conditions of a new 基本案: all as the corner has them. */
export const noSettings: PlanSettings = {
  weights: {},
  targets: {},
  budgetYen: null,
  extraInstructors: [],
  closedPeriods: [],
  from: null,
  until: null,
  moveAgreed: false,
};
