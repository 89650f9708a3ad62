import { buildFlowModel, chosenByFlow, type FlowModel, keepsPins } from './flow-model.ts';
import { sendUnit } from './min-cost-flow.ts';
import { nestLimits } from './nested-limits.ts';
import { pointsOf } from './points.ts';
import type { ProblemIndex } from './problem-index.ts';

/** A solution that keeps every hard rule, with a bound for all. */
export type FlowSolution = { readonly chosen: readonly number[]; readonly bound: number; readonly steps: number };

/**
 * The best solution by the rules that are a network, where all hard rules are: one person for each session, clashes that
 * split a day into separate sets, nested quotas and targets. Continuity, budget and the spread over months only cost, so
 * without them its points are a bound; where they cost nothing in it, it is proven best. Null where it is no network.
 */
export function solveFlow(index: ProblemIndex): FlowSolution | null {
  const { problem } = index;
  const network = problem.tasks.every((task) => task.team === 1) && index.workerDays.every((day) => day.laminar);
  const limits = network ? nestLimits(index) : null;
  if (limits == null) return null;
  const model = buildFlowModel(index, { limits });
  sendAll(model);
  const chosen = chosenByFlow(model);
  if (!keepsPins(index, chosen)) throw new Error('no solution keeps every pinned option');
  const target = limits.withTargets ? problem.weights['plan-target'] : 0;
  const weights = { ...problem.weights, continuity: 0, budget: 0, 'month-spread': 0, 'plan-target': target };
  const bound = pointsOf({ ...index, problem: { ...problem, weights } }, chosen);
  return { chosen, bound, steps: stepsOf(model) };
}

/**
 * A good solution in which exactly the given slots of team tasks are held: the rest is a flow again. Days whose clashes
 * are no separate sets count as one, which is feasible. Slots whose team cannot be completed are given up one by one.
 * Null where the quotas and targets are no network, or pinned options do not fit.
 */
export function solveAround(
  index: ProblemIndex,
  heldSlots: readonly number[],
  surcharge?: ArrayLike<number>,
): FlowSolution | null {
  const narrow = index.workerDays.every((day) => day.laminar) ? index : oneADay(index);
  let held = [...heldSlots];
  let steps = 0;
  for (;;) {
    const limits = nestLimits(index, held);
    if (limits == null) return null;
    const model = buildFlowModel(narrow, { limits, heldSlots: held, ...(surcharge == null ? {} : { surcharge }) });
    const failed = sendAll(model);
    steps += stepsOf(model);
    if (failed == null) {
      const chosen = chosenByFlow(model);
      return keepsPins(index, chosen) ? { chosen, bound: 0, steps } : null;
    }
    held = held.filter((slot) => slot !== failed);
  }
}

function oneADay(index: ProblemIndex): ProblemIndex {
  return { ...index, workerDays: index.workerDays.map((day) => ({ ...day, cliques: [day.options], laminar: true })) };
}

/** Looking at so many arcs is as much work as one step of the engine, an iteration of the simplex method. */
const ARCS_PER_STEP = 1000;

function stepsOf({ search }: FlowModel): number {
  return Math.ceil(search.arcsSeen / ARCS_PER_STEP);
}

/** Sends every unit; answers the held slot whose team is not complete, if there is one. */
function sendAll({ search, supplies }: FlowModel): number | null {
  for (const { node, units, slot } of supplies) {
    for (let unit = 0; unit < units; unit++) {
      if (sendUnit(search, node) == null && slot != null) return slot;
    }
  }
  return null;
}
