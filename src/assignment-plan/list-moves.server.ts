import { daysBetween, type PlainDate } from '#kernel/plain-date.ts';
import type { PlanningProblem } from '#matching/domain/build-problem.ts';
import { judgeMove, type MoveJudgement } from '#matching/domain/judge-move.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { loadJudging, type MovedFrom } from './move-proposal.server.ts';

/** Another person or day that the rules allow, and what it would cost. */
export type PossibleMove = {
  readonly instructorId: string;
  readonly visitOn: PlainDate;
  readonly judgement: MoveJudgement;
};

export type PossibleMoves = {
  readonly moves: readonly PossibleMove[];
  /** Whether there are more choices than were judged. */
  readonly more: boolean;
};

/** Each judgement scores the whole plan anew: with so many of them the answer still comes at once. */
const MOST_JUDGED = 60;

/** What one person of a proposed session could be changed to, the cheapest first; nothing is written. */
export async function listMoves(ctx: Context, from: MovedFrom): Promise<PossibleMoves> {
  requirePermission(ctx, 'assignment.plan');
  const judging = await loadJudging(ctx, from);
  const choices = listChoices(judging.built, from);
  const moves = choices.slice(0, MOST_JUDGED).flatMap((to): readonly PossibleMove[] => {
    const judgement = judgeMove(judging, { ...from, to });
    return judgement?.possible ? [{ ...to, judgement }] : [];
  });
  return {
    // Of equal ones the nearest day first, which changes least for the host.
    moves: moves.toSorted(
      (left, right) =>
        left.judgement.points - right.judgement.points ||
        Math.abs(daysBetween(from.visitOn, left.visitOn)) - Math.abs(daysBetween(from.visitOn, right.visitOn)),
    ),
    more: choices.length > MOST_JUDGED,
  };
}

type Choice = { readonly instructorId: string; readonly visitOn: PlainDate };

/** The options of a request: first other people on the day, then other days of the person, then the rest. */
function listChoices({ problem, keys }: PlanningProblem, from: MovedFrom): readonly Choice[] {
  const rank = (choice: Choice) => (choice.visitOn === from.visitOn ? 0 : choice.instructorId === from.from ? 1 : 2);
  const found = problem.options.flatMap(({ slot, worker }): readonly Choice[] => {
    const isOwn = keys.requestIds[problem.slots[slot]?.task ?? -1] === from.requestId;
    const [instructorId, visitOn] = [keys.instructorIds[worker], keys.slots[slot]?.day];
    return isOwn && instructorId !== undefined && visitOn !== undefined ? [{ instructorId, visitOn }] : [];
  });
  const isSame = ({ instructorId, visitOn }: Choice) => instructorId === from.from && visitOn === from.visitOn;
  return found.filter((choice) => !isSame(choice)).toSorted((left, right) => rank(left) - rank(right));
}
