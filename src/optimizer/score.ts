import { constraints, type ConstraintId, type ConstraintLevel } from './constraint.ts';
import { hardMatches } from './hard-matches.ts';
import { layOut } from './laid-out.ts';
import type { Match, MatchRule } from './match.ts';
import type { Problem } from './problem.ts';
import { softMatches } from './soft-matches.ts';
import type { Solution } from './solution.ts';

export type ConstraintScore = {
  readonly id: ConstraintId;
  readonly level: ConstraintLevel;
  readonly amount: number;
  /** Weight × amount; 0 for a hard constraint, which has no price. */
  readonly points: number;
  readonly matches: readonly Match[];
};

/** 評価. What a solution is worth, constraint by constraint, in the order of `constraints`. */
export type Score = {
  readonly constraints: readonly ConstraintScore[];
  /** The sum over the soft constraints: less is better. */
  readonly points: number;
  /** The sum over the hard constraints: 0 for a solution that may be proposed. */
  readonly broken: number;
};

const rules: Readonly<Record<ConstraintId, MatchRule>> = { ...hardMatches, ...softMatches };

/**
 * The reference scorer: every constraint written as plainly as it is said, with no regard for time. Whatever else counts
 * points is held against it.
 */
export function scoreSolution(problem: Problem, solution: Solution): Score {
  const laidOut = layOut(problem, solution);
  const scores = constraints.map(({ id, level }): ConstraintScore => {
    const matches = rules[id](laidOut);
    const amount = matches.reduce((sum, match) => sum + match.amount, 0);
    const weight = level === 'hard' ? 0 : problem.weights[id];
    return { id, level, amount, points: weight * amount, matches };
  });
  return {
    constraints: scores,
    points: scores.reduce((sum, { points }) => sum + points, 0),
    broken: scores.reduce((sum, { level, amount }) => sum + (level === 'hard' ? amount : 0), 0),
  };
}
