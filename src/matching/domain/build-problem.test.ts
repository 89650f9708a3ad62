import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { findContradictions } from '#optimizer/check-problem.ts';
import { scoreSolution } from '#optimizer/score.ts';
import { buildProblem } from './build-problem.ts';
import { aPlanningInstructor, aPlanningRequest, planningFacts } from './planning.fixture.ts';
import type { PlanningFacts } from './planning-facts.ts';
import { countUnplaced, readBreakdown, readProposals, sizeOf } from './read-solution.ts';

const [monday, friday] = [plainDate('2022-12-05'), plainDate('2022-12-09')] as const;

const daysOf = (changes: Partial<PlanningFacts>) =>
  buildProblem(planningFacts(changes)).keys.slots.map(({ day }) => day);
const workerOf = (changes: Parameters<typeof aPlanningInstructor>[0]) =>
  buildProblem(planningFacts({ instructors: [aPlanningInstructor(changes)] })).problem.workers[0];

test('a week of candidate days gives a slot a day, with the hours that the host wishes', () => {
  const { problem, keys } = buildProblem(planningFacts({ requests: [aPlanningRequest({ wishedStart: '13:30' })] }));
  expect(keys.slots.map(({ day }) => day)).toEqual([5, 6, 7, 8, 9].map((day) => plainDate(`2022-12-0${day}`)));
  expect(keys.slots[0]).toMatchObject({ startsAt: '13:30', endsAt: '15:30' });
  expect(problem.slots[0]).toMatchObject({ start: 810, end: 930, day: 5, period: 1 });
  expect(findContradictions(problem)).toEqual([]);
});

test.each([
  ['closed by the plan', { closedPeriods: [{ from: monday, until: plainDate('2022-12-08'), reason: '感染症' }] }],
  ['before the days that are planned', { from: friday }],
  [
    'forbidden by hand',
    {
      pins: [5, 6, 7, 8].map(
        (day) => ({ kind: 'forbid', requestId: 'R-1', instructorId: '1', day: plainDate(`2022-12-0${day}`) }) as const,
      ),
    },
  ],
  [
    'taken by a visit of the request',
    {
      requests: [
        aPlanningRequest({
          sessions: [5, 6, 7, 8].map((day) => ({
            visitId: `V-${day}`,
            day: plainDate(`2022-12-0${day}`),
            startsAt: null,
            endsAt: null,
            isPlanned: true,
            people: 1,
          })),
        }),
      ],
    },
  ],
] satisfies readonly (readonly [string, Partial<PlanningFacts>])[])('a day %s is no slot', (_why, changes) => {
  expect(daysOf(changes)).toEqual([friday]);
});

test('who is excluded or has declined is no option on any day', () => {
  const pair = { requestId: 'R-1', instructorId: '1' };
  expect(daysOf({ declined: [pair] })).toEqual([]);
  expect(daysOf({ pins: [{ ...pair, kind: 'forbid', day: null }] })).toEqual([]);
});

test('a skilled worker stands back where a Meister of the trade is assumed', () => {
  const skilled = aPlanningInstructor({ kind: 'skilled-worker', course: null });
  expect(daysOf({ instructors: [skilled] })).toHaveLength(5);
  const extra = aPlanningInstructor({ id: '2', isExtra: true, availableWeekdays: [] });
  expect(daysOf({ instructors: [skilled, extra] })).toEqual([]);
});

test('a pin is part of every solution, and one that no rule allows is told', () => {
  const pin = { kind: 'pin', requestId: 'R-1', instructorId: '1', day: monday } as const;
  expect(buildProblem(planningFacts({ pins: [pin] })).problem.options.filter(({ pinned }) => pinned)).toHaveLength(1);
  const sunday = { ...pin, day: plainDate('2022-12-04') };
  expect(buildProblem(planningFacts({ pins: [pin, sunday] })).impossiblePins).toEqual([sunday]);
  expect(buildProblem(planningFacts({ requests: [], pins: [pin] })).impossiblePins).toEqual([]);
});

test.each([
  ['has lapsed already', '2019-01-10', 1],
  ['lapses before the year ends', '2020-02-01', 2],
  ['is far from it', '2022-05-01', 0],
])('the wake of somebody who %s', (_when, day, wake) => {
  expect(workerOf({ lastActivityOn: plainDate(day) })).toMatchObject({ wake, isNew: false });
});

