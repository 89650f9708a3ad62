import { itemAt } from './item-at.ts';
import type { Problem } from './problem.ts';
import { scoreSolution } from './score.ts';
import type { Solution } from './solution.ts';

/** What trying everything found. */
export type BestOfAll = { readonly solution: Solution; readonly points: number };

/** Every way to hold a slot or not: nobody, or a whole team of those who could come. */
function waysOf(problem: Problem, slot: number): readonly (readonly number[])[] {
  const own = problem.options.flatMap((option, index) => (option.slot === slot ? [index] : []));
  const { team } = itemAt(problem.tasks, itemAt(problem.slots, slot).task);
  return [[], ...teamsOf(own, team)];
}

function teamsOf(options: readonly number[], team: number): readonly (readonly number[])[] {
  if (team === 0) return [[]];
  return options.flatMap((first, position) =>
    teamsOf(options.slice(position + 1), team - 1).map((others) => [first, ...others]),
  );
}

/**
 * The best solution of a tiny problem, found by trying every one and asking the reference scorer; undefined where each
 * breaks a hard constraint.
 */
export function tryEverything(problem: Problem): BestOfAll | undefined {
  let tried: readonly (readonly number[])[] = [[]];
  problem.slots.forEach((_, slot) => {
    const ways = waysOf(problem, slot);
    tried = tried.flatMap((chosen) => ways.map((way) => [...chosen, ...way]));
  });
  let best: BestOfAll | undefined;
  for (const options of tried) {
    const solution = { chosen: options.toSorted((a, b) => a - b) };
    const { points, broken } = scoreSolution(problem, solution);
    if (broken === 0 && (best === undefined || points < best.points)) best = { solution, points };
  }
  return best;
}
