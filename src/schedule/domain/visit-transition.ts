import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import type { RuleProblem } from '#record/domain/rule-problem.ts';
import { changeOfSlot, isSameSlot, type VisitSlot } from './visit-event.ts';
import { visitFields } from './visit-fields.ts';
import type { VisitInput } from './visit.ts';
import type { VisitStatus } from './visit-status.ts';

/** Why a visit cannot become held or cancelled, or move, by the short forms. */
export type VisitTransitionRefusal =
  { readonly kind: 'not-planned'; readonly status: VisitStatus } | { readonly kind: 'not-moved' };

type Transition = Result<VisitInput, VisitTransitionRefusal>;

/** 実施の記録: a planned visit took place, on this day, before this many trainees. */
export function holdVisit(
  visit: VisitInput,
  { visitOn, trainees }: { readonly visitOn: PlainDate; readonly trainees: number },
): Transition {
  if (visit.status !== 'planned') return refuse({ kind: 'not-planned', status: visit.status });
  return accept({ ...visit, status: 'held', visitOn, trainees });
}

/** 中止: a planned visit will not take place, for this reason. */
export function cancelVisit(visit: VisitInput, reason: string): Transition {
  if (visit.status !== 'planned') return refuse({ kind: 'not-planned', status: visit.status });
  return accept({ ...visit, status: 'cancelled', cancelReason: reason });
}

/** 日時の変更: a planned visit will take place at another day or other hours. */
export function moveVisit(visit: VisitInput, { visitOn, startsAt, endsAt }: VisitSlot): Transition {
  if (visit.status !== 'planned') return refuse({ kind: 'not-planned', status: visit.status });
  if (isSameSlot(visit, { visitOn, startsAt, endsAt })) return refuse({ kind: 'not-moved' });
  return accept({ ...visit, visitOn, startsAt, endsAt });
}

/** What the form of a whole visit may not change in passing: the time of a planned visit, and that it is called off. */
export function checkCorrection(before: VisitInput, after: VisitInput): readonly FieldProblem[] {
  if (before.status !== 'planned') return [];
  if (after.status === 'cancelled') return [problemAt('status', { kind: 'own-form', form: 'cancel' })];
  if (after.status === 'held') return [];
  const moved = changeOfSlot(before, after);
  return moved === undefined ? [] : [problemAt(moved, { kind: 'own-form', form: 'move' })];
}

function problemAt(key: 'status' | keyof VisitSlot, problem: RuleProblem): FieldProblem {
  return { key, header: visitFields.find((field) => field.key === key)?.header ?? key, problem };
}
