import type { SoftConstraintId } from './constraint.ts';
import type { ConstraintCase } from './constraint-case.fixture.ts';
import { aProblem } from './problem.fixture.ts';
import type { Problem } from './problem.ts';

/** One task with a slot on each of four days, and two people for each slot: options 0 and 1 on the first day. */
function fourDays(facts: Parameters<typeof aProblem>[0]): Problem {
  return aProblem({
    workers: [{}, {}],
    slots: [{ day: 1 }, { day: 2 }, { day: 3 }, { day: 4 }],
    options: [0, 1, 2, 3].flatMap((slot) => [
      { slot, worker: 0 },
      { slot, worker: 1 },
    ]),
    ...facts,
  });
}

const twoTasks = aProblem({
  tasks: [
    { sessions: 3, urgency: 4 },
    { sessions: 2, urgency: 1 },
  ],
  slots: [
    { task: 0, day: 1 },
    { task: 0, day: 2 },
    { task: 1, day: 3 },
  ],
  options: [{ slot: 0 }, { slot: 1 }, { slot: 2 }],
});

/** Two tasks of one line of the plan and one of none, a session each. */
function inPlan(missing: number): Problem {
  return aProblem({
    tasks: [{ target: 0 }, { target: 0 }, {}],
    slots: [
      { task: 0, day: 1 },
      { task: 1, day: 2 },
      { task: 2, day: 3 },
    ],
    options: [{ slot: 0 }, { slot: 1 }, { slot: 2 }],
    targets: [{ id: 'line', missing }],
  });
}

function costing(yen: number, budgetYen: number | null): Problem {
  return fourDays({ tasks: [{ sessions: 2 }], budgetYen, options: [{ yen: 5000 }, { yen: yen - 5000, slot: 1 }] });
}

function byTeam(team: number): Problem {
  return aProblem({
    workers: [{}, {}, {}],
    tasks: [{ sessions: 2, team }],
    slots: [{ day: 1 }, { day: 2 }],
    options: [0, 1].flatMap((slot) => [0, 1, 2].map((worker) => ({ slot, worker }))),
  });
}

function afterDone(done: number): Problem {
  return fourDays({ workers: [{ done }, {}], tasks: [{ sessions: 4 }] });
}

function nearLapse(wake: number): Problem {
  return fourDays({ workers: [{ wake }, { wake: 1 }] });
}

function months(committed: number, even: number): Problem {
  return fourDays({
    tasks: [{ sessions: 4 }],
    slots: [
      { day: 1, period: 0 },
      { day: 2, period: 0 },
      { day: 3, period: 1 },
      { day: 4, period: 1 },
    ],
    periods: [
      { id: 'april', committed, even },
      { id: 'may', committed: 0, even: 1 },
    ],
  });
}

function teamOf(...areNew: readonly boolean[]): Problem {
  return aProblem({
    workers: areNew.map((isNew) => ({ isNew })),
    tasks: [{ team: areNew.length }],
    options: areNew.map((_, worker) => ({ worker })),
  });
}

const told = fourDays({
  tasks: [{ sessions: 2 }],
  options: [{ hold: 1 }, { worker: 1 }, { slot: 1, hold: 10 }],
});

