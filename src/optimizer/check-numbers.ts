import type { Contradiction, NumberedPart } from './contradiction.ts';
import type { Option, Problem, Slot, Task, Worker } from './problem.ts';

const minutesOfADay = 1440;

/** The greatest weight: a thousand times what separates the dearest from the cheapest by default. */
export const greatestWeight = 1_000_000;

/** A number, what it belongs to, and between which values it may lie. */
type Bounded = { readonly field: string; readonly value: number; readonly from: number; readonly until: number };

function whole(field: string, value: number, from = 0): Bounded {
  return { field, value, from, until: Number.MAX_SAFE_INTEGER };
}

function pointer(field: string, value: number, items: readonly unknown[]): Bounded {
  return { field, value, from: 0, until: items.length - 1 };
}

function ofWorker({ cap, periodCap, done, wake }: Worker, { periods }: Problem): readonly Bounded[] {
  const caps = periodCap ?? periods.map(() => 0);
  return [
    whole('cap', cap ?? 0),
    { field: 'periodCap', value: caps.length, from: periods.length, until: periods.length },
    ...caps.map((value) => whole('periodCap', value)),
    whole('done', done),
    whole('wake', wake),
  ];
}

function ofTask({ sessions, team, urgency, quotas, target }: Task, problem: Problem): readonly Bounded[] {
  return [
    whole('sessions', sessions),
    whole('team', team, 1),
    whole('urgency', urgency),
    ...quotas.map((quota) => pointer('quotas', quota, problem.quotas)),
    ...quotas.slice(new Set(quotas).size).map((quota) => ({ field: 'quotas', value: quota, from: 1, until: 0 })),
    ...(target === null ? [] : [pointer('target', target, problem.targets)]),
  ];
}

function ofSlot({ task, day, period, start, end, place }: Slot, problem: Problem): readonly Bounded[] {
  return [
    pointer('task', task, problem.tasks),
    whole('day', day, Number.MIN_SAFE_INTEGER),
    pointer('period', period, problem.periods),
    pointer('place', place, problem.travelMinutes),
    ...timesOf(start, end),
  ];
}

/** Both are open, or the end is after the start within one day. */
function timesOf(start: number | null, end: number | null): readonly Bounded[] {
  if (start === null && end === null) return [];
  return [
    { field: 'start', value: start ?? -1, from: 0, until: minutesOfADay },
    { field: 'end', value: end ?? -1, from: (start ?? 0) + 1, until: minutesOfADay },
  ];
}

function ofOption({ slot, worker, kilometres, yen, hold }: Option, problem: Problem): readonly Bounded[] {
  return [
    pointer('slot', slot, problem.slots),
    pointer('worker', worker, problem.workers),
    whole('kilometres', kilometres),
    whole('yen', yen),
    whole('hold', hold),
  ];
}

function ofTravel(minutes: readonly number[], { travelMinutes }: Problem): readonly Bounded[] {
  const { length } = travelMinutes;
  return [
    { field: 'length', value: minutes.length, from: length, until: length },
    ...minutes.map((value) => whole('minutes', value)),
  ];
}

/** What `ofOption` says, said fast: there are a million options and hardly ever one that is malformed. */
function isSoundOption({ slot, worker, kilometres, yen, hold }: Option, { slots, workers }: Problem): boolean {
  return isIndexOf(slots, slot) && isIndexOf(workers, worker) && isWhole(kilometres) && isWhole(yen) && isWhole(hold);
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isIndexOf(items: readonly unknown[], value: number): boolean {
  return isWhole(value) && value < items.length;
}

type Part<T> = {
  readonly of: NumberedPart;
  readonly items: readonly T[];
  readonly numbers: (item: T) => readonly Bounded[];
};

function malformedIn<T>({ of, items, numbers }: Part<T>): readonly Contradiction[] {
  const found: Contradiction[] = [];
  items.forEach((item, index) => {
    for (const { field, value, from, until } of numbers(item)) {
      const isSound = Number.isSafeInteger(value) && value >= from && value <= until;
      if (!isSound) found.push({ kind: 'malformed', of, index, field, value });
    }
  });
  return found;
}

/** Every number of the problem that is not whole, not between its bounds, or points at nothing. */
export function findMalformed(problem: Problem): readonly Contradiction[] {
  const { quotas, targets, periods, weights, budgetYen } = problem;
  return [
    ...malformedIn({ of: 'workers', items: problem.workers, numbers: (worker) => ofWorker(worker, problem) }),
    ...malformedIn({ of: 'tasks', items: problem.tasks, numbers: (task) => ofTask(task, problem) }),
    ...malformedIn({ of: 'slots', items: problem.slots, numbers: (slot) => ofSlot(slot, problem) }),
    ...malformedIn({
      of: 'options',
      items: problem.options,
      numbers: (option) => (isSoundOption(option, problem) ? [] : ofOption(option, problem)),
    }),
    ...malformedIn({ of: 'quotas', items: quotas, numbers: ({ sessions }) => [whole('sessions', sessions)] }),
    ...malformedIn({ of: 'targets', items: targets, numbers: ({ missing }) => [whole('missing', missing)] }),
    ...malformedIn({
      of: 'periods',
      items: periods,
      numbers: ({ committed, even }) => [whole('committed', committed), whole('even', even)],
    }),
    ...malformedIn({ of: 'travelMinutes', items: problem.travelMinutes, numbers: (row) => ofTravel(row, problem) }),
    ...malformedIn({ of: 'budgetYen', items: [budgetYen ?? 0], numbers: (yen) => [whole('budgetYen', yen)] }),
    ...malformedIn({
      of: 'weights',
      items: Object.entries(weights),
      numbers: ([field, value]) => [{ field, value, from: 0, until: greatestWeight }],
    }),
  ];
}
