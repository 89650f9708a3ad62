import { expect, test } from 'vitest';
import { greatestWeight } from './check-numbers.ts';
import { findContradictions, sizeLimits } from './check-problem.ts';
import { anOption, aProblem, someWeights } from './problem.fixture.ts';

const nothing = aProblem({ workers: [], tasks: [], slots: [], options: [], periods: [], travelMinutes: [] });

test.each([
  ['nothing in it', nothing],
  ['requests and nobody to send', { ...nothing, tasks: aProblem().tasks }],
  ['people and no request', { ...nothing, workers: aProblem().workers, periods: [], travelMinutes: [[0]] }],
  ['one session and one person', aProblem()],
  ['no session left to plan', aProblem({ tasks: [{ sessions: 0 }] })],
  ['weights of 0', aProblem({ weights: someWeights(0) })],
  ['the greatest weights', aProblem({ weights: someWeights(greatestWeight) })],
])('a problem with %s is sound', (_, problem) => {
  expect(findContradictions(problem)).toEqual([]);
});

test.each([
  ['workers.cap', aProblem({ workers: [{ cap: -1 }] })],
  ['workers.cap', aProblem({ workers: [{ cap: 0.5 }] })],
  ['workers.cap', aProblem({ workers: [{ cap: Number.POSITIVE_INFINITY }] })],
  ['workers.done', aProblem({ workers: [{ done: -1 }] })],
  ['workers.wake', aProblem({ workers: [{ wake: Number.NaN }] })],
  ['workers.periodCap', aProblem({ workers: [{ periodCap: [] }] })],
  ['workers.periodCap', aProblem({ workers: [{ periodCap: [-1] }] })],
  ['tasks.sessions', aProblem({ tasks: [{ sessions: -1 }] })],
  ['tasks.team', aProblem({ tasks: [{ team: 0 }] })],
  ['tasks.urgency', aProblem({ tasks: [{ urgency: 1.5 }] })],
  ['tasks.quotas', aProblem({ tasks: [{ quotas: [0] }] })],
  ['tasks.quotas', aProblem({ tasks: [{ quotas: [0, 0] }], quotas: [{ id: 'one', sessions: 1 }] })],
  ['tasks.target', aProblem({ tasks: [{ target: 0 }] })],
  ['slots.task', aProblem({ slots: [{ task: 1 }] })],
  ['slots.day', aProblem({ slots: [{ day: 0.5 }] })],
  ['slots.period', aProblem({ slots: [{ period: 1 }] })],
  ['slots.place', aProblem({ slots: [{ place: -1 }] })],
  ['slots.end', aProblem({ slots: [{ start: 600, end: 600 }] })],
  ['slots.end', aProblem({ slots: [{ start: 600, end: 1441 }] })],
  ['slots.start', aProblem({ slots: [{ start: null, end: 600 }] })],
  ['slots.end', aProblem({ slots: [{ start: 600, end: null }] })],
  ['options.slot', aProblem({ options: [{ slot: 1 }] })],
  ['options.worker', aProblem({ options: [{ worker: 1 }] })],
  ['options.kilometres', aProblem({ options: [{ kilometres: -1 }] })],
  ['options.yen', aProblem({ options: [{ yen: 0.1 }] })],
  ['options.hold', aProblem({ options: [{ hold: -1 }] })],
  ['quotas.sessions', aProblem({ quotas: [{ id: 'one', sessions: -1 }] })],
  ['targets.missing', aProblem({ targets: [{ id: 'one', missing: -1 }] })],
  ['periods.committed', aProblem({ periods: [{ id: 'april', committed: -1, even: 0 }] })],
  ['periods.even', aProblem({ periods: [{ id: 'april', committed: 0, even: 0.5 }] })],
  ['travelMinutes.length', aProblem({ travelMinutes: [[0, 0]] })],
  ['travelMinutes.minutes', aProblem({ travelMinutes: [[-1]] })],
  ['budgetYen.budgetYen', aProblem({ budgetYen: -1 })],
  ['weights.fairness', aProblem({ weights: someWeights(1, { fairness: greatestWeight + 1 }) })],
  ['weights.budget', aProblem({ weights: someWeights(1, { budget: -1 }) })],
])('a number that means nothing is told with its place: %s', (place, problem) => {
  const found = findContradictions(problem);
  expect(found.map((one) => (one.kind === 'malformed' ? `${one.of}.${one.field}` : one.kind))).toEqual([place]);
});

