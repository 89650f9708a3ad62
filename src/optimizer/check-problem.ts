import { findMalformed } from './check-numbers.ts';
import { findPinClashes } from './check-pins.ts';
import type { SoftConstraintId } from './constraint.ts';
import type { Contradiction, CountedPart } from './contradiction.ts';
import type { Problem } from './problem.ts';

/** What the engine takes on: more than twice a prefecture-year of 2,000 sessions by 400 people. */
export const sizeLimits: Readonly<Record<CountedPart, number>> = {
  workers: 2_000,
  tasks: 5_000,
  slots: 100_000,
  options: 1_000_000,
  periods: 400,
  places: 5_000,
  pins: 10_000,
};

/** How many contradictions are told: whoever reads them mends the first and asks again. */
const toldAtMost = 100;

function findExcess(problem: Problem): readonly Contradiction[] {
  const counts: Readonly<Record<CountedPart, number>> = {
    workers: problem.workers.length,
    tasks: problem.tasks.length,
    slots: problem.slots.length,
    options: problem.options.length,
    periods: problem.periods.length,
    places: problem.travelMinutes.length,
    pins: problem.options.filter(({ pinned }) => pinned).length,
  };
  return Object.entries(counts).flatMap(([part, count]) => {
    const of = part as CountedPart;
    return count > sizeLimits[of] ? [{ kind: 'too-many' as const, of, count, limit: sizeLimits[of] }] : [];
  });
}

/** Options of one pair of slot and worker after the first. One bit for each pair: there may be 200 million. */
function findTwice({ options, slots, workers }: Problem): readonly Contradiction[] {
  const seen = new Uint8Array(Math.ceil((slots.length * workers.length) / 8));
  const found: Contradiction[] = [];
  options.forEach(({ slot, worker }, option) => {
    const pair = slot * workers.length + worker;
    const byte = seen[pair >> 3] ?? 0;
    const bit = 1 << (pair & 7);
    seen[pair >> 3] = byte | bit;
    if ((byte & bit) === 0 || found.length === toldAtMost) return;
    const other = options.findIndex((one) => one.slot === slot && one.worker === worker);
    found.push({ kind: 'option-twice', option, other });
  });
  return found;
}

function total<T>(items: readonly T[], amount: (item: T) => number): number {
  return items.reduce((sum, item) => sum + amount(item), 0);
}

/** What each constraint counts at the very most, whatever is chosen. */
function greatestAmounts(problem: Problem): Readonly<Record<SoftConstraintId, number>> {
  const { workers, tasks, slots, options, targets, periods } = problem;
  return {
    'unserved-session': total(tasks, ({ sessions, urgency }) => sessions * urgency),
    'plan-target': total(targets, ({ missing }) => missing),
    'travel-distance': total(options, ({ kilometres }) => kilometres),
    // Yen are added up before they are divided.
    budget: total(options, ({ yen }) => yen),
    continuity: options.length,
    fairness: total(workers, ({ done }) => (done + slots.length) * slots.length),
    dormancy: total(workers, ({ wake }) => wake),
    'month-spread': total(periods, ({ committed }) => committed + slots.length),
    'new-alone': slots.length,
    stability: total(options, ({ hold }) => hold),
  };
}

/** Constraints whose points, or all points together, might leave the numbers that are exact. */
function findTooLarge(problem: Problem): readonly Contradiction[] {
  const points = Object.entries(greatestAmounts(problem)).map(([id, amount]) => {
    const constraint = id as SoftConstraintId;
    return { constraint, points: amount * Math.max(1, problem.weights[constraint]) };
  });
  const greatest = points.toSorted((a, b) => b.points - a.points).slice(0, 1);
  if (total(points, (one) => one.points) <= Number.MAX_SAFE_INTEGER) return [];
  return greatest.map((one) => ({ kind: 'too-large' as const, ...one }));
}

/**
 * What makes a problem one that cannot be solved: sizes, then numbers, then what was decided by hand. Each step is looked
 * at when those before it are sound. A problem with nothing in it is sound. Up to 100 are told.
 */
export function findContradictions(problem: Problem): readonly Contradiction[] {
  for (const find of [findExcess, findMalformed, findTwice, findTooLarge, findPinClashes]) {
    const found = find(problem);
    if (found.length > 0) return found.slice(0, toldAtMost);
  }
  return [];
}
