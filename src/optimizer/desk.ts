import { itemAt } from './item-at.ts';
import type { Problem } from './problem.ts';
import { addOption, removeOption, type RunningScore, startScore } from './running-score.ts';
import type { Solution } from './solution.ts';

/** A solution that is being changed: its score, who is chosen where, and what the present change has done so far. */
export type Desk = {
  readonly problem: Problem;
  readonly score: RunningScore;
  readonly optionsOfSlot: readonly (readonly number[])[];
  readonly slotsOfTask: readonly (readonly number[])[];
  readonly chosenOfSlot: readonly number[][];
  readonly heldOfTask: readonly number[][];
  readonly done: { readonly option: number; readonly added: boolean }[];
  /** A whole number from 0 on, below the limit. */
  readonly below: (limit: number) => number;
};

/** Lays a solution out to be changed. */
export function openDesk(problem: Problem, start: Solution, seed: number): Desk {
  const optionsOfSlot: number[][] = problem.slots.map(() => []);
  for (const [option, { slot }] of problem.options.entries()) optionsOfSlot[slot]?.push(option);
  const slotsOfTask: number[][] = problem.tasks.map(() => []);
  for (const [slot, { task }] of problem.slots.entries()) {
    if ((optionsOfSlot[slot]?.length ?? 0) >= itemAt(problem.tasks, task).team) slotsOfTask[task]?.push(slot);
  }
  const desk: Desk = {
    problem,
    score: startScore(problem, { chosen: [] }),
    optionsOfSlot,
    slotsOfTask,
    chosenOfSlot: problem.slots.map(() => []),
    heldOfTask: problem.tasks.map(() => []),
    done: [],
    below: drawFrom(seed),
  };
  for (const option of start.chosen) choose(desk, option);
  desk.done.length = 0;
  return desk;
}

function drawFrom(seed: number): (limit: number) => number {
  let state = Math.imul(seed, 0x9e37_79b1) | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 4_294_967_296) * limit);
  };
}

/** Adds an option to the present change. */
export function choose(desk: Desk, option: number): void {
  addOption(desk.score, option);
  keepTrack(desk, option, true);
  desk.done.push({ option, added: true });
}

/** Takes an option away in the present change. */
export function leave(desk: Desk, option: number): void {
  removeOption(desk.score, option);
  keepTrack(desk, option, false);
  desk.done.push({ option, added: false });
}

function keepTrack({ problem, chosenOfSlot, heldOfTask }: Desk, option: number, added: boolean): void {
  const { slot } = itemAt(problem.options, option);
  const chosen = itemAt(chosenOfSlot, slot);
  const held = itemAt(heldOfTask, itemAt(problem.slots, slot).task);
  if (added) {
    if (chosen.push(option) === 1) held.push(slot);
    return;
  }
  chosen.splice(chosen.indexOf(option), 1);
  if (chosen.length === 0) held.splice(held.indexOf(slot), 1);
}

/** Takes the present change back. */
export function undo(desk: Desk): void {
  for (const { option, added } of desk.done.toReversed()) {
    if (added) removeOption(desk.score, option);
    else addOption(desk.score, option);
    keepTrack(desk, option, !added);
  }
}

/** Gives a session up. */
export function drop(desk: Desk, slot: number): void {
  for (const option of itemAt(desk.chosenOfSlot, slot).toReversed()) leave(desk, option);
}

/** Whether somebody has more than they can. */
export function overburdened({ score: { amounts } }: Desk): boolean {
  return amounts.clash + amounts['yearly-cap'] + amounts['period-cap'] > 0;
}
