import fc from 'fast-check';
import { someWeights } from '#optimizer/problem.fixture.ts';
import type { Option, Problem, Slot, Task, Worker } from '#optimizer/problem.ts';

/** How many of each a small problem has at most. */
export type SmallSize = {
  readonly workers: number;
  readonly tasks: number;
  readonly slots: number;
  readonly options: number;
};

const periodCount = 2;
const placeCount = 3;
const few = fc.integer({ min: 0, max: 3 });
const pointer = fc.nat({ max: 99 });

const worker: fc.Arbitrary<Worker> = fc.record({
  id: fc.constant('worker'),
  cap: fc.oneof(fc.constant(null), few),
  periodCap: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.tuple(few, few) }),
  done: few,
  wake: fc.oneof(fc.constant(0), few),
  isNew: fc.boolean(),
});

const task = fc.record({
  sessions: few,
  team: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 3 }) }),
  urgency: fc.integer({ min: 0, max: 4 }),
  quotas: fc.subarray([0, 1]),
  target: fc.constantFrom(null, 0, 1),
});

/** Hours of one day, close enough to clash and far enough apart not to. */
const times = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ start: null, end: null }) },
  {
    weight: 4,
    arbitrary: fc
      .record({ from: fc.integer({ min: 18, max: 30 }), halfHours: fc.integer({ min: 1, max: 6 }) })
      .map(({ from, halfHours }) => ({ start: from * 30, end: (from + halfHours) * 30 })),
  },
);

const slot = fc.record({
  task: pointer,
  day: fc.integer({ min: 0, max: 3 }),
  times,
  place: fc.nat({ max: placeCount - 1 }),
});

const option = fc.record({
  slot: pointer,
  worker: pointer,
  kilometres: fc.integer({ min: 0, max: 90 }),
  yen: fc.constantFrom(0, 900, 1_000, 5_400),
  hold: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(1, 3, 10) }),
  pinned: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

const weight = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.constantFrom(1, 2, 20, 25, 30, 40, 50, 100, 200, 300) },
);

const weights = fc.record({
  'unserved-session': weight,
  'plan-target': weight,
  'travel-distance': fc.constantFrom(0, 1, 1, 3),
  budget: weight,
  continuity: weight,
  fairness: fc.constantFrom(0, 2, 2, 10),
  dormancy: weight,
  'month-spread': weight,
  'new-alone': weight,
  stability: weight,
});

/** One option for each pair of slot and worker: the first stays. */
function oneForEachPair(options: readonly Option[]): readonly Option[] {
  const pairs = new Map(options.toReversed().map((one) => [`${one.slot}-${one.worker}`, one]));
  return [...pairs.values()].toReversed();
}

function limitedProblem(size: SmallSize) {
  return fc.record({
    workers: fc.array(worker, { minLength: 1, maxLength: size.workers }),
    tasks: fc.array(task, { minLength: 1, maxLength: size.tasks }),
    slots: fc.array(slot, { maxLength: size.slots }),
    options: fc.array(option, { maxLength: size.options }),
    quotas: fc.tuple(few, few),
    targets: fc.tuple(few, few),
    periods: fc.tuple(fc.record({ committed: few, even: few }), fc.record({ committed: few, even: few })),
    travelMinutes: fc.array(fc.array(fc.constantFrom(0, 15, 30, 60), { minLength: 3, maxLength: 3 }), {
      minLength: placeCount,
      maxLength: placeCount,
    }),
    budgetYen: fc.constantFrom(null, 0, 2_000, 6_500),
    weights: fc.oneof({ weight: 4, arbitrary: weights }, { weight: 1, arbitrary: fc.constant(someWeights(0)) }),
  });
}

/**
 * A problem with everything in it that a problem can have, small enough to be tried through: teams, open and fixed times,
 * travel, caps, quotas, targets, budget, decisions by hand, promises, weights of 0. Decisions by hand may contradict
 * each other.
 */
export function smallProblem(size: SmallSize): fc.Arbitrary<Problem> {
  return limitedProblem(size).map((facts): Problem => {
    const { workers, tasks, quotas, targets, periods } = facts;
    const slots = facts.slots.map(({ task: at, day, times: hours, place }): Slot => {
      return { task: at % tasks.length, day, period: day % periodCount, ...hours, place };
    });
    const options = facts.options.map((one) => ({
      ...one,
      slot: slots.length === 0 ? 0 : one.slot % slots.length,
      worker: one.worker % workers.length,
    }));
    return {
      ...facts,
      workers: workers.map((one, index) => ({ ...one, id: `worker-${index}` })),
      tasks: tasks.map((one, index): Task => ({ ...one, id: `task-${index}` })),
      slots,
      options: slots.length === 0 ? [] : oneForEachPair(options),
      quotas: quotas.map((sessions, index) => ({ id: `quota-${index}`, sessions })),
      targets: targets.map((missing, index) => ({ id: `target-${index}`, missing })),
      periods: periods.map((one, index) => ({ id: `period-${index}`, ...one })),
    };
  });
}
