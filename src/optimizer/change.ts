import { slotsClash } from './hard-matches.ts';
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

function choose(desk: Desk, option: number): void {
  addOption(desk.score, option);
  keepTrack(desk, option, true);
  desk.done.push({ option, added: true });
}

function leave(desk: Desk, option: number): void {
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

/** Tries one small change, which may break rules: who asked looks at the score and takes it back. */
export function change(desk: Desk): void {
  const task = desk.below(desk.problem.tasks.length);
  const held = itemAt(desk.heldOfTask, task);
  const slots = itemAt(desk.slotsOfTask, task);
  if (slots.length === 0) return;
  const free = held.length < itemAt(desk.problem.tasks, task).sessions;
  const way = desk.below(100);
  const target = itemAt(slots, desk.below(slots.length));
  if (held.length === 0 || (free && way < 50)) {
    if (!held.includes(target)) fill(desk, target, { robs: way < 35, known: [] });
    return;
  }
  const from = itemAt(held, desk.below(held.length));
  if (way < 60) return replace(desk, from);
  if (way < 95 && !held.includes(target)) return move(desk, from, target);
  if (way >= 98) drop(desk, from);
}

/** Another person in one place of a session; one who is needed elsewhere may be taken from there. */
function replace(desk: Desk, slot: number): void {
  const chosen = itemAt(desk.chosenOfSlot, slot);
  leave(desk, itemAt(chosen, desk.below(chosen.length)));
  fill(desk, slot, { robs: desk.below(2) === 0, known: [] });
}

/** Another time for a session, with the same people half of the time. */
function move(desk: Desk, from: number, to: number): void {
  const known =
    desk.below(2) === 0 ? itemAt(desk.chosenOfSlot, from).map((at) => itemAt(desk.problem.options, at).worker) : [];
  drop(desk, from);
  fill(desk, to, { robs: desk.below(3) === 0, known });
}

function drop(desk: Desk, slot: number): void {
  for (const option of itemAt(desk.chosenOfSlot, slot).toReversed()) leave(desk, option);
}

type Filling = { readonly robs: boolean; readonly known: readonly number[] };

const TRIES = 6;

/** Completes the team of a slot by chance; answers whether it did. */
function fill(desk: Desk, slot: number, { robs, known }: Filling): boolean {
  const candidates = itemAt(desk.optionsOfSlot, slot);
  const chosen = itemAt(desk.chosenOfSlot, slot);
  const { team } = itemAt(desk.problem.tasks, itemAt(desk.problem.slots, slot).task);
  const familiar = candidates.filter((option) => known.includes(itemAt(desk.problem.options, option).worker));
  for (let tries = 0; tries < TRIES && chosen.length < team; tries++) {
    const option = familiar.pop() ?? itemAt(candidates, desk.below(candidates.length));
    if (chosen.includes(option)) continue;
    choose(desk, option);
    if (overburdened(desk) && !(robs && rob(desk, option))) leave(desk, option);
  }
  return chosen.length === team;
}

function overburdened({ score: { amounts } }: Desk): boolean {
  return amounts.clash + amounts['yearly-cap'] + amounts['period-cap'] > 0;
}

/** Takes somebody away from where they clash with the option, or from any session, and asks others there. */
function rob(desk: Desk, option: number): boolean {
  const { problem, score } = desk;
  const { worker, slot } = itemAt(problem.options, option);
  const others = itemAt(score.tally.slotsOfWorker, worker).filter((other) => other !== slot);
  if (others.length === 0) return false;
  const clashing = others.find((other) => slotsClash(problem, other, slot));
  const robbed = clashing ?? itemAt(others, desk.below(others.length));
  const lost = itemAt(desk.chosenOfSlot, robbed).find((at) => itemAt(problem.options, at).worker === worker);
  if (lost === undefined) return false;
  leave(desk, lost);
  if (overburdened(desk)) return false;
  if (!fill(desk, robbed, { robs: false, known: [] })) drop(desk, robbed);
  return true;
}
