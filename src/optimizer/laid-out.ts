import { itemAt } from './item-at.ts';
import type { Option, Problem, Slot } from './problem.ts';
import type { Solution } from './solution.ts';

/** A chosen option beside the slot it belongs to. */
export type Choice = { readonly index: number; readonly option: Option; readonly slot: Slot };

/** A slot that is held, and who comes. */
export type HeldSlot = { readonly index: number; readonly slot: Slot; readonly choices: readonly Choice[] };

/** A solution as the rules look at it. */
export type LaidOut = {
  readonly problem: Problem;
  readonly choices: readonly Choice[];
  readonly held: readonly HeldSlot[];
};

/** Lays a solution out: its choices, and the slots that are held by them. */
export function layOut(problem: Problem, solution: Solution): LaidOut {
  const choices = solution.chosen.map((index): Choice => {
    const option = itemAt(problem.options, index);
    return { index, option, slot: itemAt(problem.slots, option.slot) };
  });
  const slots = [...new Set(choices.map(({ option }) => option.slot))].toSorted((a, b) => a - b);
  const held = slots.map((index) => ({
    index,
    slot: itemAt(problem.slots, index),
    choices: choices.filter(({ option }) => option.slot === index),
  }));
  return { problem, choices, held };
}

/** The held slots of one task. */
export function heldOf({ held }: LaidOut, task: number): readonly HeldSlot[] {
  return held.filter(({ slot }) => slot.task === task);
}

/** What one worker was chosen for. */
export function choicesOf({ choices }: LaidOut, worker: number): readonly Choice[] {
  return choices.filter(({ option }) => option.worker === worker);
}
