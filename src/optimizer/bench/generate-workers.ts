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
  /** Sessions that are wished for in each trade. */
  readonly wished: readonly number[];
  readonly everyRule: boolean;
};

/** Makes a corner's instructors: one in four knows two trades, and each takes about their share of what is wished. */
export function generatePeople(draw: Draw, prefecture: Prefecture, crew: Crew): Person[] {
  const skills = drawSkills(draw, prefecture, crew.people);
  const shares = crew.wished.map((wished, trade) => wished / skills.filter((trades) => trades.has(trade)).length);
  return skills.map((trades, index) => ({
    worker: generateWorker(draw, `w${index + 1}`, {
      share: [...trades].reduce((sum, trade) => sum + (shares[trade] ?? 0), 0),
      everyRule: crew.everyRule,
    }),
    home: draw.weighted(prefecture.crowds),
    trades,
    freeDays: drawFreeDays(draw),
    reach: draw.pick([40, 60, 90, 120]),
  }));
}

/** The trades of everybody; each trade has somebody where there are enough people. */
function drawSkills(draw: Draw, { trades }: Prefecture, people: number): ReadonlySet<number>[] {
  const common = trades.map((trade) => trade.people);
  return Array.from({ length: people }, (_, index) => {
    const known = new Set([index < trades.length ? index : draw.weighted(common)]);
    if (draw.percent(25)) known.add(draw.weighted(common));
    return known;
  });
}

type Terms = { readonly share: number; readonly everyRule: boolean };

function generateWorker(draw: Draw, id: string, { share, everyRule }: Terms): Worker {
  const cap = Math.max(1, Math.round((share * draw.between(70, 200)) / 100));
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
