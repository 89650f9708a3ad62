import type { Draw } from './seeded-draw.ts';

/** A made-up prefecture: its municipalities and trades, and how far and how long it is from one place to another. */
export type Prefecture = {
  /** How many people live in each municipality, as weights. */
  readonly crowds: readonly number[];
  readonly kilometres: readonly (readonly number[])[];
  readonly travelMinutes: readonly (readonly number[])[];
  /** How common each trade is among instructors, and how often hosts wish for it. */
  readonly trades: readonly { readonly people: number; readonly wishes: number }[];
};

const MUNICIPALITIES = 35;
const TRADES = 20;
/** Roads are longer than the straight line. */
const DETOUR = 1.3;
const MINUTES_PER_KILOMETRE = 1.6;
const PAUSE_MINUTES = 30;

/** Lays out municipalities on 80 × 60 km and trades from very common to rare. */
export function drawPrefecture(draw: Draw): Prefecture {
  const points = Array.from({ length: MUNICIPALITIES }, () => ({ x: draw.between(0, 80), y: draw.between(0, 60) }));
  const kilometres = points.map((from) =>
    points.map((to) => Math.round(Math.hypot(from.x - to.x, from.y - to.y) * DETOUR)),
  );
  return {
    crowds: points.map((_, index) => Math.ceil(100 / (index + 1))),
    kilometres,
    travelMinutes: kilometres.map((row) => row.map((km) => PAUSE_MINUTES + Math.round(km * MINUTES_PER_KILOMETRE))),
    trades: Array.from({ length: TRADES }, (_, index) => ({
      people: Math.ceil(100 / (index + 6)),
      wishes: Math.ceil((100 * draw.between(7, 13)) / 10 / (index + 6)),
    })),
  };
}
