import { choose, type Desk, drop, leave, overburdened } from './desk.ts';
import { itemAt } from './item-at.ts';

type Handing = { readonly from: number; readonly to: number };

/**
 * Another person in all sessions of a task that somebody leads, which changes of single sessions hardly come to: on the
 * way there the task would have two. Where that is more than the other can, they give away another task, half of the time
 * to the first.
 */
export function handOver(desk: Desk, task: number): void {
  const held = itemAt(desk.heldOfTask, task);
  const slot = itemAt(held, desk.below(held.length));
  const chosen = itemAt(desk.chosenOfSlot, slot);
  const from = workerOf(desk, itemAt(chosen, desk.below(chosen.length)));
  const to = somebodyAt(desk, slot);
  if (to === from) return;
  giveAll(desk, task, { from, to });
  if (overburdened(desk)) passOn(desk, task, { from: to, to: from });
}

/** Gives away another task of somebody. */
function passOn(desk: Desk, kept: number, { from, to }: Handing): void {
  const others = itemAt(desk.score.tally.slotsOfWorker, from).filter((slot) => taskOf(desk, slot) !== kept);
  if (others.length === 0) return;
  const slot = itemAt(others, desk.below(others.length));
  const third = desk.below(2) === 0 ? to : somebodyAt(desk, slot);
  if (third !== from) giveAll(desk, taskOf(desk, slot), { from, to: third });
}

/** On the same days where the other can, else on days when the whole team can; what finds no day is given up. */
function giveAll(desk: Desk, task: number, { from, to }: Handing): void {
  const slots = [...itemAt(desk.heldOfTask, task)];
  for (const slot of slots) {
    const chosen = itemAt(desk.chosenOfSlot, slot);
    const given = chosen.find((option) => workerOf(desk, option) === from);
    if (given === undefined || chosen.some((option) => workerOf(desk, option) === to)) continue;
    leave(desk, given);
    const taken = optionOf(desk, slot, to);
    if (taken !== undefined) {
      choose(desk, taken);
      if (desk.score.amounts.clash === 0) continue;
      leave(desk, taken);
    }
    const team = [...chosen.map((option) => workerOf(desk, option)), to];
    drop(desk, slot);
    holdWith(desk, task, team);
  }
}

/** A session with just these people, at the first time from a chance one on that suits all. */
function holdWith(desk: Desk, task: number, team: readonly number[]): void {
  const slots = itemAt(desk.slotsOfTask, task);
  const first = desk.below(slots.length);
  for (let at = 0; at < slots.length; at++) {
    const slot = itemAt(slots, (first + at) % slots.length);
    if (itemAt(desk.chosenOfSlot, slot).length > 0) continue;
    const options = team.flatMap((worker) => optionOf(desk, slot, worker) ?? []);
    if (options.length < team.length) continue;
    for (const option of options) choose(desk, option);
    if (desk.score.amounts.clash + desk.score.amounts['one-session-a-day'] === 0) return;
    for (const option of options) leave(desk, option);
  }
}

function workerOf({ problem }: Desk, option: number): number {
  return itemAt(problem.options, option).worker;
}

function taskOf({ problem }: Desk, slot: number): number {
  return itemAt(problem.slots, slot).task;
}

function optionOf(desk: Desk, slot: number, worker: number): number | undefined {
  return itemAt(desk.optionsOfSlot, slot).find((option) => workerOf(desk, option) === worker);
}

/** Somebody by chance who could come at that time. */
function somebodyAt(desk: Desk, slot: number): number {
  const options = itemAt(desk.optionsOfSlot, slot);
  return workerOf(desk, itemAt(options, desk.below(options.length)));
}
