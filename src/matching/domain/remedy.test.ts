import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { scoreSolution } from '#optimizer/score.ts';
import { completeTeams } from '#optimizer/complete-teams.ts';
import { buildProblem } from './build-problem.ts';
import { explainProposals } from './explain-proposals.ts';
import type { PlanningFacts } from './planning-facts.ts';
import { aPlanningInstructor, aPlanningRequest, planningFacts } from './planning.fixture.ts';
import type { Remedy } from './proposal.ts';

const monday = plainDate('2022-12-05');
const tuesday = plainDate('2022-12-06');
const onMonday = { candidateDates: [{ from: monday, until: monday }], openSessions: 1 };

/** Options by `request instructor day`. */
function choose(facts: PlanningFacts, wanted: readonly string[]) {
  const planning = buildProblem(facts);
  const { problem, keys } = planning;
  const chosen = problem.options.flatMap(({ slot, worker }, index) => {
    const requestId = keys.requestIds[problem.slots[slot]?.task ?? -1];
    return wanted.includes(`${requestId} ${keys.instructorIds[worker]} ${keys.slots[slot]?.day}`) ? [index] : [];
  });
  return { planning, solution: { chosen: completeTeams(problem, chosen).chosen } };
}

/** The remedy of the one request that is left out beside what is chosen. */
function remedyOf(facts: PlanningFacts, ...wanted: readonly string[]): Remedy | null | undefined {
  const { planning, solution } = choose(facts, wanted);
  return explainProposals(planning, facts, solution).unplaced[0]?.remedy;
}

test('another day near the wished one is told where somebody is free on it: the nearest', () => {
  const facts = planningFacts({
    requests: [aPlanningRequest(onMonday)],
    instructors: [aPlanningInstructor({ unavailableDates: [monday, tuesday] })],
  });
  expect(remedyOf(facts)).toMatchObject({ kind: 'day', day: plainDate('2022-12-07'), instructorId: '1' });
});

test('another day is within two weeks of a wished one, or none', () => {
  const days = Array.from({ length: 31 }, (_, index) => plainDate(`2022-12-${String(index + 1).padStart(2, '0')}`));
  const facts = (until: number) =>
    planningFacts({
      requests: [aPlanningRequest(onMonday)],
      instructors: [aPlanningInstructor({ unavailableDates: [plainDate('2022-11-30'), ...days.slice(0, until)] })],
    });
  expect(remedyOf(facts(18))).toMatchObject({ kind: 'day', day: plainDate('2022-12-19') });
  expect(remedyOf(facts(19))).toMatchObject({ kind: 'instructor' });
});

test('a day on which the one who could come is sent elsewhere is no remedy', () => {
  const facts = planningFacts({
    requests: [
      aPlanningRequest(onMonday),
      aPlanningRequest({ id: 'R-2', candidateDates: [{ from: monday, until: tuesday }] }),
    ],
    instructors: [aPlanningInstructor()],
  });
  const remedy = remedyOf(facts, `R-2 1 ${monday}`, `R-2 1 ${tuesday}`);
  expect(remedy).toMatchObject({ kind: 'day', day: plainDate('2022-12-07') });
});

test('one session more for somebody whose cap is used up by what is proposed is told with the name', () => {
  const facts = planningFacts({
    requests: [
      aPlanningRequest(onMonday),
      aPlanningRequest({ ...onMonday, id: 'R-2', candidateDates: [{ from: tuesday, until: tuesday }] }),
    ],
    instructors: [aPlanningInstructor({ yearlyCap: 3, held: 2 })],
  });
  expect(remedyOf(facts, `R-2 1 ${tuesday}`)).toMatchObject({ kind: 'cap', instructorId: '1', by: 1 });
});

test('of two whose caps are used up the nearer one is told', () => {
  const facts = planningFacts({
    requests: [aPlanningRequest(onMonday)],
    instructors: [
      aPlanningInstructor({ id: 'far', municipalityCode: '352012', yearlyCap: 1, held: 1 }),
      aPlanningInstructor({ id: 'near', yearlyCap: 1, held: 1 }),
    ],
  });
  expect(remedyOf(facts)).toMatchObject({ kind: 'cap', instructorId: 'near', by: 1 });
});

test('a cap that two people would need at once is no remedy by itself, nor is one more instructor beside them: both caps are', () => {
  const facts = planningFacts({
    requests: [aPlanningRequest({ ...onMonday, team: 2 })],
    instructors: ['1', '2'].map((id) => aPlanningInstructor({ id, yearlyCap: 1, held: 1 })),
  });
  expect(remedyOf(facts)).toMatchObject({ kind: 'pair', changes: [{ kind: 'cap' }, { kind: 'cap' }] });
});

test('one session more for a host at its limit is told', () => {
  const facts = planningFacts({
    requests: [aPlanningRequest({ ...onMonday, hostCap: { sessions: 3, per: 'request', used: 3 } })],
  });
  expect(remedyOf(facts)).toMatchObject({ kind: 'host-limit', by: 1 });
});

