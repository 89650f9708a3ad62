import type { Worker } from '../problem.ts';
import type { Prefecture } from './prefecture.ts';
import type { Draw } from './seeded-draw.ts';
import { drawFreeDays, PERIODS } from './year-of-days.ts';

/** A worker, and what decides which sessions they can lead. */
export type Person = {
  readonly worker: Worker;
  readonly home: number;
  readonly trades: ReadonlySet<number>;
  readonly freeDays: ReadonlySet<number>;
  /** How far they go, in kilometres. */
  readonly reach: number;
};

type Crew = {
  readonly people: number;
  readonly sessions: number;
  readonly everyRule: boolean;
};

/** Makes a corner's instructors: one in four knows two trades, and some have less room than is asked of them. */
export function generatePeople(draw: Draw, prefecture: Prefecture, crew: Crew): Person[] {
  const common = prefecture.trades.map((trade) => trade.people);
  return Array.from({ length: crew.people }, (_, index) => {
    const trades = new Set([draw.weighted(common)]);
    if (draw.percent(25)) trades.add(draw.weighted(common));
    return {
      worker: generateWorker(draw, `w${index + 1}`, crew),
      home: draw.weighted(prefecture.crowds),
      trades,
      freeDays: drawFreeDays(draw),
      reach: draw.pick([30, 45, 60, 90]),
    };
  });
}

function generateWorker(draw: Draw, id: string, { people, sessions, everyRule }: Crew): Worker {
  const share = sessions / people;
  const cap = Math.max(1, Math.round((share * draw.between(120, 300)) / 100));
  const monthly = everyRule && draw.percent(30) ? draw.between(1, 3) : null;
  return {
    id,
    cap: draw.percent(10) ? null : cap,
    periodCap: monthly === null ? null : Array.from({ length: PERIODS }, () => monthly),
    done: draw.percent(30) ? draw.between(1, 3) : 0,
    wake: everyRule && draw.percent(8) ? draw.between(1, 3) : 0,
    isNew: everyRule && draw.percent(15),
  };
}
