/** A number from 0 up to, not including, 1; the same sequence for the same seed on every machine. */
export type SeededRandom = () => number;

/** mulberry32: small, fast and the same everywhere; the demonstration office needs no better one. */
export function seedRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from `min` to `max`, both included. */
export function drawInteger(random: SeededRandom, min: number, max: number): number {
  return min + Math.floor(random() * (max - min + 1));
}

/** One of the items; throws where there is none. */
export function drawItem<Item>(random: SeededRandom, items: readonly Item[]): Item {
  const item = items[drawInteger(random, 0, items.length - 1)];
  if (item === undefined) throw new RangeError('Nothing to draw from');
  return item;
}
