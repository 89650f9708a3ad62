import type { Option, Period, Problem, Quota, Target, Worker } from '../problem.ts';
import { allWeights, flowWeights } from './bench-weights.ts';
import { generateWishes, type Wish } from './generate-tasks.ts';
import { generatePeople, type Person } from './generate-workers.ts';
import { drawPrefecture, type Prefecture } from './prefecture.ts';
import { createDraw, type Draw } from './seeded-draw.ts';
import { PERIODS } from './year-of-days.ts';

/** What a made-up year of a prefecture is like. */
export type YearShape = {
  readonly seed: number;
  readonly sessions: number;
  readonly workers: number;
  /** Requests of a hundred whose sessions need two workers. */
  readonly teamShare: number;
  /** With every named constraint and with hours of the day, or only with sessions, kilometres and shares. */
  readonly everyRule: boolean;
};

const YEN_PER_VISIT = 14_000;
const YEN_PER_KILOMETRE = 37;
const TASKS_PER_HOST = 3;

/** Makes a year of a prefecture: the same shape is the same problem on every machine. */
export function generateProblem(shape: YearShape): Problem {
  const draw = createDraw(shape.seed);
  const prefecture = drawPrefecture(draw);
  const wishes = generateWishes(draw, prefecture, shape);
  const wanted = wishes.reduce((sum, { task }) => sum + task.sessions * task.team, 0);
  const people = generatePeople(draw, prefecture, {
    people: shape.workers,
    wished: countWished(prefecture, wishes),
    everyRule: shape.everyRule,
  });
  const year = {
    prefecture,
    wishes,
    workers: people.map(({ worker }) => worker),
    ...listOptions(prefecture, wishes, people),
  };
  const rules = shape.everyRule ? addEveryRule(draw, year, wanted) : { ...flowOnly, options: year.options };
  return {
    workers: year.workers,
    tasks: wishes.map(({ task }) => task),
    slots: year.slots,
    travelMinutes: prefecture.travelMinutes,
    ...rules,
  };
}

type Listing = Pick<Problem, 'slots' | 'options'>;

function listOptions(prefecture: Prefecture, wishes: readonly Wish[], people: readonly Person[]): Listing {
  const slots = wishes.flatMap(({ times }, task) => times.map((time) => ({ ...time, task })));
  const skilled = prefecture.trades.map((_, trade) =>
    people.flatMap((person, worker) => (person.trades.has(trade) ? [{ ...person, worker }] : [])),
  );
  const options: Option[] = [];
  for (const [index, slot] of slots.entries()) {
    for (const { worker, home, freeDays, reach } of skilled[wishes[slot.task]?.trade ?? 0] ?? []) {
      const kilometres = prefecture.kilometres[home]?.[slot.place] ?? 0;
      if (kilometres <= reach && freeDays.has(slot.day)) options.push(toOption(index, worker, 2 * kilometres));
    }
  }
  return { slots, options };
}

function toOption(slot: number, worker: number, kilometres: number): Option {
  const yen = YEN_PER_VISIT + kilometres * YEN_PER_KILOMETRE;
  return { slot, worker, kilometres, yen, hold: 0, pinned: false };
}

type Rules = Pick<Problem, 'options' | 'quotas' | 'targets' | 'periods' | 'budgetYen' | 'weights'>;

const flowOnly: Omit<Rules, 'options'> = {
  quotas: [],
  targets: [],
  periods: Array.from({ length: PERIODS }, (_, index) => ({ id: `m${index + 1}`, committed: 0, even: 0 })),
  budgetYen: null,
  weights: flowWeights,
};

type Year = Listing & {
  readonly prefecture: Prefecture;
  readonly wishes: readonly Wish[];
  readonly workers: readonly Worker[];
};

function addEveryRule(draw: Draw, year: Year, wanted: number): Rules {
  const sessions = year.wishes.reduce((sum, { task }) => sum + task.sessions, 0);
  return {
    options: rememberProposal(draw, year),
    quotas: drawQuotas(draw, year.wishes),
    targets: listTargets(year),
    periods: drawPeriods(draw, sessions),
    budgetYen: wanted * (YEN_PER_VISIT + 36 * YEN_PER_KILOMETRE),
    weights: allWeights,
  };
}

/** Three requests in ten were told somebody's name before. */
function rememberProposal(draw: Draw, { slots, options }: Year): Option[] {
  const told = new Map<number, number>();
  for (const [index, option] of options.entries()) {
    const task = slots[option.slot]?.task ?? 0;
    if (!told.has(task)) told.set(task, draw.percent(30) ? index + draw.between(0, 3) : -1);
  }
  const held = new Set(told.values());
  return options.map((option, index) => (held.has(index) ? { ...option, hold: draw.pick([1, 3]) } : option));
}

/** Every third host may have fewer sessions in the year than it asks for. */
function drawQuotas(draw: Draw, wishes: readonly Wish[]): Quota[] {
  return Array.from({ length: Math.ceil(wishes.length / TASKS_PER_HOST) }, (_, host) => {
    const asked = wishes
      .slice(host * TASKS_PER_HOST, (host + 1) * TASKS_PER_HOST)
      .reduce((sum, { task }) => sum + task.sessions, 0);
    return { id: `h${host + 1}`, sessions: draw.percent(33) ? Math.max(1, asked - draw.between(1, 2)) : asked };
  });
}

/** One line of the plan for each trade: nine in ten of its sessions. */
function listTargets({ prefecture, wishes }: Year): Target[] {
  return countWished(prefecture, wishes).map((wished, trade) => ({
    id: `l${trade + 1}`,
    missing: Math.ceil(wished * 0.9),
  }));
}

function countWished({ trades }: Prefecture, wishes: readonly Wish[]): number[] {
  return trades.map((_, trade) =>
    wishes.reduce((sum, wish) => sum + (wish.trade === trade ? wish.task.sessions : 0), 0),
  );
}

function drawPeriods(draw: Draw, sessions: number): Period[] {
  const monthly = Math.ceil(sessions / PERIODS);
  return Array.from({ length: PERIODS }, (_, index) => {
    const committed = draw.between(0, Math.ceil(monthly / 4));
    return { id: `m${index + 1}`, committed, even: Math.ceil(monthly * 1.15) };
  });
}
