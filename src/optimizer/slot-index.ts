import { itemAt } from './item-at.ts';
import type { Problem } from './problem.ts';

/** Which slots a task has, and which options a slot. */
export type SlotIndex = {
  readonly slotsOfTask: readonly (readonly number[])[];
  readonly optionsOfSlot: readonly (readonly number[])[];
};

export function indexSlots({ tasks, slots, options }: Problem): SlotIndex {
  const slotsOfTask = tasks.map((): number[] => []);
  slots.forEach(({ task }, index) => itemAt(slotsOfTask, task).push(index));
  const optionsOfSlot = slots.map((): number[] => []);
  options.forEach(({ slot }, index) => itemAt(optionsOfSlot, slot).push(index));
  return { slotsOfTask, optionsOfSlot };
}
