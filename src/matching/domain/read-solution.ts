import type { Outcome, Solution } from '#optimizer/solution.ts';
import { constraints } from '#optimizer/constraint.ts';
import type { Problem } from '#optimizer/problem.ts';
import type { Score } from '#optimizer/score.ts';
import type { PlanningProblem } from './build-problem.ts';
import { optionKey } from './planning-slots.ts';
import type { AssignmentProposal, ConstraintPart, ProblemSize, ProposedInstructor } from './proposal.ts';

/** The proposals that a solution stands for, by day and request, without what came second. */
export function readProposals({ problem, keys }: PlanningProblem, { chosen }: Solution): readonly AssignmentProposal[] {
  const after = problem.workers.map(({ done }) => done);
  for (const index of chosen) {
    const worker = problem.options[index]?.worker ?? 0;
    after[worker] = (after[worker] ?? 0) + 1;
  }
  const bySlot = Map.groupBy(chosen, (index) => problem.options[index]?.slot ?? 0);
  return [...bySlot]
    .toSorted(([left], [right]) => left - right)
    .flatMap(([slot, own]) => {
      const key = keys.slots[slot];
      const requestId = keys.requestIds[problem.slots[slot]?.task ?? -1];
      if (!key || requestId === undefined) return [];
      const instructors = own.flatMap((index) => readInstructor({ problem, keys }, { index, after }));
      return [
        {
          requestId,
          visitOn: key.day,
          startsAt: key.startsAt,
          endsAt: key.endsAt,
          instructorIds: instructors.map(({ instructorId }) => instructorId),
          explanation: { parts: ownParts(problem, instructors), instructors, runnerUp: null },
        },
      ];
    });
}

type Chosen = { readonly index: number; readonly after: readonly number[] };

function readInstructor(
  { problem, keys }: Pick<PlanningProblem, 'problem' | 'keys'>,
  { index, after }: Chosen,
): readonly ProposedInstructor[] {
  const option = problem.options[index];
  const instructorId = keys.instructorIds[option?.worker ?? -1];
  if (!option || instructorId === undefined) return [];
  const { worker, slot, kilometres, yen } = option;
  const requestId = keys.requestIds[problem.slots[slot]?.task ?? -1] ?? '';
  const day = keys.slots[slot]?.day;
  const pinned = day !== undefined && keys.byHand.has(optionKey(requestId, instructorId, day));
  const before = problem.workers[worker]?.done ?? 0;
  return [{ instructorId, kilometres, yen, pinned, before, after: after[worker] ?? before }];
}

/** What can be said of a session by itself: its ways. The rest is a matter of the whole. */
function ownParts({ weights }: Problem, instructors: readonly ProposedInstructor[]): readonly ConstraintPart[] {
  const amount = instructors.reduce((sum, { kilometres }) => sum + kilometres, 0);
  return [{ rule: 'travel-distance', amount, points: amount * weights['travel-distance'] }];
}

/** Sessions of each request that a solution leaves out, in the order of the requests. */
export function countUnplaced(
  { problem, keys }: PlanningProblem,
  { chosen }: Solution,
): readonly { readonly requestId: string; readonly sessions: number }[] {
  const held = new Set(chosen.map((index) => problem.options[index]?.slot ?? -1));
  const placed = problem.tasks.map(() => 0);
  for (const slot of held) {
    const task = problem.slots[slot]?.task ?? -1;
    placed[task] = (placed[task] ?? 0) + 1;
  }
  return problem.tasks.flatMap(({ sessions }, task) => {
    const left = sessions - (placed[task] ?? 0);
    const requestId = keys.requestIds[task];
    return left > 0 && requestId !== undefined ? [{ requestId, sessions: left }] : [];
  });
}

/** The points of a score by soft constraint, in the order of every listing. */
export function readBreakdown(score: Score): readonly ConstraintPart[] {
  return constraints.flatMap(({ id, level }) => {
    const own = score.constraints.find((each) => each.id === id);
    return level === 'soft' && own ? [{ rule: id, amount: own.amount, points: own.points }] : [];
  });
}

/** How large a problem is. */
export function sizeOf({ tasks, workers, slots, options }: Problem): ProblemSize {
  const sessions = tasks.reduce((sum, task) => sum + task.sessions, 0);
  return {
    requests: tasks.length,
    sessions,
    instructors: workers.length,
    slots: slots.length,
    options: options.length,
  };
}

/** Whether an outcome is proven to be the best. */
export function isProven({ points, bound }: Pick<Outcome, 'points' | 'bound'>): boolean {
  return bound >= points;
}
