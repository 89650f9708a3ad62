import { completeTeams } from './complete-teams.ts';
import type { HardConstraintId } from './constraint.ts';
import type { Contradiction } from './contradiction.ts';
import { hardMatches } from './hard-matches.ts';
import { itemAt } from './item-at.ts';
import { layOut } from './laid-out.ts';
import type { Match } from './match.ts';
import type { Problem } from './problem.ts';

/** Constraints that no further choice can mend once they are broken. */
const lasting = ['session-limit', 'one-session-a-day', 'clash', 'yearly-cap', 'period-cap', 'quota'] as const;

function toContradiction(constraint: HardConstraintId, { entities, amount, facts }: Match): Contradiction {
  return { kind: 'pins-clash', constraint, entities, amount, facts };
}

/**
 * Hard constraints that what was decided by hand breaks: among itself, or because nobody is left who could fill the
 * teams of its slots.
 */
export function findPinClashes(problem: Problem): readonly Contradiction[] {
  const chosen = problem.options.flatMap(({ pinned }, index) => (pinned ? [index] : []));
  if (chosen.length === 0) return [];
  const laidOut = layOut(problem, { chosen });
  const crowded = hardMatches['team-complete'](laidOut).filter(
    ({ facts: { chosen: count, team } }) => count !== undefined && team !== undefined && count > team,
  );
  const found = [
    ...lasting.flatMap((id) => hardMatches[id](laidOut).map((match) => toContradiction(id, match))),
    ...crowded.map((match) => toContradiction('team-complete', match)),
  ];
  if (found.length > 0) return found;
  const { state, slots } = completeTeams(problem, chosen);
  if (state !== 'impossible') return [];
  const tasks = slots.map((slot) => itemAt(problem.slots, slot).task);
  return [toContradiction('team-complete', { entities: { slots, tasks }, amount: 1, facts: { slots: slots.length } })];
}
