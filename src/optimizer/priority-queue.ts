/** A binary heap of nodes by key, smallest first; a node may stand in it more than once. */
export type PriorityQueue = { keys: Float64Array; nodes: Int32Array; size: number };

export function createQueue(): PriorityQueue {
  return { keys: new Float64Array(256), nodes: new Int32Array(256), size: 0 };
}

export function pushNode(queue: PriorityQueue, node: number, key: number): void {
  if (queue.size === queue.nodes.length) grow(queue);
  const { keys, nodes } = queue;
  let at = queue.size++;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const parentKey = keys[parent] as number;
    if (parentKey <= key) break;
    keys[at] = parentKey;
    nodes[at] = nodes[parent] as number;
    at = parent;
  }
  keys[at] = key;
  nodes[at] = node;
}

/** Takes the node with the smallest key away; its key is in `keys[size]` afterwards. */
export function popNode(queue: PriorityQueue): number {
  const { keys, nodes } = queue;
  const top = nodes[0] as number;
  const topKey = keys[0] as number;
  const size = --queue.size;
  const key = keys[size] as number;
  const node = nodes[size] as number;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && (keys[child + 1] as number) < (keys[child] as number)) child++;
    if ((keys[child] as number) >= key) break;
    keys[at] = keys[child] as number;
    nodes[at] = nodes[child] as number;
    at = child;
  }
  keys[at] = key;
  nodes[at] = node;
  keys[size] = topKey;
  return top;
}

function grow(queue: PriorityQueue): void {
  const keys = new Float64Array(2 * queue.keys.length);
  const nodes = new Int32Array(2 * queue.nodes.length);
  keys.set(queue.keys);
  nodes.set(queue.nodes);
  queue.keys = keys;
  queue.nodes = nodes;
}
