import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { decideAssignment, preselectDays } from './assignment.ts';
import { aCandidate, cornerFacts, requestFacts, wholeDays } from './candidate.fixture.ts';

const [monday, tuesday, saturday] = [
  plainDate('2022-12-05'),
  plainDate('2022-12-06'),
  plainDate('2022-12-10'),
] as const;
const choice = {
  candidate: aCandidate(),
  request: requestFacts(),
  corner: cornerFacts(),
  chosen: [tuesday, monday],
  startsAt: null,
};

test('assigns the chosen free days, early to late', () => {
  expect(decideAssignment(choice)).toEqual({ ok: true, value: { days: [monday, tuesday], joined: [] } });
});

test('asks for at least one day', () => {
  expect(decideAssignment({ ...choice, chosen: [] })).toEqual({ ok: false, refusal: { kind: 'no-day' } });
});

test('refuses a day that is taken meanwhile or was never proposed, and names each', () => {
  const candidate = aCandidate({ busy: wholeDays([tuesday]) });
  expect(decideAssignment({ ...choice, candidate, chosen: [monday, tuesday, saturday] })).toEqual({
    ok: false,
    refusal: {
      kind: 'day-not-free',
      days: [
        { day: tuesday, block: 'busy' },
        { day: saturday, block: 'not-proposed' },
      ],
    },
  });
});

test('refuses whoever is no longer eligible, with the rules that say so', () => {
  const answer = decideAssignment({ ...choice, candidate: aCandidate({ employer: '架空精機', yearlyCap: 0 }) });
  expect(answer).toMatchObject({
    refusal: { kind: 'not-eligible', verdicts: [{ rule: 'cap-left' }, { rule: 'other-employer' }] },
  });
});

test.each([
  [2, true],
  [1, false],
  [0, false],
])('two days where %i visits are open: %s', (openSessions, ok) => {
  expect(decideAssignment({ ...choice, request: requestFacts({ openSessions }) }).ok).toBe(ok);
});

test.each([
  [5, true],
  [4, false],
])('two days with a cap of %i and three visits: %s', (yearlyCap, ok) => {
  expect(decideAssignment({ ...choice, candidate: aCandidate({ yearlyCap, held: 1, planned: 2 }) }).ok).toBe(ok);
});

test.each([
  [3, null, true],
  [2, { month: '2022-12', chosen: 2, left: 1 }, false],
  [1, null, false],
])('two days with %i visits a month and one held: %s', (monthlyCap, refusal, ok) => {
  const candidate = aCandidate({ monthlyCap, busy: wholeDays([plainDate('2022-12-01')]) });
  const answer = decideAssignment({ ...choice, candidate });
  expect(answer.ok).toBe(ok);
  if (refusal) expect(answer).toMatchObject({ refusal: { kind: 'over-month-cap', ...refusal } });
});

test.each([
  [18, true],
  [19, false],
  [20, false],
])('two days where the host may have 20 and has %i [domain.md §5.3]', (used, ok) => {
  const hostCap = { sessions: 20, per: 'year', used } as const;
  const answer = decideAssignment({ ...choice, request: requestFacts({ hostCap }) });
  expect(answer.ok).toBe(ok);
  if (!ok) expect(answer).toMatchObject({ refusal: { kind: 'over-host-cap', chosen: 2, left: 20 - used, ...hostCap } });
});

const afternoon = { day: monday, startsAt: '15:00', endsAt: '17:00', municipalityCode: '352039' };

test.each([
  ['13:00', undefined],
  ['12:30', undefined],
  ['13:01', 'busy'],
  [null, 'busy'],
])('a visit at 15:00 leaves time for one of two hours at %s: %s', (startsAt, block) => {
  const candidate = aCandidate({ busy: [{ ...afternoon, startsAt: '15:15' }] });
  const answer = decideAssignment({ ...choice, candidate, chosen: [monday], startsAt });
  expect(answer.ok ? undefined : answer.refusal).toEqual(
    block && { kind: 'day-not-free', days: [{ day: monday, block }] },
  );
});

const session = { visitId: 'v1', day: monday, startsAt: '10:00', endsAt: '12:00', isPlanned: true, people: 1 };
const pair = { team: 2, openSessions: 1, sessions: [session] } as const;

test('who is sent to a session that waits for more joins it, and only the other days are planned anew', () => {
  const answer = decideAssignment({ ...choice, request: requestFacts(pair) });
  expect(answer).toEqual({ ok: true, value: { days: [monday, tuesday], joined: [session] } });
});

test.each([
  ['one instructor is enough', { ...pair, team: 1 }, null, 'served'],
  ['the team is complete', { ...pair, sessions: [{ ...session, people: 2 }] }, null, 'served'],
  ['it was held', { ...pair, sessions: [{ ...session, isPlanned: false }] }, null, 'served'],
  ['it begins at another time', pair, '13:00', 'other-time'],
  ['it begins at that time', pair, '10:00', undefined],
  ['nobody fixed its time', { ...pair, sessions: [{ ...session, startsAt: null, endsAt: null }] }, '13:00', undefined],
])('a day with a session of the request: %s', (_case, request, startsAt, block) => {
  const answer = decideAssignment({ ...choice, request: requestFacts(request), chosen: [monday], startsAt });
  expect(answer.ok ? undefined : answer.refusal).toEqual(
    block && { kind: 'day-not-free', days: [{ day: monday, block }] },
  );
});

test('a session that waits can be joined though its day was never wished and no more visits are wished', () => {
  const request = requestFacts({ ...pair, openSessions: 0, sessions: [{ ...session, day: saturday }] });
  expect(decideAssignment({ ...choice, request, chosen: [saturday] })).toMatchObject({ ok: true });
  expect(decideAssignment({ ...choice, request, chosen: [saturday, monday] })).toMatchObject({
    refusal: { kind: 'too-many-days', chosen: 1, open: 0 },
  });
});

test('of the free days the first ones are ticked that the caps leave', () => {
  const days = ['2022-12-05', '2022-12-06', '2023-01-10', '2023-01-11'].map(plainDate);
  expect(preselectDays(aCandidate(), days, 3)).toEqual(days.slice(0, 3));
  expect(preselectDays(aCandidate({ yearlyCap: 4, held: 2 }), days, 3)).toEqual(days.slice(0, 2));
  expect(preselectDays(aCandidate({ monthlyCap: 1 }), days, 3)).toEqual([days[0], days[2]]);
});
