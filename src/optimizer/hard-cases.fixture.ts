import type { HardConstraintId } from './constraint.ts';
import type { ConstraintCase } from './constraint-case.fixture.ts';
import { aProblem } from './problem.fixture.ts';

/** One task with three slots on three days, each led by a person of their own. */
function threeDays(sessions: number): ConstraintCase['problem'] {
  return aProblem({
    workers: [{}, {}, {}],
    tasks: [{ sessions }],
    slots: [{ day: 1 }, { day: 2 }, { day: 3 }],
    options: [{ slot: 0 }, { slot: 1, worker: 1 }, { slot: 2, worker: 2 }],
  });
}

/** One slot for three people, of whom a session needs `team`. */
function oneTeam(team: number): ConstraintCase['problem'] {
  return aProblem({
    workers: [{}, {}, {}],
    tasks: [{ team }],
    options: [{ worker: 0 }, { worker: 1 }, { worker: 2 }],
  });
}

/** One task with a slot on each of the days, and a person for each. */
function onDays(days: readonly number[]): ConstraintCase['problem'] {
  return aProblem({
    workers: days.map(() => ({})),
    tasks: [{ sessions: days.length }],
    slots: days.map((day, index) => ({ day, start: 540 + 120 * index, end: 600 + 120 * index })),
    options: days.map((_, index) => ({ slot: index, worker: index })),
  });
}

type Times = { readonly day?: number; readonly start: number | null; readonly end: number | null };

/** One person at two places, half an hour apart one way and 45 minutes back. */
function twoVisits(first: Times, second: Times): ConstraintCase['problem'] {
  return aProblem({
    tasks: [{}, {}],
    slots: [
      { ...first, task: 0, place: 0 },
      { ...second, task: 1, place: 1 },
    ],
    options: [{ slot: 0 }, { slot: 1 }],
    travelMinutes: [
      [10, 30],
      [45, 10],
    ],
  });
}

/** Three sessions on three days of two periods, all by one person. */
function oneBusyPerson(worker: NonNullable<Parameters<typeof aProblem>[0]>['workers']): ConstraintCase['problem'] {
  return aProblem({
    ...(worker ? { workers: worker } : {}),
    tasks: [{ sessions: 3 }],
    slots: [
      { day: 1, period: 0 },
      { day: 2, period: 0 },
      { day: 3, period: 1 },
    ],
    options: [{ slot: 0 }, { slot: 1 }, { slot: 2 }],
    periods: [
      { id: 'april', committed: 0, even: 9 },
      { id: 'may', committed: 0, even: 9 },
    ],
  });
}

/** Two tasks of one host and one of another, a session each, under a quota of the first host. */
function twoHosts(sessions: number): ConstraintCase['problem'] {
  return aProblem({
    tasks: [{ quotas: [0] }, { quotas: [0, 1] }, { quotas: [1] }],
    slots: [
      { task: 0, day: 1 },
      { task: 1, day: 2 },
      { task: 2, day: 3 },
    ],
    options: [{ slot: 0 }, { slot: 1 }, { slot: 2 }],
    quotas: [
      { id: 'one', sessions },
      { id: 'other', sessions: 9 },
    ],
  });
}

const pinnedOnce = aProblem({
  tasks: [{ sessions: 2 }],
  slots: [{ day: 1 }, { day: 2 }],
  options: [{ slot: 0, pinned: true }, { slot: 1 }],
});

const ten = { start: 600, end: 720 };
const open = { start: null, end: null };

