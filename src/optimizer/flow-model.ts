import type { FlowSearch } from './min-cost-flow.ts';
import { startFlow } from './min-cost-flow.ts';
import type { NestedLimits } from './nested-limits.ts';
import { addArc, addNode, createNetworkDraft, type NetworkDraft, packNetwork } from './network.ts';
import { type ProblemIndex, slotOf, taskAt, workerAt } from './problem-index.ts';

/** A problem as a network: units are sessions, and an option is chosen where one flows along its arc. */
export type FlowModel = {
  readonly search: FlowSearch;
  readonly optionArc: Int32Array;
  /** Where units start, and how many. */
  readonly supplies: readonly Supply[];
};

/** Units that start at a node; those of a held slot must all be sent. */
type Supply = { readonly node: number; readonly units: number; readonly slot?: number };

export type FlowRequest = {
  readonly limits: NestedLimits;
  /** Slots of team tasks that are held; other team slots are not. */
  readonly heldSlots?: readonly number[];
  /** Points that each option costs beside its own: what a rule that is no network would make of it. */
  readonly surcharge?: ArrayLike<number>;
};

/** Makes a pinned option cheaper than anything else together could be worth. */
const PIN_POINTS = 1e9;
const NO_LIMIT = 0x7fff_ffff;

/**
 * The network target → quota → task → day of the task → person on that day → person in that month → person, whose exits
 * are the fairness steps with the reward of dormancy on the first. Units that are not sent are sessions not held.
 */
export function buildFlowModel(index: ProblemIndex, { limits, heldSlots = [], surcharge }: FlowRequest): FlowModel {
  const draft = createNetworkDraft();
  const supplies: Supply[] = [];
  const { problem } = index;
  const from = new Int32Array(problem.options.length).fill(-1);
  for (const slot of heldSlots) {
    const node = addNode(draft);
    supplies.push({ node, units: taskAt(problem, problem.slots[slot]?.task ?? 0).team, slot });
    for (const option of index.optionsOfSlot[slot] ?? []) from[option] = node;
  }
  const taskNodes = addRequestSide(index, { draft, limits, supplies });
  index.taskDays.forEach(({ task, slots }) => {
    if (taskAt(problem, task).team > 1) return;
    const taskNode = taskNodes[task] ?? 0;
    let node = taskNode;
    if (taskAt(problem, task).sessions > 1) {
      node = addNode(draft);
      addArc(draft, [taskNode, node], 1, 0);
    }
    for (const slot of slots) for (const option of index.optionsOfSlot[slot] ?? []) from[option] = node;
  });
  const to = addPeopleSide(index, draft);
  const { 'travel-distance': travel, stability, 'new-alone': newAlone } = problem.weights;
  const optionArc = Int32Array.from(problem.options, (option, at) => {
    const alone = workerAt(problem, option.worker).isNew ? newAlone : 0;
    const pin = option.pinned ? PIN_POINTS : 0;
    if ((from[at] ?? -1) < 0) return -1;
    const cost = travel * option.kilometres - stability * option.hold + alone - pin + (surcharge?.[at] ?? 0);
    return addArc(draft, [from[at] ?? 0, to[at] ?? 0], 1, cost);
  });
  return { search: startFlow(packNetwork(draft)), optionArc, supplies };
}

type RequestSide = { readonly draft: NetworkDraft; readonly limits: NestedLimits; readonly supplies: Supply[] };

