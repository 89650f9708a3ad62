/** Whole numbers that look random and are the same for one seed on every machine. */
export type Draw = {
  /** A whole number from `from` to `to`, both included. */
  readonly between: (from: number, to: number) => number;
  /** True in so many of a hundred draws. */
  readonly percent: (share: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** `count` different ones in a new order, or all where the list is shorter. */
  readonly sample: <T>(list: readonly T[], count: number) => T[];
  /** An index, each as likely as its weight says. */
  readonly weighted: (weights: readonly number[]) => number;
};

/** Starts to draw by xorshift32; seeds that differ give draws that differ. */
export function createDraw(seed: number): Draw {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 1;
  const below = (limit: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 4_294_967_296) * limit);
  };
  for (let round = 0; round < 8; round++) below(2);
  const between = (from: number, to: number) => from + below(to - from + 1);
  return {
    between,
    percent: (share) => below(100) < share,
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
    sample: <T>(list: readonly T[], count: number) => takeSample([...list], count, below),
    weighted: (weights) => {
      let rest = below(weights.reduce((sum, weight) => sum + weight, 0));
      return weights.findIndex((weight) => (rest -= weight) < 0);
    },
  };
}

function takeSample<T>(list: T[], count: number, below: (limit: number) => number): T[] {
  const taken: T[] = [];
  while (taken.length < count && list.length > 0) taken.push(...list.splice(below(list.length), 1));
  return taken;
}
