import type { PlainDate } from '#kernel/plain-date.ts';
import { constraints, type HardConstraintId } from '#optimizer/constraint.ts';
import { scoreSolution, type Score } from '#optimizer/score.ts';
import { decideAssignment, type AssignmentRefusal } from './assignment.ts';
import type { PlanningProblem } from './build-problem.ts';
import type { HeldRefusal } from './held-by-offers.ts';
import type { PlanningFacts } from './planning-facts.ts';
import { findHeld, indexOffers } from './planning-offers.ts';
import { optionKey } from './planning-slots.ts';
import type { AssignmentProposal, ConstraintPart } from './proposal.ts';
import { readProposals } from './read-solution.ts';

/** 手での変更. Another person or another day for one person of a proposed session; the day is moved for all of its people. */
export type ProposalMove = {
  readonly requestId: string;
  readonly visitOn: PlainDate;
  readonly from: string;
  readonly to: { readonly instructorId: string; readonly visitOn: PlainDate };
};

/** A session as it stands among the proposals. */
export type StandingSession = {
  readonly requestId: string;
  readonly visitOn: PlainDate;
  readonly instructorIds: readonly string[];
};

/** What a change by hand would mean. It is possible where nothing refuses it. */
export type MoveJudgement = {
  readonly possible: boolean;
  /** What the ordinary rules say against it; `closed` = the plan itself closes the day or has the person excluded. */
  readonly refusal: AssignmentRefusal | HeldRefusal | { readonly kind: 'closed' } | null;
  /** What stands against it among the other proposals. */
  readonly broken: readonly HardConstraintId[];
  /** How many points the whole would be worse, and by which constraints; a gain is negative. */
  readonly points: number;
  readonly parts: readonly ConstraintPart[];
  /** The session as it would stand; nothing where it is no option. */
  readonly proposal: AssignmentProposal | undefined;
  readonly instructorIds: readonly string[];
};

type Judging = {
  readonly facts: PlanningFacts;
  readonly built: PlanningProblem;
  readonly standing: readonly StandingSession[];
};

/**
 * Judges a change of one proposed session by the ordinary rules and against all other proposals, and says what it would
 * cost. Nothing where there is no such session. Whoever was fixed to the old day is to be free of it in the facts.
 */
export function judgeMove({ facts, built, standing }: Judging, move: ProposalMove): MoveJudgement | undefined {
  const session = standing.find(({ requestId, visitOn }) => requestId === move.requestId && visitOn === move.visitOn);
  if (!session?.instructorIds.includes(move.from)) return undefined;
  const { to } = move;
  const instructorIds = session.instructorIds.map((id) => (id === move.from ? to.instructorId : id));
  const moved = { requestId: move.requestId, visitOn: to.visitOn, instructorIds };
  const rest = standing.filter((each) => each !== session);
  const index = indexOptions(built, [...standing, moved]);
  const chosen = (sessions: readonly StandingSession[]) =>
    sessions
      .flatMap(keysOf)
      .flatMap((key) => index.get(key) ?? [])
      .toSorted((left, right) => left - right);
  const before = scoreSolution(built.problem, { chosen: chosen([...rest, session]) });
  const solution = { chosen: chosen([...rest, moved]) };
  const after = scoreSolution(built.problem, solution);
  const missing = instructorIds.find((id) => !index.has(optionKey(move.requestId, id, to.visitOn)));
  const refusal = missing === undefined ? null : findRefusal({ facts, built }, { ...moved, instructorId: missing });
  const isTwice =
    new Set(instructorIds).size < instructorIds.length ||
    (to.visitOn !== move.visitOn &&
      rest.some((each) => each.requestId === move.requestId && each.visitOn === to.visitOn));
  const broken = isTwice ? [...listBroken(before, after), 'one-session-a-day' as const] : listBroken(before, after);
  const parts = comparePoints(before, after);
  const proposal = readProposals(built, solution).find(
    ({ requestId, visitOn }) => requestId === moved.requestId && visitOn === moved.visitOn,
  );
  return {
    possible: refusal === null && broken.length === 0,
    refusal,
    broken: [...new Set(broken)],
    points: after.points - before.points,
    parts,
    proposal,
    instructorIds,
  };
}

function keysOf({ requestId, visitOn, instructorIds }: StandingSession): readonly string[] {
  return instructorIds.map((id) => optionKey(requestId, id, visitOn));
}

/** Where the options of these sessions stand in the problem; those that are none any more are left out. */
function indexOptions({ problem, keys }: PlanningProblem, sessions: readonly StandingSession[]) {
  const wanted = new Set(sessions.flatMap(keysOf));
  const days = new Set(sessions.map(({ requestId, visitOn }) => `${requestId} ${visitOn}`));
  const nameOf = (slot: number) => `${keys.requestIds[problem.slots[slot]?.task ?? -1]} ${keys.slots[slot]?.day}`;
  const isAsked = problem.slots.map((_, slot) => days.has(nameOf(slot)));
  const index = new Map<string, number>();
  problem.options.forEach(({ slot, worker }, option) => {
    const day = keys.slots[slot]?.day;
    if (isAsked[slot] !== true || day === undefined) return;
    const task = problem.slots[slot]?.task ?? -1;
    const key = optionKey(keys.requestIds[task] ?? '', keys.instructorIds[worker] ?? '', day);
    if (wanted.has(key)) index.set(key, option);
  });
  return index;
}

type Asked = { readonly requestId: string; readonly instructorId: string; readonly visitOn: PlainDate };

function findRefusal(
  { facts, built }: Pick<Judging, 'facts' | 'built'>,
  { requestId, instructorId, visitOn }: Asked,
): MoveJudgement['refusal'] {
  const own = built.options.find(({ request }) => request.id === requestId);
  const candidate = facts.instructors.find(({ id }) => id === instructorId);
  if (!own || !candidate) return { kind: 'closed' };
  const { request, corner } = own;
  const decision = decideAssignment({ candidate, request, corner, chosen: [visitOn], startsAt: request.wishedStart });
  if (!decision.ok) return decision.refusal;
  const choice = { request, candidate, day: visitOn, travel: corner.travel };
  return findHeld(choice, indexOffers(facts)) ?? { kind: 'closed' };
}

function listBroken(before: Score, after: Score): readonly HardConstraintId[] {
  return constraints.flatMap((constraint) => {
    if (constraint.level === 'soft') return [];
    const { id } = constraint;
    return amountOf(after, id) > amountOf(before, id) ? [id] : [];
  });
}

function comparePoints(before: Score, after: Score): readonly ConstraintPart[] {
  return constraints.flatMap((constraint) => {
    if (constraint.level === 'hard') return [];
    const { id: rule } = constraint;
    const amount = amountOf(after, rule) - amountOf(before, rule);
    const points = pointsOf(after, rule) - pointsOf(before, rule);
    return amount === 0 ? [] : [{ rule, amount, points }];
  });
}

function amountOf(score: Score, id: string): number {
  return score.constraints.find((each) => each.id === id)?.amount ?? 0;
}

function pointsOf(score: Score, id: string): number {
  return score.constraints.find((each) => each.id === id)?.points ?? 0;
}