/** Nodes down to the tasks. A task that nothing limits has its own supply and an exit that costs the lost session. */
function addRequestSide({ problem }: ProblemIndex, { draft, limits, supplies }: RequestSide): number[] {
  const weight = problem.weights['unserved-session'];
  const below = problem.targets.map((_, target) => unitsBelow(problem, { limits, target }));
  const targetNodes = problem.targets.map((_, at) => {
    const units = below[at] ?? 0;
    if (units === 0) return -1;
    const node = addNode(draft, { room: NO_LIMIT, base: 0 });
    const counted = addNode(draft);
    addArc(draft, [node, counted], limits.missing[at] ?? 0, -problem.weights['plan-target']);
    addArc(draft, [node, counted], units, 0);
    supplies.push({ node, units });
    return counted;
  });
  const quotaNodes = problem.quotas.map((_, at) => {
    const sessions = limits.quota[at] ?? 0;
    const target = limits.targetOfQuota[at] ?? -2;
    if (target === -2) return -1;
    const node = addNode(draft, target < 0 ? { room: NO_LIMIT, base: 0 } : null);
    if (target < 0) supplies.push({ node, units: sessions });
    else addArc(draft, [targetNodes[target] ?? 0, node], sessions, 0);
    return node;
  });
  return problem.tasks.map((task, at) => {
    const quota = limits.quotaOfTask[at] ?? -1;
    const target = limits.targetOfTask[at] ?? -1;
    const parent = quota >= 0 ? quotaNodes[quota] : target >= 0 ? targetNodes[target] : undefined;
    const node = addNode(draft, parent == null ? { room: NO_LIMIT, base: weight * task.urgency } : null);
    if (task.team > 1) return node;
    if (parent == null) supplies.push({ node, units: task.sessions });
    else addArc(draft, [parent, node], task.sessions, -weight * task.urgency);
    return node;
  });
}

function unitsBelow(problem: ProblemIndex['problem'], at: { limits: NestedLimits; target: number }): number {
  const { limits, target } = at;
  const own = problem.tasks.reduce(
    (sum, task, index) => sum + (task.team === 1 && limits.targetOfTask[index] === target ? task.sessions : 0),
    0,
  );
  return problem.quotas.reduce(
    (sum, _, index) => sum + (limits.targetOfQuota[index] === target ? (limits.quota[index] ?? 0) : 0),
    own,
  );
}

/** Nodes from the days of each person on; answers where the arc of each option ends. */
function addPeopleSide(index: ProblemIndex, draft: NetworkDraft): Int32Array {
  const { problem } = index;
  const to = new Int32Array(problem.options.length);
  const { fairness, dormancy } = problem.weights;
  const days = Map.groupBy(index.workerDays, (day) => day.worker);
  problem.workers.forEach((worker, at) => {
    const sets = (days.get(at) ?? []).flatMap((day) => day.cliques).filter((clique) => clique.length > 1);
    const setNodes = sets.map(() => addNode(draft));
    const monthNodes = worker.periodCap?.map(() => addNode(draft));
    const bonus = dormancy * Math.max(0, worker.wake);
    const exit = { room: worker.cap ?? NO_LIMIT, base: fairness * worker.done, step: fairness, bonus };
    const node = addNode(draft, exit);
    worker.periodCap?.forEach((room, period) => addArc(draft, [monthNodes?.[period] ?? node, node], room, 0));
    const nodeOf = (option: number) => monthNodes?.[slotOf(problem, option).period] ?? node;
    for (const option of index.optionsOfWorker[at] ?? []) to[option] = nodeOf(option);
    sets.forEach((set, row) => {
      const setNode = setNodes[row] ?? node;
      addArc(draft, [setNode, nodeOf(set[0] ?? 0)], 1, 0);
      for (const option of set) to[option] = setNode;
    });
  });
  return to;
}

/** The options along whose arcs something flows. */
export function chosenByFlow({ search, optionArc }: FlowModel): number[] {
  const chosen: number[] = [];
  optionArc.forEach((arc, option) => {
    if (arc >= 0 && search.network.room[arc] === 0) chosen.push(option);
  });
  return chosen;
}

/** Whether every pinned option is among the chosen ones. */
export function keepsPins({ problem }: ProblemIndex, chosen: readonly number[]): boolean {
  const all = new Set(chosen);
  return problem.options.every((option, at) => !option.pinned || all.has(at));
}