test('the cap of a person is what is left of it, and who never led a session is new', () => {
  expect(workerOf({ yearlyCap: 5, held: 2, planned: 1 })).toMatchObject({ cap: 2, done: 3, wake: 0, isNew: false });
  expect(workerOf({ yearlyCap: 1, planned: 2 })).toMatchObject({ cap: 0 });
  expect(workerOf({})).toMatchObject({ cap: null, isNew: true });
});

test('what a host may still have in the year is shared by its requests, and what a request may have is its own', () => {
  const capped = (id: string, per: 'year' | 'request') =>
    aPlanningRequest({ id, hostCap: { sessions: 5, per, used: 2 } });
  const requests = [
    capped('R-1', 'year'),
    capped('R-2', 'year'),
    capped('R-3', 'request'),
    aPlanningRequest({ id: 'R-4' }),
  ];
  const { problem } = buildProblem(planningFacts({ requests }));
  expect(problem.quotas.map(({ sessions }) => sessions)).toEqual([3, 3]);
  expect(problem.tasks.map(({ quotas }) => quotas)).toEqual([[0], [0], [1], []]);
});

test('the monthly cap of a person is what is left of it in each month', () => {
  const busy = [{ day: monday, startsAt: null, endsAt: null, municipalityCode: '352039' }];
  expect(workerOf({ monthlyCap: 2, busy, planned: 1 })?.periodCap).toEqual([2, 1, 2, 2, 2]);
});

test('ways are there and back, and a fare of the place stands before the kilometre', () => {
  const requests = [aPlanningRequest({ municipalityCode: '352012' })];
  const [option] = buildProblem(planningFacts({ requests })).problem.options;
  expect(option?.kilometres).toBeGreaterThan(50);
  expect(option?.yen).toBeCloseTo((option?.kilometres ?? 0) * 37, -2);
  const costs = { perKilometreYen: 37, fares: { '352012': 2400 } };
  expect(buildProblem(planningFacts({ requests, costs })).problem.options[0]?.yen).toBe(2400);
});

test('two sessions of a day leave the time to travel that is estimated for that day, be it from a later day on', () => {
  const hours = (id: string, wishedStart: string) => aPlanningRequest({ id, wishedStart, openSessions: 1 });
  const travel = [{ validFrom: plainDate('2022-12-07'), kilometresAnHour: 40, extraMinutes: 45 }];
  const requests = [hours('R-1', '10:00'), hours('R-2', '12:30')];
  const { problem, keys } = buildProblem(planningFacts({ requests, travel }));
  expect(findContradictions(problem)).toEqual([]);
  const clashes = keys.slots.slice(0, 5).map(({ day }) => {
    const chosen = problem.options.flatMap(({ slot }, index) => (keys.slots[slot]?.day === day ? [index] : []));
    expect(chosen).toHaveLength(2);
    return scoreSolution(problem, { chosen }).constraints.find(({ id }) => id === 'clash')?.amount;
  });
  expect(clashes).toEqual([0, 0, 1, 1, 1]);
});

test('an estimate that begins after the days that are planned makes no more of the problem', () => {
  const travel = [{ validFrom: plainDate('2023-04-01'), kilometresAnHour: 20, extraMinutes: 45 }];
  expect(buildProblem(planningFacts({ travel })).problem).toEqual(buildProblem(planningFacts()).problem);
});

test('a solution is read as proposals with what is left unplaced, and its points by constraint', () => {
  const built = buildProblem(planningFacts({ requests: [aPlanningRequest({ openSessions: 3, priority: 1 })] }));
  const solution = { chosen: [0, 2] };
  expect(readProposals(built, solution)).toMatchObject([
    {
      requestId: 'R-1',
      visitOn: monday,
      instructorIds: ['1'],
      explanation: { instructors: [{ before: 0, after: 2 }] },
    },
    { visitOn: plainDate('2022-12-07') },
  ]);
  expect(countUnplaced(built, solution)).toEqual([{ requestId: 'R-1', sessions: 1 }]);
  const breakdown = readBreakdown(scoreSolution(built.problem, solution));
  expect(breakdown).toContainEqual({ rule: 'unserved-session', amount: 4, points: 1200 });
  expect(sizeOf(built.problem)).toEqual({ requests: 1, sessions: 3, instructors: 1, slots: 5, options: 5 });
});

test('nothing to plan is a problem that is sound', () => {
  for (const changes of [{ requests: [] }, { instructors: [] }, { requests: [], instructors: [] }]) {
    expect(findContradictions(buildProblem(planningFacts(changes)).problem)).toEqual([]);
  }
});
