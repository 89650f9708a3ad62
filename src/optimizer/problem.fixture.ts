import { constraints, type SoftConstraintId, type Weights } from './constraint.ts';
import type { Option, Period, Problem, Quota, Slot, Target, Task, Worker } from './problem.ts';

/** Every soft constraint at one weight, but for those given. */
export function someWeights(weight: number, others: Partial<Weights> = {}): Weights {
  const soft = constraints.filter(({ level }) => level === 'soft').map(({ id }) => id as SoftConstraintId);
  return { ...(Object.fromEntries(soft.map((id) => [id, weight])) as Weights), ...others };
}

export function aWorker(facts: Partial<Worker> = {}): Worker {
  return { id: 'worker', cap: null, periodCap: null, done: 0, wake: 0, isNew: false, ...facts };
}

export function aTask(facts: Partial<Task> = {}): Task {
  return { id: 'task', sessions: 1, team: 1, urgency: 1, quotas: [], target: null, ...facts };
}

/** A slot of two hours from ten. */
export function aSlot(facts: Partial<Slot> = {}): Slot {
  return { task: 0, day: 1, period: 0, start: 600, end: 720, place: 0, ...facts };
}

export function anOption(facts: Partial<Option> = {}): Option {
  return { slot: 0, worker: 0, kilometres: 0, yen: 0, hold: 0, pinned: false, ...facts };
}

type ProblemFacts = {
  readonly workers?: readonly Partial<Worker>[];
  readonly tasks?: readonly Partial<Task>[];
  readonly slots?: readonly Partial<Slot>[];
  readonly options?: readonly Partial<Option>[];
  readonly quotas?: readonly Quota[];
  readonly targets?: readonly Target[];
  readonly periods?: readonly Period[];
  readonly travelMinutes?: readonly (readonly number[])[];
  readonly budgetYen?: number | null;
  readonly weights?: Weights;
};

/**
 * One worker who can lead the one session of one task at its one slot, in one period and place, all weights 1; with what
 * is given instead.
 */
export function aProblem(facts: ProblemFacts = {}): Problem {
  const { workers = [{}], tasks = [{}], slots = [{}], options = [{}] } = facts;
  return {
    quotas: [],
    targets: [],
    periods: [{ id: 'period', committed: 0, even: 100 }],
    travelMinutes: [[0]],
    budgetYen: null,
    weights: someWeights(1),
    ...facts,
    workers: workers.map((worker, index) => aWorker({ id: `worker-${index}`, ...worker })),
    tasks: tasks.map((task, index) => aTask({ id: `task-${index}`, ...task })),
    slots: slots.map(aSlot),
    options: options.map(anOption),
  };
}
