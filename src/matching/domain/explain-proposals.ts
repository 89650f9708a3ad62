import { explainSolution } from '#optimizer/explain.ts';
import type { SessionRunnerUp } from '#optimizer/explain-session.ts';
import type { UnservedExplanation } from '#optimizer/explain-unserved.ts';
import type { ScorePart } from '#optimizer/score-part.ts';
import type { Solution } from '#optimizer/solution.ts';
import { listBlockers } from './blockers.ts';
import type { PlanningProblem } from './build-problem.ts';
import type { PlanningFacts } from './planning-facts.ts';
import type { AssignmentProposal, ConstraintPart, RunnerUp, UnplacedSessions } from './proposal.ts';
import { readProposals } from './read-solution.ts';
import { findRemedies } from './remedy.ts';

/** For so many requests a remedy is looked for, the most urgent first. */
const REMEDIES_AT_MOST = 200;

/** What a calculation says in the end: each proposed session with its reasons, each session left out with its own. */
export type ExplainedProposals = {
  readonly proposals: readonly AssignmentProposal[];
  readonly unplaced: readonly UnplacedSessions[];
};

/** Reads a finished solution with everything that is told of it. `facts` are those that the problem was built from. */
export function explainProposals(
  planning: PlanningProblem,
  facts: PlanningFacts,
  solution: Solution,
): ExplainedProposals {
  const { sessions, unserved } = explainSolution(planning.problem, solution);
  // One proposal for each held slot, both rising by slot.
  const proposals = readProposals(planning, solution).map((proposal, position) => {
    const session = sessions[position];
    if (!session) return proposal;
    const parts = session.parts.map(toPart);
    const runnerUp = session.runnerUp && toRunnerUp(planning, session.runnerUp);
    return { ...proposal, explanation: { ...proposal.explanation, parts, runnerUp } };
  });
  const remedies = findRemedies(planning, facts, proposals);
  const helped = mostUrgent(planning, unserved);
  const unplaced = unserved.flatMap((one) => {
    const requestId = planning.keys.requestIds[one.task];
    if (requestId === undefined) return [];
    const blockers = listBlockers(planning, facts, one);
    const remedy = helped.has(one.task) ? remedies(one.task, one.sessions) : null;
    return [{ requestId, sessions: one.sessions, blockers, remedy }];
  });
  return { proposals, unplaced };
}

/** Remedies take time: whoever has hundreds of requests left out needs more people first of all. */
function mostUrgent(
  { problem: { tasks } }: PlanningProblem,
  unserved: readonly UnservedExplanation[],
): ReadonlySet<number> {
  const urgency = (task: number) => tasks[task]?.urgency ?? 0;
  const ordered = unserved.toSorted((left, right) => urgency(right.task) - urgency(left.task));
  return new Set(ordered.slice(0, REMEDIES_AT_MOST).map(({ task }) => task));
}

function toPart({ constraint, amount, points }: ScorePart): ConstraintPart {
  return { rule: constraint, amount, points };
}

function toRunnerUp({ problem, keys }: PlanningProblem, runnerUp: SessionRunnerUp): RunnerUp | null {
  const visitOn = keys.slots[runnerUp.slot]?.day;
  if (visitOn === undefined) return null;
  return {
    visitOn,
    instructorIds: runnerUp.options.flatMap(
      (option) => keys.instructorIds[problem.options[option]?.worker ?? -1] ?? [],
    ),
    points: runnerUp.points,
    parts: runnerUp.parts.map(toPart),
  };
}
