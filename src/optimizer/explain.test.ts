import { expect, test } from 'vitest';
import { explainSolution } from './explain.ts';
import { aProblem, someWeights } from './problem.fixture.ts';

const ten = { start: 600, end: 720 };
const twoDays = [
  { day: 1, ...ten },
  { day: 2, ...ten },
];
const cheap = someWeights(1, { 'unserved-session': 300 });

test('a session is explained by what it costs and what it gains', () => {
  const problem = aProblem({ options: [{ kilometres: 12 }], workers: [{ done: 3 }], weights: cheap });
  expect(explainSolution(problem, { chosen: [0] }).sessions).toEqual([
    {
      slot: 0,
      options: [0],
      parts: [
        { constraint: 'unserved-session', amount: -1, points: -300 },
        { constraint: 'travel-distance', amount: 12, points: 12 },
        { constraint: 'fairness', amount: 3, points: 3 },
      ],
      runnerUp: null,
    },
  ]);
});

test.each([
  ['another person on the same day', { worker: 1, kilometres: 15 }, 0],
  ['the same person on another day', { slot: 1, kilometres: 15 }, 1],
  ['another person on another day', { slot: 1, worker: 1, kilometres: 15 }, 1],
])('%s comes second', (_, other, slot) => {
  const problem = aProblem({ workers: [{}, {}], slots: twoDays, options: [{ kilometres: 12 }, other] });
  expect(explainSolution(problem, { chosen: [0] }).sessions[0]?.runnerUp).toEqual({
    slot,
    options: [1],
    points: 3,
    parts: [{ constraint: 'travel-distance', amount: 3, points: 3 }],
  });
});

test('a team moves to another day together, or has one person exchanged', () => {
  const team = { workers: [{}, {}, {}], tasks: [{ team: 2 }], slots: twoDays };
  const here = [{ worker: 0 }, { worker: 1 }];
  const moved = [
    { slot: 1, worker: 0 },
    { slot: 1, worker: 1, kilometres: 9 },
  ];
  const runnerUp = (options: Parameters<typeof aProblem>[0]) =>
    explainSolution(aProblem({ ...team, ...options }), { chosen: [0, 1] }).sessions[0]?.runnerUp;
  expect(runnerUp({ options: [...here, ...moved] })).toMatchObject({ slot: 1, options: [2, 3], points: 9 });
  expect(runnerUp({ options: [...here, moved[0] ?? {}, { slot: 1, worker: 2 }] })).toBeNull();
  expect(runnerUp({ options: [...here, ...moved, { worker: 2, kilometres: 8 }] })).toMatchObject({
    slot: 0,
    points: 8,
  });
});

test('what was decided by hand has no runner-up', () => {
  const problem = aProblem({ workers: [{}, {}], options: [{ pinned: true }, { worker: 1 }] });
  expect(explainSolution(problem, { chosen: [0] }).sessions[0]?.runnerUp).toBeNull();
});

const busy = {
  tasks: [{}, { sessions: 1 }],
  slots: [
    { task: 0, day: 1 },
    { task: 1, day: 1 },
  ],
  options: [{}, { slot: 1 }],
};

test.each([
  ['clash', aProblem(busy), [0]],
  ['yearly-cap', aProblem({ ...busy, workers: [{ cap: 1 }] }), [0]],
  ['period-cap', aProblem({ ...busy, workers: [{ periodCap: [1] }] }), [0]],
  ['quota', aProblem({ ...busy, tasks: [{}, { quotas: [0] }], quotas: [{ id: 'host', sessions: 0 }] }), [0]],
  ['team-complete', aProblem({ ...busy, tasks: [{}, { team: 2 }] }), []],
  ['not-worth', aProblem({ ...busy, options: [{}, { slot: 1, kilometres: 301 }], weights: cheap }), []],
  ['not-found', aProblem({ ...busy, options: [{}, { slot: 1, kilometres: 299 }], weights: cheap }), []],
])('a session is not held for %s', (rule, problem, chosen) => {
  const unserved = explainSolution(problem, { chosen }).unserved.find(({ task }) => task === 1);
  expect(unserved).toMatchObject({ sessions: 1, stops: [{ rule, workers: [0], days: [1], options: 1 }] });
});

test('a day that the task has a session on already stops everybody on it', () => {
  const problem = aProblem({
    workers: [{}, {}],
    tasks: [{ sessions: 2 }],
    slots: [{}, { start: 900, end: 960 }],
    options: [{}, { slot: 1, worker: 1 }, { worker: 1 }],
  });
  expect(explainSolution(problem, { chosen: [0] }).unserved).toMatchObject([
    { sessions: 1, stops: [{ rule: 'one-session-a-day', workers: [1], days: [1], options: 2 }], cheapest: null },
  ]);
});

test.each([
  ['has no day at all', aProblem({ slots: [], options: [] }), []],
  ['has days on which nobody could come', aProblem({ slots: twoDays, options: [] }), [1, 2]],
])('a task that %s says so', (_, problem, days) => {
  expect(explainSolution(problem, { chosen: [] }).unserved).toMatchObject([
    { stops: [{ rule: 'no-option', workers: [], days, options: 0 }], cheapest: null },
  ]);
});

test('the cheapest session that would be allowed is told with what it costs more', () => {
  const problem = aProblem({ slots: twoDays, options: [{ kilometres: 9 }, { slot: 1, kilometres: 7 }] });
  expect(explainSolution(problem, { chosen: [] }).unserved[0]?.cheapest).toEqual({
    slot: 1,
    options: [1],
    points: 6,
    parts: [
      { constraint: 'unserved-session', amount: -1, points: -1 },
      { constraint: 'travel-distance', amount: 7, points: 7 },
    ],
  });
});
