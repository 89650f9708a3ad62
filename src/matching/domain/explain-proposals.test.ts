import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { completeTeams } from '#optimizer/complete-teams.ts';
import { buildProblem } from './build-problem.ts';
import { wholeDays } from './candidate.fixture.ts';
import { commitOffers } from './commit-offers.ts';
import { explainProposals } from './explain-proposals.ts';
import type { PlanningFacts } from './planning-facts.ts';
import { aPlanningInstructor, aPlanningOffer, aPlanningRequest, planningFacts } from './planning.fixture.ts';

const monday = plainDate('2022-12-05');
const friday = plainDate('2022-12-09');

/** The proposal in which the options of these people and days are chosen: `request instructor day`. */
function explain(facts: PlanningFacts, ...wanted: readonly string[]) {
  const planning = buildProblem(facts);
  const { problem, keys } = planning;
  const chosen = problem.options.flatMap(({ slot, worker }, index) => {
    const day = keys.slots[slot]?.day ?? '';
    const requestId = keys.requestIds[problem.slots[slot]?.task ?? -1];
    return wanted.includes(`${requestId} ${keys.instructorIds[worker]} ${day}`) ? [index] : [];
  });
  expect(chosen).toHaveLength(wanted.length);
  return explainProposals(planning, facts, completeTeams(problem, chosen));
}

const oneSession = aPlanningRequest({ openSessions: 1 });
const onMonday = aPlanningRequest({ candidateDates: [{ from: monday, until: monday }] });
const far = aPlanningInstructor({ id: '2', municipalityCode: '352012' });

test('a proposal tells what it gains and costs, and who comes second by how much', () => {
  const facts = planningFacts({ requests: [oneSession], instructors: [aPlanningInstructor(), far] });
  const [proposal] = explain(facts, `R-1 1 ${monday}`).proposals;
  expect(proposal?.explanation.parts[0]).toEqual({ rule: 'unserved-session', amount: -2, points: -600 });
  expect(proposal?.explanation.instructors.map(({ instructorId }) => instructorId)).toEqual(['1']);
  expect(proposal?.explanation.runnerUp).toMatchObject({
    visitOn: plainDate('2022-12-06'),
    instructorIds: ['1'],
    points: 0,
  });
});

test('where only one day is left, another person comes second for the longer way', () => {
  const facts = planningFacts({
    requests: [{ ...oneSession, candidateDates: [{ from: monday, until: monday }] }],
    instructors: [aPlanningInstructor(), far],
  });
  const runnerUp = explain(facts, `R-1 1 ${monday}`).proposals[0]?.explanation.runnerUp;
  expect(runnerUp).toMatchObject({ visitOn: monday, instructorIds: ['2'], parts: [{ rule: 'travel-distance' }] });
  expect(runnerUp?.points).toBe(runnerUp?.parts[0]?.points);
});

test('a request that is served wholly is not among those left out', () => {
  expect(explain(planningFacts({ requests: [oneSession] }), `R-1 1 ${monday}`).unplaced).toEqual([]);
});

