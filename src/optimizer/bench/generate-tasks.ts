import type { Slot, Task } from '../problem.ts';
import type { Prefecture } from './prefecture.ts';
import type { Draw } from './seeded-draw.ts';
import { drawCandidateDays, periodOf } from './year-of-days.ts';

/** A task, its trade and place, and the times at which its sessions can be. */
export type Wish = {
  readonly task: Task;
  readonly trade: number;
  readonly place: number;
  readonly times: readonly Omit<Slot, 'task'>[];
};

type Year = { readonly sessions: number; readonly teamShare: number; readonly everyRule: boolean };

/** Makes the requests of a year in the order in which they came in, exactly as many sessions as asked for. */
export function generateWishes(draw: Draw, prefecture: Prefecture, year: Year): Wish[] {
  const wishes: Wish[] = [];
  let left = year.sessions;
  while (left > 0) {
    const sessions = Math.min(left, draw.pick([1, 1, 1, 1, 1, 2, 2, 2, 3, 4]));
    left -= sessions;
    wishes.push(generateWish(draw, prefecture, { ...year, sessions, number: wishes.length }));
  }
  return wishes;
}

type OneRequest = Year & { readonly number: number };

function generateWish(draw: Draw, prefecture: Prefecture, year: OneRequest): Wish {
  const trade = draw.weighted(prefecture.trades.map(({ wishes }) => wishes));
  const place = draw.weighted(prefecture.crowds);
  const days = drawCandidateDays(draw, year.sessions * 4 + draw.between(1, 3));
  return {
    trade,
    place,
    task: {
      id: `t${year.number + 1}`,
      sessions: year.sessions,
      team: draw.percent(year.teamShare) ? 2 : 1,
      urgency: draw.pick([4, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1]),
      quotas: year.everyRule ? [Math.floor(year.number / 3)] : [],
      target: year.everyRule ? trade : null,
    },
    times: days.flatMap((day) =>
      drawTimes(draw, year.everyRule).map((time) => ({ ...time, ...whenAndWhere(day, place) })),
    ),
  };
}

function whenAndWhere(day: number, place: number): Pick<Slot, 'day' | 'period' | 'place'> {
  return { day, period: periodOf(day), place };
}

type Time = Pick<Slot, 'start' | 'end'>;

/** Open hours; with every rule, mostly a morning, an afternoon, or the choice between both. */
function drawTimes(draw: Draw, everyRule: boolean): Time[] {
  if (!everyRule || draw.percent(20)) return [{ start: null, end: null }];
  const minutes = draw.pick([60, 90, 120]);
  const morning = draw.pick([540, 570, 600]);
  const afternoon = draw.pick([780, 810, 840]);
  const starts = draw.pick([[morning], [afternoon], [morning, afternoon]]);
  return starts.map((start) => ({ start, end: start + minutes }));
}
