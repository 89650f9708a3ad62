import { change } from './change.ts';
import { openDesk, undo } from './desk.ts';
import type { Problem } from './problem.ts';
import type { Solution } from './solution.ts';

export type Improvement = {
  readonly seed: number;
  /** How many changes are tried. */
  readonly moves: number;
  /** Points that a change may lose at the start, at the end none; little keeps what the start is like. */
  readonly tolerance?: number;
  /** Told now and then of a better solution. */
  readonly onBetter?: (solution: Solution) => void;
  readonly shouldStop?: () => boolean;
};

const LOOK_EVERY = 2000;
/** Enough to leave behind what the start is like. */
const FIRST_TOLERANCE = 1000;

/**
 * Makes a solution better by many small changes that keep every hard rule: another person, another day, a session more or
 * less. A change for the worse is taken while it loses less than a tolerance that falls to nothing. The same problem,
 * start, seed and number of changes give the same answer.
 */
export function improveSolution(problem: Problem, start: Solution, improvement: Improvement): Solution {
  const desk = openDesk(problem, start, improvement.seed);
  const { score } = desk;
  const first = improvement.tolerance ?? FIRST_TOLERANCE;
  let best = { solution: start, points: score.points };
  let told = score.points;
  for (let move = 1; move <= improvement.moves; move++) {
    const before = score.points;
    const left = 1 - move / improvement.moves;
    change(desk);
    const tolerance = (first * left * left * left * desk.below(1024)) / 1024;
    if (score.broken > 0 || score.points > before + tolerance) undo(desk);
    desk.done.length = 0;
    if (score.points < best.points) {
      best = { solution: { chosen: desk.chosenOfSlot.flat().toSorted((a, b) => a - b) }, points: score.points };
    }
    if (move % LOOK_EVERY !== 0) continue;
    if (best.points < told) improvement.onBetter?.(best.solution);
    told = best.points;
    if (improvement.shouldStop?.() === true) break;
  }
  return best.solution;
}