test.each([
  ['nobody of the trade is registered', planningFacts({ instructors: [] }), [{ rule: 'trade-taught', instructors: 0 }]],
  [
    'the only one of the trade was asked by others for the day',
    planningFacts({ requests: [onMonday], offers: [aPlanningOffer()] }),
    [{ rule: 'offered', instructors: 1 }],
  ],
  [
    'the only one of the trade was asked for the day by a request that is not planned',
    commitOffers(planningFacts({ requests: [onMonday] }), [aPlanningOffer()]),
    [{ rule: 'offered', instructors: 1 }],
  ],
  [
    'the only one of the trade is out on the day and was asked for another one',
    commitOffers(
      planningFacts({ requests: [onMonday], instructors: [aPlanningInstructor({ busy: wholeDays([monday]) })] }),
      [aPlanningOffer({ day: friday })],
    ),
    [{ rule: 'busy', instructors: 1 }],
  ],
  [
    'the only one of the trade has not taken the course',
    planningFacts({ instructors: [aPlanningInstructor({ course: { status: 'not-taken' } })] }),
    [{ rule: 'course-done', instructors: 1 }],
  ],
  [
    'both of the trade have no cap left',
    planningFacts({ instructors: ['1', '2'].map((id) => aPlanningInstructor({ id, yearlyCap: 3, held: 3 })) }),
    [{ rule: 'cap-left', instructors: 2 }],
  ],
  [
    'one said no and one was taken out by hand',
    planningFacts({
      instructors: ['1', '2'].map((id) => aPlanningInstructor({ id })),
      declined: [{ requestId: 'R-1', instructorId: '1' }],
      pins: [{ kind: 'forbid', requestId: 'R-1', instructorId: '2', day: null }],
    }),
    [
      { rule: 'declined', instructors: 1 },
      { rule: 'forbidden', instructors: 1 },
    ],
  ],
  [
    'the days are those of visits elsewhere',
    planningFacts({
      instructors: [
        aPlanningInstructor({
          busy: wholeDays(['05', '06', '07', '08', '09'].map((day) => plainDate(`2022-12-${day}`))),
        }),
      ],
    }),
    [{ rule: 'busy', instructors: 1 }],
  ],
  [
    'all its days are closed',
    planningFacts({ closedPeriods: [{ from: monday, until: friday, reason: '休止' }] }),
    [{ rule: 'closed-day', instructors: 0 }],
  ],
  [
    'some of its days are closed and one person can come on no other',
    planningFacts({
      closedPeriods: [{ from: monday, until: plainDate('2022-12-08'), reason: '休止' }],
      requests: [aPlanningRequest({ team: 2 })],
      instructors: [aPlanningInstructor(), aPlanningInstructor({ id: '2', unavailableDates: [friday] })],
    }),
    [{ rule: 'team-size', instructors: 0 }],
  ],
  [
    'its days are over',
    planningFacts({
      requests: [
        aPlanningRequest({ candidateDates: [{ from: plainDate('2022-11-01'), until: plainDate('2022-11-04') }] }),
      ],
    }),
    [{ rule: 'no-day', instructors: 0 }],
  ],
  [
    'two are needed and one can come',
    planningFacts({ requests: [aPlanningRequest({ team: 2 })] }),
    [{ rule: 'team-size', instructors: 0 }],
  ],
  [
    'its host has as many as it may',
    planningFacts({ requests: [aPlanningRequest({ hostCap: { sessions: 3, per: 'request', used: 3 } })] }),
    [{ rule: 'host-limit', instructors: 0 }],
  ],
])('a request is left out because %s', (_, facts, blockers) => {
  const [unplaced] = explain(facts).unplaced;
  expect(unplaced).toMatchObject({ requestId: 'R-1', sessions: 2 });
  expect(unplaced?.blockers).toEqual(blockers);
});

test('a request is left out because the only one who could has the day given to another', () => {
  const day = { candidateDates: [{ from: monday, until: monday }], openSessions: 1 };
  const requests = [aPlanningRequest(day), aPlanningRequest({ ...day, id: 'R-2' })];
  const facts = planningFacts({ requests });
  expect(explain(facts, `R-2 1 ${monday}`).unplaced).toMatchObject([
    { requestId: 'R-1', blockers: [{ rule: 'taken', instructors: 1 }] },
  ]);
  const capped = planningFacts({
    requests: [aPlanningRequest(), aPlanningRequest({ ...day, id: 'R-2' })],
    instructors: [aPlanningInstructor({ yearlyCap: 1 })],
  });
  expect(explain(capped, `R-2 1 ${monday}`).unplaced[0]?.blockers).toEqual([{ rule: 'yearly-cap', instructors: 1 }]);
});

test('a remedy is looked for where most is lost: for 200 requests, the most urgent first', () => {
  const requests = Array.from({ length: 202 }, (_, index) =>
    aPlanningRequest({
      id: `R-${index}`,
      priority: index === 201 ? 1 : 2,
      candidateDates: [{ from: monday, until: monday }],
    }),
  );
  const { unplaced } = explain(planningFacts({ requests, instructors: [] }));
  const helped = unplaced.flatMap(({ requestId, remedy }) => (remedy === null ? [] : [requestId]));
  expect(helped).toHaveLength(200);
  expect(helped).toContain('R-201');
});