test('two options of one pair of slot and person are told', () => {
  const problem = aProblem({ workers: [{}, {}], options: [{}, { worker: 1 }, {}] });
  expect(findContradictions(problem)).toEqual([{ kind: 'option-twice', option: 2, other: 0 }]);
});

test('more than the engine takes on is told before anything else is looked at', () => {
  const limit = sizeLimits.tasks;
  const tasks = Array.from({ length: limit }, () => ({ sessions: -1 }));
  const beyond = aProblem({ tasks: [...tasks, {}] });
  expect(findContradictions(beyond)).toEqual([{ kind: 'too-many', of: 'tasks', count: limit + 1, limit }]);
  expect(findContradictions(aProblem({ tasks }))[0]).toMatchObject({ kind: 'malformed' });
});

test('no more than a hundred contradictions are told', () => {
  const problem = aProblem({ tasks: Array.from({ length: 300 }, () => ({ sessions: -1 })) });
  expect(findContradictions(problem)).toHaveLength(100);
});

test.each([
  ['travel-distance', aProblem({ options: [{ kilometres: 2 ** 52 }], weights: someWeights(2) })],
  ['budget', aProblem({ options: [{ yen: 2 ** 53 - 1 }], weights: someWeights(0) })],
  ['fairness', aProblem({ workers: [{ done: 2 ** 45 }], weights: someWeights(1, { fairness: 1000 }) })],
])('points that could not be counted exactly are told: %s', (constraint, problem) => {
  expect(findContradictions(problem)).toMatchObject([{ kind: 'too-large', constraint }]);
});

const pinned = (slot: number, worker = 0) => ({ slot, worker, pinned: true });
const twoDays = [{ day: 1 }, { day: 2 }];

test.each([
  ['session-limit', aProblem({ slots: twoDays, options: [pinned(0), pinned(1)] })],
  [
    'one-session-a-day',
    aProblem({
      workers: [{}, {}],
      tasks: [{ sessions: 2 }],
      slots: [{}, { start: 800, end: 900 }],
      options: [pinned(0), pinned(1, 1)],
    }),
  ],
  ['clash', aProblem({ tasks: [{}, {}], slots: [{}, { task: 1 }], options: [pinned(0), pinned(1)] })],
  [
    'yearly-cap',
    aProblem({ workers: [{ cap: 1 }], tasks: [{ sessions: 2 }], slots: twoDays, options: [pinned(0), pinned(1)] }),
  ],
  [
    'period-cap',
    aProblem({
      workers: [{ periodCap: [1] }],
      tasks: [{ sessions: 2 }],
      slots: twoDays,
      options: [pinned(0), pinned(1)],
    }),
  ],
  ['quota', aProblem({ tasks: [{ quotas: [0] }], quotas: [{ id: 'one', sessions: 0 }], options: [pinned(0)] })],
  ['team-complete', aProblem({ workers: [{}, {}], options: [pinned(0), pinned(0, 1)] })],
  ['team-complete', aProblem({ tasks: [{ team: 2 }], options: [pinned(0)] })],
  ['team-complete', aProblem({ workers: [{}, { cap: 0 }], tasks: [{ team: 2 }], options: [pinned(0), { worker: 1 }] })],
])('decisions by hand that break %s among themselves are told', (constraint, problem) => {
  expect(findContradictions(problem)).toMatchObject([{ kind: 'pins-clash', constraint }]);
});

test('decisions by hand that one free person would have to complete at two places are told', () => {
  const facts = {
    workers: [{}, {}, { cap: 1 }],
    tasks: [{ team: 2 }, { team: 2 }],
    slots: [{ task: 0 }, { task: 1, day: 2 }],
    options: [pinned(0, 0), pinned(1, 1), anOption({ slot: 0, worker: 2 }), anOption({ slot: 1, worker: 2 })],
  };
  expect(findContradictions(aProblem(facts))).toMatchObject([
    { kind: 'pins-clash', constraint: 'team-complete', entities: { slots: [0, 1] } },
  ]);
  expect(findContradictions(aProblem({ ...facts, workers: [{}, {}, { cap: 2 }] }))).toEqual([]);
});

test('decisions by hand that fit are sound, however little is left beside them', () => {
  const problem = aProblem({
    workers: [{ cap: 2 }],
    tasks: [{ sessions: 2, quotas: [0] }],
    quotas: [{ id: 'one', sessions: 2 }],
    slots: twoDays,
    options: [pinned(0), pinned(1)],
  });
  expect(findContradictions(problem)).toEqual([]);
});
