import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { CourseStatus } from '#instructor/domain/course-status.ts';
import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import { isValidOn, type Validity } from '#reference/domain/validity.ts';

/** 免除基準. One ground on which the Center lets somebody instruct without 指導技法等講習. */
export type ExemptionCriterion = Validity & {
  readonly code: string;
  readonly label: string;
  /** What is looked at to know it. */
  readonly evidence: string;
  readonly source: string;
};

/**
 * The grounds by their days. The whole table of the Center was not found: the licence is named by S2 1(2), everything
 * else by a notice of the Center (S1 3(4)), which the reason then names.
 */
const CRITERIA: readonly ExemptionCriterion[] = [
  {
    code: 'instructor-licence',
    label: '職業訓練指導員免許を持っている',
    evidence: '免許証の番号と交付年月日',
    source: '推進計画 1(2)',
    validFrom: plainDate('2013-04-01'),
    validUntil: null,
  },
  {
    code: 'center-notice',
    label: 'センターの免除基準に当たる',
    evidence: 'センターの通知の日付と、当たる基準',
    source: '実施要領 3(4)',
    validFrom: plainDate('2013-04-01'),
    validUntil: null,
  },
];

/** The grounds that hold on a day. */
export function exemptionCriteriaOn(day: PlainDate): readonly ExemptionCriterion[] {
  return CRITERIA.filter((criterion) => isValidOn(criterion, day));
}

/** A ground by its code, whether it still holds or not. */
export function findExemptionCriterion(code: string): ExemptionCriterion | undefined {
  return CRITERIA.find((criterion) => criterion.code === code);
}

export type ExemptionRefusal =
  | { readonly kind: 'no-criterion' }
  | { readonly kind: 'no-reason' }
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'already-exempt' }
  | { readonly kind: 'already-completed'; readonly on: PlainDate };

type Exemption = {
  readonly instructor: { readonly kind: InstructorKind; readonly course: CourseStatus | null };
  readonly criterion: string;
  readonly reason: string;
  readonly today: PlainDate;
};

/** Whether a Meister is exempt by a ground that holds today, with a reason that names its evidence. */
export function checkExemption({
  instructor: { kind, course },
  criterion,
  reason,
  today,
}: Exemption): Result<ExemptionCriterion, ExemptionRefusal> {
  if (kind !== 'meister') return refuse({ kind: 'not-needed' });
  if (course?.status === 'exempt') return refuse({ kind: 'already-exempt' });
  if (course?.status === 'completed') return refuse({ kind: 'already-completed', on: course.on });
  const found = exemptionCriteriaOn(today).find(({ code }) => code === criterion);
  if (!found) return refuse({ kind: 'no-criterion' });
  return reason.trim() === '' ? refuse({ kind: 'no-reason' }) : accept(found);
}
