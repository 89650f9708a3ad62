import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { decideAssignment, sessionEnd } from './assignment.ts';
import { aCandidate, cornerFacts, requestFacts } from './candidate.fixture.ts';

const [monday, tuesday, saturday] = [
  plainDate('2022-12-05'),
  plainDate('2022-12-06'),
  plainDate('2022-12-10'),
] as const;
const choice = { candidate: aCandidate(), request: requestFacts(), corner: cornerFacts(), chosen: [tuesday, monday] };

test('assigns the chosen free days, early to late', () => {
  expect(decideAssignment(choice)).toEqual({ ok: true, value: { days: [monday, tuesday] } });
});

test('asks for at least one day', () => {
  expect(decideAssignment({ ...choice, chosen: [] })).toEqual({ ok: false, refusal: { kind: 'no-day' } });
});

test('refuses a day that is taken meanwhile or was never proposed, and names each', () => {
  const candidate = aCandidate({ busyDays: [tuesday] });
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
  ['13:30', 90, '15:00'],
  ['09:00', 120, '11:00'],
  ['23:00', 59, '23:59'],
  ['23:00', 60, null],
  [null, 60, null],
  ['13:30', null, null],
])('a session from %s of %s minutes ends at %s [FRM-11]', (startsAt, minutes, end) => {
  expect(sessionEnd(startsAt, minutes)).toBe(end);
});
