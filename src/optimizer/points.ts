import { optionAt, type ProblemIndex, slotAt } from './problem-index.ts';

/** What a set of chosen options comes to, counted per task, worker and period. */
type Tally = {
  readonly heldOfTask: Int32Array;
  readonly chosenOfWorker: Int32Array;
  readonly heldOfPeriod: Int32Array;
  readonly peopleOfTask: readonly Set<number>[];
  kilometres: number;
  yen: number;
  newAlone: number;
};

/** The points of a solution that keeps the hard rules, for the engine's own comparisons. */
export function pointsOf(index: ProblemIndex, chosen: readonly number[]): number {
  const tally = tallyUp(index, chosen);
  return taskPoints(index, tally) + workerPoints(index, tally) + totalPoints(index, tally) + lostHold(index, chosen);
}

function tallyUp({ problem }: ProblemIndex, chosen: readonly number[]): Tally {
  const tally: Tally = {
    heldOfTask: new Int32Array(problem.tasks.length),
    chosenOfWorker: new Int32Array(problem.workers.length),
    heldOfPeriod: new Int32Array(problem.periods.length),
    peopleOfTask: problem.tasks.map(() => new Set()),
    kilometres: 0,
    yen: 0,
    newAlone: 0,
  };
  for (const [slot, options] of Map.groupBy(chosen, (option) => optionAt(problem, option).slot)) {
    const { task, period } = slotAt(problem, slot);
    tally.heldOfTask[task] = (tally.heldOfTask[task] ?? 0) + 1;
    tally.heldOfPeriod[period] = (tally.heldOfPeriod[period] ?? 0) + 1;
    let experienced = false;
    for (const option of options) {
      const { worker, kilometres, yen } = optionAt(problem, option);
      tally.chosenOfWorker[worker] = (tally.chosenOfWorker[worker] ?? 0) + 1;
      tally.peopleOfTask[task]?.add(worker);
      tally.kilometres += kilometres;
      tally.yen += yen;
      experienced ||= problem.workers[worker]?.isNew === false;
    }
    if (!experienced) tally.newAlone += 1;
  }
  return tally;
}

function taskPoints({ problem }: ProblemIndex, tally: Tally): number {
  const { weights, targets } = problem;
  const heldOfTarget = targets.map(() => 0);
  let points = 0;
  problem.tasks.forEach((task, at) => {
    const held = tally.heldOfTask[at] ?? 0;
    points += weights['unserved-session'] * task.urgency * (task.sessions - held);
    points += weights.continuity * Math.max(0, (tally.peopleOfTask[at]?.size ?? 0) - task.team);
    if (task.target != null) heldOfTarget[task.target] = (heldOfTarget[task.target] ?? 0) + held;
  });
  targets.forEach((target, at) => {
    points += weights['plan-target'] * Math.max(0, target.missing - (heldOfTarget[at] ?? 0));
  });
  return points;
}

function workerPoints({ problem }: ProblemIndex, tally: Tally): number {
  const { fairness, dormancy } = problem.weights;
  let points = 0;
  problem.workers.forEach((worker, at) => {
    const count = tally.chosenOfWorker[at] ?? 0;
    points += fairness * (worker.done * count + (count * (count - 1)) / 2);
    if (count === 0 && worker.wake > 0) points += dormancy * worker.wake;
  });
  return points;
}

function totalPoints({ problem }: ProblemIndex, tally: Tally): number {
  const { weights, budgetYen } = problem;
  const over = budgetYen == null ? 0 : Math.ceil(Math.max(0, tally.yen - budgetYen) / 1000);
  let points = weights['travel-distance'] * tally.kilometres + weights.budget * over;
  points += weights['new-alone'] * tally.newAlone;
  problem.periods.forEach((period, at) => {
    const sessions = period.committed + (tally.heldOfPeriod[at] ?? 0);
    points += weights['month-spread'] * Math.max(0, sessions - period.even);
  });
  return points;
}

function lostHold({ problem }: ProblemIndex, chosen: readonly number[]): number {
  const all = problem.options.reduce((sum, option) => sum + option.hold, 0);
  const kept = chosen.reduce((sum, option) => sum + optionAt(problem, option).hold, 0);
  return problem.weights.stability * (all - kept);
}
