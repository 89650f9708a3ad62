import { constraints, type ConstraintId, type SoftConstraintId } from './constraint.ts';
import type { RunningScore } from './running-score.ts';

/** What one soft constraint has to do with a change: units more or less of it, and the points they are. */
export type ScorePart = { readonly constraint: SoftConstraintId; readonly amount: number; readonly points: number };

/** What a running score said at one moment. */
export type ScoreMark = {
  readonly amounts: Readonly<Record<ConstraintId, number>>;
  readonly points: number;
  readonly broken: number;
};

export function markScore({ amounts, points, broken }: RunningScore): ScoreMark {
  return { amounts: { ...amounts }, points, broken };
}

/** The soft constraints that count more or less after than before, in the order of all. */
export function partsBetween(before: ScoreMark, after: ScoreMark, problem: RunningScore['problem']): ScorePart[] {
  return constraints.flatMap(({ id, level }) => {
    const amount = after.amounts[id] - before.amounts[id];
    if (level === 'hard' || amount === 0) return [];
    const weight = problem.weights[id];
    return [{ constraint: id, amount, points: weight * after.amounts[id] - weight * before.amounts[id] }];
  });
}
