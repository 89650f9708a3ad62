import { slotsClash } from './hard-matches.ts';
import { itemAt } from './item-at.ts';
import type { Problem } from './problem.ts';

/** Whether the teams of held slots can be filled: with these options, never, or not found out within the steps. */
export type TeamCompletion = {
  readonly state: 'possible' | 'impossible' | 'undecided';
  /** What was chosen before and what fills the teams, rising. */
  readonly chosen: readonly number[];
  /** Slots that cannot be filled, or not together. */
  readonly slots: readonly number[];
};

/** A place in a team that is still empty, and who might take it. */
type Gap = { readonly slot: number; readonly missing: number; readonly candidates: readonly number[] };

const stepLimit = 5_000;

/** Whether a worker may take one more option beside what is chosen: clash and caps. */
function isFree(problem: Problem, chosen: readonly number[], candidate: number): boolean {
  const { slot, worker } = itemAt(problem.options, candidate);
  const { period } = itemAt(problem.slots, slot);
  const { cap, periodCap } = itemAt(problem.workers, worker);
  const own = chosen
    .map((index) => itemAt(problem.options, index).slot)
    .filter((_, position) => {
      return itemAt(problem.options, itemAt(chosen, position)).worker === worker;
    });
  if (own.some((other) => slotsClash(problem, other, slot))) return false;
  if (cap !== null && own.length >= cap) return false;
  const inPeriod = own.filter((other) => itemAt(problem.slots, other).period === period).length;
  return inPeriod < (periodCap?.[period] ?? Number.POSITIVE_INFINITY);
}

function gapsOf(problem: Problem, chosen: readonly number[]): readonly Gap[] {
  const held = new Map<number, number>();
  for (const index of chosen) {
    const { slot } = itemAt(problem.options, index);
    held.set(slot, (held.get(slot) ?? 0) + 1);
  }
  const short = [...held].flatMap(([slot, count]) => {
    const missing = itemAt(problem.tasks, itemAt(problem.slots, slot).task).team - count;
    return missing > 0 ? [{ slot, missing }] : [];
  });
  const wanted = new Map(short.map(({ slot }) => [slot, [] as number[]]));
  problem.options.forEach(({ slot }, index) => wanted.get(slot)?.push(index));
  return short.map(({ slot, missing }) => {
    const candidates = (wanted.get(slot) ?? []).filter((option) => isFree(problem, chosen, option));
    return { slot, missing, candidates };
  });
}

/**
 * Fills the teams of the slots that `chosen` holds, by trying: the slot with the fewest people to spare first. Other
 * slots stay as they are, so that only clashes and caps can stand in the way.
 */
export function completeTeams(problem: Problem, chosen: readonly number[]): TeamCompletion {
  const gaps = gapsOf(problem, chosen);
  const hopeless = gaps.filter(({ missing, candidates }) => candidates.length < missing).map(({ slot }) => slot);
  if (hopeless.length > 0) return { state: 'impossible', chosen, slots: hopeless };
  const slots = gaps.map(({ slot }) => slot);
  const places = gaps
    .toSorted((a, b) => a.candidates.length - a.missing - (b.candidates.length - b.missing))
    .flatMap(({ missing, candidates }) => Array.from({ length: missing }, () => candidates));
  const steps = { left: stepLimit };
  const found = fill(problem, chosen, { places, steps });
  if (found) return { state: 'possible', chosen: found.toSorted((a, b) => a - b), slots: [] };
  return { state: steps.left > 0 ? 'impossible' : 'undecided', chosen, slots };
}

type Search = { readonly places: readonly (readonly number[])[]; readonly steps: { left: number } };

/** Takes the first place, each candidate in turn, and then the rest; undefined where none leads on. */
function fill(problem: Problem, chosen: readonly number[], { places, steps }: Search): readonly number[] | undefined {
  const [place, ...rest] = places;
  if (!place) return chosen;
  for (const candidate of place) {
    steps.left -= 1;
    if (steps.left <= 0) return undefined;
    if (!isFree(problem, chosen, candidate)) continue;
    const found = fill(problem, [...chosen, candidate], { places: rest, steps });
    if (found) return found;
  }
  return undefined;
}