test('one session more for a host that another of its requests brings to its limit is told', () => {
  const hostCap = { sessions: 1, per: 'year', used: 0 } as const;
  const requests = [aPlanningRequest({ ...onMonday, hostCap }), aPlanningRequest({ ...onMonday, id: 'R-2', hostCap })];
  const instructors = [aPlanningInstructor(), aPlanningInstructor({ id: '2' })];
  expect(remedyOf(planningFacts({ requests, instructors }), `R-2 2 ${monday}`)).toMatchObject({
    kind: 'host-limit',
    by: 1,
  });
});

test('the course is told where it is all that is missing', () => {
  const facts = planningFacts({
    requests: [aPlanningRequest(onMonday)],
    instructors: [aPlanningInstructor({ course: { status: 'not-taken' } })],
  });
  expect(remedyOf(facts)).toMatchObject({ kind: 'course', instructorId: '1' });
});

test('where nobody of the trade is left, one more within reach is told', () => {
  const facts = planningFacts({ requests: [aPlanningRequest(onMonday)], instructors: [] });
  expect(remedyOf(facts)).toMatchObject({ kind: 'instructor', tradeCode: 'kikai-kako', withinKilometres: 60 });
});

test('one more instructor is told only as far away as the way is worth the session', () => {
  const facts = planningFacts({ requests: [aPlanningRequest({ ...onMonday, priority: 3 })], instructors: [] });
  const at = (distance: number) => ({ ...facts, weights: { ...facts.weights, 'travel-distance': distance } });
  // 300 points a session: 2 × 25 km × 5 are fewer, 2 × 30 km × 5 are as many.
  expect(remedyOf(at(5))).toMatchObject({ kind: 'instructor', withinKilometres: 25 });
  expect(remedyOf(at(100))).toBeNull();
});

test('a request whose days are over has no remedy', () => {
  const over = plainDate('2022-11-01');
  const facts = planningFacts({ requests: [aPlanningRequest({ candidateDates: [{ from: over, until: over }] })] });
  expect(remedyOf(facts)).toBeNull();
});

test('of two for a team beside somebody free the nearer one is told', () => {
  const facts = planningFacts({
    requests: [aPlanningRequest({ ...onMonday, team: 2 })],
    instructors: [
      aPlanningInstructor({ id: 'free', municipalityCode: '352012' }),
      aPlanningInstructor({ id: 'near', municipalityCode: '352063', yearlyCap: 1, held: 1 }),
      aPlanningInstructor({ id: 'here', yearlyCap: 1, held: 1 }),
    ],
  });
  expect(remedyOf(facts)).toMatchObject({ kind: 'cap', instructorId: 'here' });
});

test('what is possible as it is needs no remedy', () => {
  expect(remedyOf(planningFacts({ requests: [aPlanningRequest(onMonday)] }))).toBeNull();
});

test('a day of a session of the request itself is no remedy', () => {
  const days = [{ from: monday, until: monday }];
  const facts = planningFacts({
    requests: [aPlanningRequest({ candidateDates: days, openSessions: 2 })],
    instructors: [aPlanningInstructor(), aPlanningInstructor({ id: '2' })],
  });
  expect(remedyOf(facts, `R-1 1 ${monday}`)).toMatchObject({ kind: 'day', day: tuesday });
});

const twoRequests = (line: 'visits.sme' | null) => [
  aPlanningRequest({ ...onMonday, line }),
  aPlanningRequest({ ...onMonday, line, id: 'R-2', candidateDates: [{ from: tuesday, until: tuesday }] }),
];

test.each([
  ['a session', twoRequests(null), {}],
  ['a session that the plan misses', twoRequests('visits.sme'), { missing: { 'visits.sme': 2 } }],
  ['a session of a line that is met', twoRequests('visits.sme'), { missing: { 'visits.sme': 1 } }],
  ['a session in a full month', twoRequests(null), { committed: { '2022-12': 9 } }],
  [
    'a session in a month that has its share of what all ask for',
    [...twoRequests(null), aPlanningRequest({ id: 'R-3', tradeCode: 'zoen', openSessions: 17 })],
    { committed: { '2022-12': 3 } },
  ],
  [
    'a session that another person leads',
    [{ ...aPlanningRequest(), candidateDates: [monday, tuesday].map((day) => ({ from: day, until: day })), id: 'R-2' }],
    {},
  ],
])('what the whole gains by %s is what it scores less with the changed facts', (_, requests, changes) => {
  const isOne = requests.length === 1;
  const facts = (cap: number): PlanningFacts => {
    const one = aPlanningInstructor({ yearlyCap: isOne ? 3 : cap, held: 2, unavailableDates: isOne ? [monday] : [] });
    const other = aPlanningInstructor({ id: '2', yearlyCap: cap - 2, held: 1, municipalityCode: '352012' });
    return planningFacts({ ...changes, requests, instructors: isOne ? [one, other] : [one] });
  };
  const score = (cap: number, ...wanted: readonly string[]) => {
    const { planning, solution } = choose(facts(cap), wanted);
    const { points, broken } = scoreSolution(planning.problem, solution);
    expect(broken).toBe(0);
    return points;
  };
  const kept = `R-2 1 ${tuesday}`;
  const added = isOne ? `R-2 2 ${monday}` : `R-1 1 ${monday}`;
  expect(remedyOf(facts(3), kept)).toMatchObject({
    kind: 'cap',
    by: 1,
    points: score(4, added, kept) - score(3, kept),
  });
});