/** What each hard constraint counts at its limit and beyond. */
export const hardCases = {
  'session-limit': [
    { rule: 'where as many sessions are held as are planned', problem: threeDays(3), chosen: [0, 1, 2], amount: 0 },
    { rule: 'where fewer are held', problem: threeDays(3), chosen: [0], amount: 0 },
    { rule: 'where one more is held', problem: threeDays(2), chosen: [0, 1, 2], amount: 1 },
    { rule: 'where two more are held', problem: threeDays(1), chosen: [0, 1, 2], amount: 2 },
    { rule: 'where nothing is planned and one is held', problem: threeDays(0), chosen: [0], amount: 1 },
  ],
  'team-complete': [
    { rule: 'where two of a team of two come', problem: oneTeam(2), chosen: [0, 2], amount: 0 },
    { rule: 'where nobody comes and the slot is not held', problem: oneTeam(2), chosen: [], amount: 0 },
    { rule: 'where one of a team of two comes', problem: oneTeam(2), chosen: [1], amount: 1 },
    { rule: 'where one of a team of three comes', problem: oneTeam(3), chosen: [1], amount: 2 },
    { rule: 'where three of a team of two come', problem: oneTeam(2), chosen: [0, 1, 2], amount: 1 },
    { rule: 'where two come and one is needed', problem: oneTeam(1), chosen: [0, 1], amount: 1 },
  ],
  'one-session-a-day': [
    { rule: 'where a task is held on different days', problem: onDays([1, 2, 3]), chosen: [0, 1, 2], amount: 0 },
    { rule: 'where one of two slots of a day is held', problem: onDays([1, 1]), chosen: [1], amount: 0 },
    { rule: 'where two slots of a day are held', problem: onDays([1, 1, 2]), chosen: [0, 1, 2], amount: 1 },
    { rule: 'where three slots of a day are held', problem: onDays([1, 1, 1]), chosen: [0, 1, 2], amount: 2 },
    { rule: 'where two are held on each of two days', problem: onDays([1, 1, 2, 2]), chosen: [0, 1, 2, 3], amount: 2 },
    {
      rule: 'where two tasks are held on one day',
      problem: twoVisits(ten, { start: 750, end: 800 }),
      chosen: [0, 1],
      amount: 0,
    },
  ],
  clash: [
    { rule: 'where the way just fits', problem: twoVisits(ten, { start: 750, end: 800 }), chosen: [0, 1], amount: 0 },
    {
      rule: 'where the way takes a minute too long',
      problem: twoVisits(ten, { start: 749, end: 800 }),
      chosen: [0, 1],
      amount: 1,
    },
    {
      rule: 'where the way back just fits',
      problem: twoVisits({ start: 765, end: 800 }, ten),
      chosen: [0, 1],
      amount: 0,
    },
    {
      rule: 'where the way back takes a minute too long',
      problem: twoVisits({ start: 764, end: 800 }, ten),
      chosen: [0, 1],
      amount: 1,
    },
    {
      rule: 'where one visit lies within the other',
      problem: twoVisits(ten, { start: 630, end: 640 }),
      chosen: [0, 1],
      amount: 1,
    },
    { rule: 'where both begin at once', problem: twoVisits(ten, ten), chosen: [0, 1], amount: 1 },
    { rule: 'where the days differ', problem: twoVisits(ten, { ...ten, day: 2 }), chosen: [0, 1], amount: 0 },
    {
      rule: 'where the time of one is open, however late the other',
      problem: twoVisits(open, { start: 1300, end: 1310 }),
      chosen: [0, 1],
      amount: 1,
    },
    { rule: 'where the time of both is open', problem: twoVisits(open, open), chosen: [0, 1], amount: 1 },
    {
      rule: 'where open times are on different days',
      problem: twoVisits(open, { ...open, day: 2 }),
      chosen: [0, 1],
      amount: 0,
    },
    {
      rule: 'for each pair of three visits at one hour',
      problem: aProblem({
        tasks: [{}, {}, {}],
        slots: [{ task: 0 }, { task: 1 }, { task: 2 }],
        options: [{ slot: 0 }, { slot: 1 }, { slot: 2 }],
      }),
      chosen: [0, 1, 2],
      amount: 3,
    },
    {
      rule: 'where two people are out at one hour',
      problem: aProblem({
        workers: [{}, {}],
        tasks: [{}, {}],
        slots: [{ task: 0 }, { task: 1 }],
        options: [{ slot: 0 }, { slot: 1, worker: 1 }],
      }),
      chosen: [0, 1],
      amount: 0,
    },
    {
      rule: 'where the pause at one place is a minute too short',
      problem: aProblem({
        tasks: [{}, {}],
        slots: [{ task: 0 }, { task: 1, start: 729, end: 800 }],
        options: [{ slot: 0 }, { slot: 1 }],
        travelMinutes: [[10]],
      }),
      chosen: [0, 1],
      amount: 1,
    },
  ],
  'yearly-cap': [
    { rule: 'where the cap is just met', problem: oneBusyPerson([{ cap: 3 }]), chosen: [0, 1, 2], amount: 0 },
    { rule: 'where the cap is exceeded by one', problem: oneBusyPerson([{ cap: 2 }]), chosen: [0, 1, 2], amount: 1 },
    { rule: 'where nothing may be given', problem: oneBusyPerson([{ cap: 0 }]), chosen: [0, 1, 2], amount: 3 },
    { rule: 'where there is no cap', problem: oneBusyPerson([{ cap: null, done: 99 }]), chosen: [0, 1, 2], amount: 0 },
    {
      rule: 'of what may still be given, whatever was done',
      problem: oneBusyPerson([{ cap: 3, done: 99 }]),
      chosen: [0, 1, 2],
      amount: 0,
    },
  ],
  'period-cap': [
    {
      rule: 'where each period just meets its cap',
      problem: oneBusyPerson([{ periodCap: [2, 1] }]),
      chosen: [0, 1, 2],
      amount: 0,
    },
    {
      rule: 'where one period exceeds it',
      problem: oneBusyPerson([{ periodCap: [1, 9] }]),
      chosen: [0, 1, 2],
      amount: 1,
    },
    {
      rule: 'where both periods exceed it',
      problem: oneBusyPerson([{ periodCap: [0, 0] }]),
      chosen: [0, 1, 2],
      amount: 3,
    },
    { rule: 'where there is no cap', problem: oneBusyPerson([{ periodCap: null }]), chosen: [0, 1, 2], amount: 0 },
  ],
  quota: [
    { rule: 'where the host has as many sessions as it may', problem: twoHosts(2), chosen: [0, 1, 2], amount: 0 },
    { rule: 'where the host has one too many over its tasks', problem: twoHosts(1), chosen: [0, 1, 2], amount: 1 },
    { rule: 'where the host may have none', problem: twoHosts(0), chosen: [0, 1, 2], amount: 2 },
    { rule: 'where only the other host is served', problem: twoHosts(0), chosen: [2], amount: 0 },
    {
      rule: 'of a session once, however many come to it',
      problem: aProblem({
        workers: [{}, {}],
        tasks: [{ team: 2, quotas: [0] }],
        options: [{ worker: 0 }, { worker: 1 }],
        quotas: [{ id: 'one', sessions: 1 }],
      }),
      chosen: [0, 1],
      amount: 0,
    },
  ],
  pinned: [
    { rule: 'where what was decided by hand is chosen', problem: pinnedOnce, chosen: [0], amount: 0 },
    { rule: 'where it is not', problem: pinnedOnce, chosen: [1], amount: 1 },
    { rule: 'where nothing is chosen', problem: pinnedOnce, chosen: [], amount: 1 },
  ],
} as const satisfies Record<HardConstraintId, readonly ConstraintCase[]>;
