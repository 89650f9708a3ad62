/**
 * A network with one sink. Arc 2k runs forward, arc 2k + 1 back; the room of an arc is what can still flow along it.
 * Instead of arcs to the sink, nodes have an exit: its first unit costs `base - bonus`, unit k + 1 costs `base + k·step`.
 */
export type Network = {
  readonly nodes: number;
  readonly arcs: number;
  /** Arcs of node v: `order` from `first[v]` up to `first[v + 1]`. */
  readonly first: Int32Array;
  readonly order: Int32Array;
  readonly head: Int32Array;
  readonly cost: Float64Array;
  readonly room: Int32Array;
  readonly exitBase: Float64Array;
  readonly exitStep: Float64Array;
  readonly exitBonus: Float64Array;
  readonly exitRoom: Int32Array;
  readonly exitFlow: Int32Array;
};

/** A network that is being put together. */
export type NetworkDraft = {
  readonly tails: number[];
  readonly heads: number[];
  readonly costs: number[];
  readonly rooms: number[];
  readonly exits: (Exit | null)[];
};

type Exit = { readonly room: number; readonly base: number; readonly step?: number; readonly bonus?: number };

export function createNetworkDraft(): NetworkDraft {
  return { tails: [], heads: [], costs: [], rooms: [], exits: [] };
}

/** Adds a node, with an exit to the sink where one is given. */
export function addNode(draft: NetworkDraft, exit: Exit | null = null): number {
  return draft.exits.push(exit) - 1;
}

/** Adds an arc and answers its number. */
export function addArc(draft: NetworkDraft, ends: readonly [number, number], room: number, cost: number): number {
  draft.tails.push(ends[0]);
  draft.heads.push(ends[1]);
  draft.rooms.push(room);
  draft.costs.push(cost);
  return 2 * (draft.tails.length - 1);
}

/** Packs a draft into arrays, arcs by their tail. */
export function packNetwork(draft: NetworkDraft): Network {
  const nodes = draft.exits.length;
  const arcs = 2 * draft.tails.length;
  const head = new Int32Array(arcs);
  const cost = new Float64Array(arcs);
  const room = new Int32Array(arcs);
  draft.tails.forEach((tail, pair) => {
    head[2 * pair] = draft.heads[pair] as number;
    head[2 * pair + 1] = tail;
    cost[2 * pair] = draft.costs[pair] as number;
    cost[2 * pair + 1] = -(draft.costs[pair] as number);
    room[2 * pair] = draft.rooms[pair] as number;
  });
  const exit = (pick: (exit: Exit) => number) => draft.exits.map((found) => (found == null ? 0 : pick(found)));
  return {
    nodes,
    arcs,
    ...orderByTail(nodes, head),
    head,
    cost,
    room,
    exitBase: Float64Array.from(exit((found) => found.base)),
    exitStep: Float64Array.from(exit((found) => found.step ?? 0)),
    exitBonus: Float64Array.from(exit((found) => found.bonus ?? 0)),
    exitRoom: Int32Array.from(exit((found) => found.room)),
    exitFlow: new Int32Array(nodes),
  };
}

function orderByTail(nodes: number, head: Int32Array): { first: Int32Array; order: Int32Array } {
  const first = new Int32Array(nodes + 1);
  for (let arc = 0; arc < head.length; arc++) {
    const after = (head[arc ^ 1] as number) + 1;
    first[after] = (first[after] as number) + 1;
  }
  for (let node = 0; node < nodes; node++) first[node + 1] = (first[node + 1] as number) + (first[node] as number);
  const next = first.slice(0, nodes);
  const order = new Int32Array(head.length);
  for (let arc = 0; arc < head.length; arc++) {
    const tail = head[arc ^ 1] as number;
    order[next[tail] as number] = arc;
    next[tail] = (next[tail] as number) + 1;
  }
  return { first, order };
}

/** What the next unit through a node's exit costs; Infinity where it is full. */
export function exitCost(network: Network, node: number): number {
  const flow = network.exitFlow[node] as number;
  if (flow >= (network.exitRoom[node] as number)) return Infinity;
  const bonus = flow === 0 ? (network.exitBonus[node] as number) : 0;
  return (network.exitBase[node] as number) + (network.exitStep[node] as number) * flow - bonus;
}
