import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { buildProblem } from './build-problem.ts';
import { commitOffers } from './commit-offers.ts';
import type { PlanningFacts, PlanningOffer } from './planning-facts.ts';
import { aPlanningInstructor, aPlanningOffer, aPlanningRequest, planningFacts } from './planning.fixture.ts';

const [monday, tuesday, sunday] = [plainDate('2022-12-05'), plainDate('2022-12-06'), plainDate('2022-12-04')] as const;
const own = aPlanningOffer({ requestId: 'R-1' });
const closed = { closedPeriods: [{ from: monday, until: monday, reason: '感染症' }] };

/** Days and people of the options, and which of them every solution has. */
function listOptions(offers: readonly PlanningOffer[], changes: Partial<PlanningFacts> = {}) {
  const facts = commitOffers(planningFacts(changes), offers);
  const requests = facts.requests.filter(({ openSessions }) => openSessions > 0);
  const { problem, keys } = buildProblem({ ...facts, requests });
  return problem.options.map(({ slot, worker, pinned }) => {
    return `${keys.requestIds[problem.slots[slot]?.task ?? -1]} ${keys.instructorIds[worker]} ${keys.slots[slot]?.day.slice(-2)}${pinned ? ' kept' : ''}`;
  });
}

const people = [aPlanningInstructor(), aPlanningInstructor({ id: '2' })];
const once = { requests: [aPlanningRequest({ openSessions: 1 })] };
const days = (...wanted: readonly string[]) => wanted.map((day) => `R-1 1 ${day}`);

type Row = readonly [string, readonly PlanningOffer[], Partial<PlanningFacts>, readonly string[]];

test.each<Row>([
  ['another request asked them for has a day less', [aPlanningOffer()], {}, days('06', '07', '08', '09')],
  [
    'another request asked them for, with time for both, has all days',
    [aPlanningOffer({ startsAt: '09:00' })],
    { requests: [aPlanningRequest({ wishedStart: '13:30' })] },
    days('05', '06', '07', '08', '09'),
  ],
  [
    'another request asked them for as the last of their year has none',
    [aPlanningOffer({ day: sunday })],
    { instructors: [aPlanningInstructor({ yearlyCap: 1 })] },
    [],
  ],
  [
    'the request itself asked them for is theirs, and what is left goes to any day',
    [own],
    {},
    ['R-1 1 05 kept', ...days('06', '07', '08', '09')],
  ],
  ['the request itself asked them for is all that it needs', [own], once, ['R-1 1 05 kept']],
  [
    'the request itself asked one of them for is not given to the other',
    [own, aPlanningOffer({ requestId: 'R-1', day: tuesday })],
    { instructors: people },
    ['R-1 1 05 kept', 'R-1 1 06 kept'],
  ],
  [
    'one of a team of two was asked for waits for another one, and is not settled',
    [own],
    { instructors: people, requests: [aPlanningRequest({ openSessions: 1, team: 2 })] },
    ['R-1 1 05', 'R-1 2 05'],
  ],
  [
    'both of a team of two were asked for is settled',
    [own, aPlanningOffer({ requestId: 'R-1', instructorId: '2' })],
    { instructors: people, requests: [aPlanningRequest({ openSessions: 1, team: 2 })] },
    ['R-1 1 05 kept', 'R-1 2 05 kept'],
  ],
  ['they were asked for at another hour is planned as if they had said yes', [{ ...own, startsAt: '10:00' }], once, []],
  ['they were asked for and the plan closes is planned as if they had said yes', [own], { ...once, ...closed }, []],
  [
    'two requests asked them for is settled for neither',
    [own, aPlanningOffer({ requestId: 'R-2' })],
    {
      requests: ['R-1', 'R-2'].map((id) =>
        aPlanningRequest({ id, openSessions: 1, candidateDates: [{ from: monday, until: monday }] }),
      ),
    },
    ['R-1 1 05', 'R-2 1 05'],
  ],
])('who was asked and has not answered keeps the day: what %s', (_, offers, changes, options) => {
  expect(listOptions(offers, changes)).toEqual(options);
});

test('an offer that the plan does not propose itself counts as a visit: for the host, the month, the plan and the budget', () => {
  const hostCap = { sessions: 3, per: 'year', used: 0 } as const;
  const facts = commitOffers(
    planningFacts({
      requests: [aPlanningRequest({ hostCap })],
      committed: { '2022-12': 4 },
      missing: { 'visits.sme': 2 },
      budgetYen: 10_000,
      costs: { perKilometreYen: 0, fares: { '352012': 2400 } },
    }),
    ['1', '2'].map((instructorId) =>
      aPlanningOffer({
        instructorId,
        municipalityCode: '352012',
        line: 'visits.sme',
        quota: 'year O-1 practical-instruction',
      }),
    ),
  );
  expect(facts).toMatchObject({
    committed: { '2022-12': 5 },
    missing: { 'visits.sme': 1 },
    budgetYen: 7600,
    offers: [],
  });
  expect(facts.requests).toMatchObject([{ openSessions: 2, hostCap: { used: 1 } }]);
  expect(facts.instructors).toMatchObject([{ planned: 1, busy: [{ day: monday, municipalityCode: '352012' }] }]);
});

test('what a host may have and another of its requests has offered is no room for more', () => {
  const hostCap = { sessions: 1, per: 'year', used: 0 } as const;
  const requests = ['R-1', 'R-2'].map((id) => aPlanningRequest({ id, openSessions: 1, hostCap }));
  const quota = 'year O-1 practical-instruction';
  expect(listOptions([{ ...own, quota }], { requests, instructors: people })).toEqual(['R-1 1 05 kept']);
});
