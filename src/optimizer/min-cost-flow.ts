import { exitCost, type Network } from './network.ts';
import { createQueue, popNode, type PriorityQueue, pushNode } from './priority-queue.ts';

/** The state of the algorithm: a network and, for each node, what a unit from there to the sink costs at the margin. */
export type FlowSearch = {
  readonly network: Network;
  readonly potential: Float64Array;
  readonly distance: Float64Array;
  readonly arrivedBy: Int32Array;
  readonly touched: number[];
  readonly queue: PriorityQueue;
  /** Arcs that were looked at. */
  arcsSeen: number;
};

/** Starts with no flow. Arcs must lead from nodes to nodes with a higher number, so that there is no cycle yet. */
export function startFlow(network: Network): FlowSearch {
  const potential = new Float64Array(network.nodes);
  for (let node = network.nodes - 1; node >= 0; node--) {
    let best = exitCost(network, node);
    const end = network.first[node + 1] as number;
    for (let at = network.first[node] as number; at < end; at++) {
      const arc = network.order[at] as number;
      if ((network.room[arc] as number) === 0) continue;
      best = Math.min(best, (network.cost[arc] as number) + (potential[network.head[arc] as number] as number));
    }
    potential[node] = best;
  }
  return {
    network,
    potential,
    distance: new Float64Array(network.nodes).fill(Infinity),
    arrivedBy: new Int32Array(network.nodes).fill(-1),
    touched: [],
    queue: createQueue(),
    arcsSeen: network.arcs,
  };
}

/**
 * Sends one unit from a node to the sink by the cheapest way and answers what that costs; null where there is no way.
 * Successive shortest paths (Busacker and Gowen) with potentials (Edmonds and Karp; Tomizawa) and a search of Dijkstra's
 * that ends as soon as the sink is reached: after each unit the flow is the cheapest of its value.
 */
export function sendUnit(search: FlowSearch, from: number): number | null {
  const last = findWay(search, from);
  const { network, potential, distance, arrivedBy, touched } = search;
  let cost: number | null = null;
  if (last >= 0) {
    cost = exitCost(network, last);
    const length = (distance[last] as number) + cost - (potential[last] as number);
    for (const node of touched) {
      const shift = length - (distance[node] as number);
      if (shift > 0) potential[node] = (potential[node] as number) + shift;
    }
    network.exitFlow[last] = (network.exitFlow[last] as number) + 1;
    for (let node = last; node !== from;) {
      const arc = arrivedBy[node] as number;
      network.room[arc] = (network.room[arc] as number) - 1;
      network.room[arc ^ 1] = (network.room[arc ^ 1] as number) + 1;
      cost += network.cost[arc] as number;
      node = network.head[arc ^ 1] as number;
    }
  }
  for (const node of touched) distance[node] = Infinity;
  touched.length = 0;
  search.queue.size = 0;
  return cost;
}

/** The node whose exit is the cheapest end of a way, or -1. Distances are in reduced costs, none below 0. */
function findWay(search: FlowSearch, from: number): number {
  const { network, potential, distance, touched, queue } = search;
  if (potential[from] === Infinity) return -1;
  let bestEnd = Infinity;
  let bestNode = -1;
  distance[from] = 0;
  touched.push(from);
  pushNode(queue, from, 0);
  while (queue.size > 0) {
    const node = popNode(queue);
    const here = queue.keys[queue.size] as number;
    if (here >= bestEnd) break;
    if (here > (distance[node] as number)) continue;
    const end = here + exitCost(network, node) - (potential[node] as number);
    if (end < bestEnd) {
      bestEnd = end;
      bestNode = node;
    }
    relaxArcs(search, node, bestEnd);
  }
  return bestNode;
}

function relaxArcs(search: FlowSearch, node: number, bestEnd: number): void {
  const { network, potential, distance, arrivedBy, touched, queue } = search;
  const base = (distance[node] as number) - (potential[node] as number);
  const end = network.first[node + 1] as number;
  search.arcsSeen += end - (network.first[node] as number);
  for (let at = network.first[node] as number; at < end; at++) {
    const arc = network.order[at] as number;
    if ((network.room[arc] as number) === 0) continue;
    const next = network.head[arc] as number;
    const reached = base + (network.cost[arc] as number) + (potential[next] as number);
    const known = distance[next] as number;
    if (reached >= known || reached >= bestEnd) continue;
    if (known === Infinity) touched.push(next);
    distance[next] = reached;
    arrivedBy[next] = arc;
    pushNode(queue, next, reached);
  }
}
