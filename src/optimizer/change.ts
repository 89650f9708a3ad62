import { choose, type Desk, drop, leave, overburdened } from './desk.ts';
import { handOver } from './hand-over.ts';
import { slotsClash } from './hard-matches.ts';
import { itemAt } from './item-at.ts';

/** Changes of a hundred in which somebody gives away all their sessions of a task. */
const HAND_OVER = 35;

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
  if (held.length > 1 && keepsPeople(desk) && desk.below(100) < HAND_OVER) return handOver(desk, task);
  const from = itemAt(held, desk.below(held.length));
  if (way < 60) return replace(desk, from);
  if (way < 95 && !held.includes(target)) return move(desk, from, target);
  if (way >= 98) drop(desk, from);
}

function keepsPeople({ problem: { weights } }: Desk): boolean {
  return weights.continuity > 0;
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

type Filling = { readonly robs: boolean; readonly known: readonly number[] };

const TRIES = 6;

/** Completes the team of a slot by chance; answers whether it did. */
function fill(desk: Desk, slot: number, { robs, known }: Filling): boolean {
  const candidates = itemAt(desk.optionsOfSlot, slot);
  const chosen = itemAt(desk.chosenOfSlot, slot);
  const { team } = itemAt(desk.problem.tasks, itemAt(desk.problem.slots, slot).task);
  const isKnown = (option: number) => known.includes(itemAt(desk.problem.options, option).worker);
  const familiar = known.length === 0 ? [] : candidates.filter(isKnown);
  for (let tries = 0; tries < TRIES && chosen.length < team; tries++) {
    const option = familiar.pop() ?? itemAt(candidates, desk.below(candidates.length));
    if (chosen.includes(option)) continue;
    choose(desk, option);
    if (overburdened(desk) && !(robs && rob(desk, option))) leave(desk, option);
  }
  return chosen.length === team;
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