/** What each soft constraint counts at its limit and beyond. */
export const softCases = {
  'unserved-session': [
    { rule: 'where every session is held', problem: fourDays({ tasks: [{ sessions: 2 }] }), chosen: [0, 2], amount: 0 },
    { rule: 'for two of three urgent sessions and two others', problem: twoTasks, chosen: [0], amount: 4 * 2 + 2 },
    { rule: 'for one urgent session and one other', problem: twoTasks, chosen: [0, 1, 2], amount: 4 + 1 },
    { rule: 'where nothing is held', problem: twoTasks, chosen: [], amount: 4 * 3 + 2 },
    { rule: 'of a task without urgency', problem: fourDays({ tasks: [{ urgency: 0 }] }), chosen: [], amount: 0 },
    { rule: 'of a session with two people once', problem: byTeam(2), chosen: [0, 1], amount: 1 },
  ],
  'plan-target': [
    { rule: 'where the line is just met', problem: inPlan(2), chosen: [0, 1], amount: 0 },
    { rule: 'where the line has more than it misses', problem: inPlan(1), chosen: [0, 1], amount: 0 },
    { rule: 'where the line misses one more', problem: inPlan(3), chosen: [0, 1], amount: 1 },
    { rule: 'where other tasks are held', problem: inPlan(2), chosen: [2], amount: 2 },
  ],
  'travel-distance': [
    { rule: 'where nobody travels', problem: fourDays({ options: [{}] }), chosen: [0], amount: 0 },
    {
      rule: 'for each who is sent',
      problem: fourDays({
        tasks: [{ sessions: 2 }],
        options: [{ kilometres: 12 }, { slot: 1, kilometres: 30 }, { slot: 2, kilometres: 99 }],
      }),
      chosen: [0, 1],
      amount: 42,
    },
  ],
  budget: [
    { rule: 'where the budget is just used up', problem: costing(20_000, 20_000), chosen: [0, 1], amount: 0 },
    { rule: 'where a yen is missing', problem: costing(20_001, 20_000), chosen: [0, 1], amount: 1 },
    { rule: 'where a thousand yen are missing', problem: costing(21_000, 20_000), chosen: [0, 1], amount: 1 },
    { rule: 'where a thousand and one yen are missing', problem: costing(21_001, 20_000), chosen: [0, 1], amount: 2 },
    { rule: 'where nobody set a budget', problem: costing(21_001, null), chosen: [0, 1], amount: 0 },
    { rule: 'of a budget of nothing', problem: costing(21_001, 0), chosen: [0], amount: 5 },
  ],
  continuity: [
    { rule: 'where one person leads both sessions', problem: byTeam(1), chosen: [0, 3], amount: 0 },
    { rule: 'where two people lead a session each', problem: byTeam(1), chosen: [0, 4], amount: 1 },
    { rule: 'where one team of two leads both', problem: byTeam(2), chosen: [0, 1, 3, 4], amount: 0 },
    { rule: 'where one of the team changes', problem: byTeam(2), chosen: [0, 1, 3, 5], amount: 1 },
    { rule: 'where nothing is held', problem: byTeam(2), chosen: [], amount: 0 },
  ],
  fairness: [
    { rule: 'for the first session of somebody', problem: afterDone(0), chosen: [0], amount: 0 },
    { rule: 'for two sessions of somebody', problem: afterDone(0), chosen: [0, 2], amount: 0 + 1 },
    { rule: 'for one session each', problem: afterDone(0), chosen: [0, 3], amount: 0 },
    { rule: 'for four sessions of somebody', problem: afterDone(0), chosen: [0, 2, 4, 6], amount: 0 + 1 + 2 + 3 },
    { rule: 'for two more of somebody who led five', problem: afterDone(5), chosen: [0, 2], amount: 5 + 6 },
    { rule: 'for somebody who led five and leads nothing more', problem: afterDone(5), chosen: [1], amount: 0 },
  ],
  dormancy: [
    {
      rule: 'where nobody near a lapse is left out',
      problem: fourDays({ workers: [{ wake: 3 }, {}] }),
      chosen: [0],
      amount: 0,
    },
    { rule: 'of the other who is left out', problem: nearLapse(3), chosen: [0], amount: 1 },
    { rule: 'of the one who is left out', problem: nearLapse(3), chosen: [1], amount: 3 },
    { rule: 'of both where nothing is held', problem: nearLapse(3), chosen: [], amount: 4 },
  ],
  'month-spread': [
    { rule: 'where every month has its share', problem: months(1, 3), chosen: [0, 2, 4], amount: 0 },
    { rule: 'where one month has one too many', problem: months(1, 3), chosen: [0, 2, 4, 6], amount: 1 },
    { rule: 'where committed sessions alone are too many', problem: months(5, 3), chosen: [], amount: 2 },
    { rule: 'where both months have too many', problem: months(2, 3), chosen: [0, 2, 4, 6], amount: 2 },
  ],
  'new-alone': [
    { rule: 'where somebody experienced comes', problem: teamOf(false), chosen: [0], amount: 0 },
    { rule: 'where somebody new comes beside them', problem: teamOf(true, false), chosen: [0, 1], amount: 0 },
    { rule: 'where somebody new comes alone', problem: teamOf(true), chosen: [0], amount: 1 },
    { rule: 'where two new people come', problem: teamOf(true, true), chosen: [0, 1], amount: 1 },
    { rule: 'where nobody comes', problem: teamOf(true), chosen: [], amount: 0 },
  ],
  stability: [
    { rule: 'where everything told is kept', problem: told, chosen: [0, 2], amount: 0 },
    { rule: 'where what was proposed is given to somebody else', problem: told, chosen: [1, 2], amount: 1 },
    { rule: 'where what was accepted is dropped', problem: told, chosen: [0], amount: 10 },
    { rule: 'where nothing is kept', problem: told, chosen: [], amount: 11 },
  ],
} as const satisfies Record<SoftConstraintId, readonly ConstraintCase[]>;
