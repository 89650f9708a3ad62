import { expect, test } from 'vitest';
import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { aCandidate, cornerFacts, requestFacts } from './candidate.fixture.ts';
import type { CandidateFacts } from './candidate.ts';
import { decideMoves, type RequestMoves } from './decide-moves.ts';

const [monday, tuesday, wednesday] = [5, 6, 7].map((day) => plainDate(`2022-12-0${day}`)) as unknown as readonly [
  PlainDate,
  PlainDate,
  PlainDate,
];

/** A request whose visit moves from a day to another, at an hour; who goes stays. */
function moving(requestId: string, from: PlainDate, to: PlainDate, startsAt: string | null = null): RequestMoves {
  const hours = { startsAt, endsAt: startsAt === null ? null : `${Number(startsAt.slice(0, 2)) + 2}:00` };
  const session = { visitId: requestId, day: from, ...hours, isPlanned: true, people: 1 };
  const visit = { ...session, number: requestId, requestId, municipalityCode: '352039', instructorIds: ['1'] };
  return {
    request: requestFacts({ openSessions: 0, sessions: [session] }),
    corner: cornerFacts(),
    moves: [{ visit, visitOn: to, startsAt, instructorIds: ['1'] }],
  };
}

const decide = (cases: readonly RequestMoves[], changes: Partial<CandidateFacts> = {}) => {
  const busy = cases.flatMap(({ moves }) => moves.map(({ visit }) => visit));
  return decideMoves({ cases, people: [aCandidate({ busy, planned: busy.length, ...changes })] });
};

test.each<readonly [string, readonly RequestMoves[], Partial<CandidateFacts>]>([
  ['to a free day', [moving('A', monday, tuesday)], {}],
  ['each to the day of the other', [moving('A', monday, tuesday), moving('B', tuesday, monday)], {}],
  [
    'each to the day of the other, where no visit more is taken on',
    [moving('A', monday, tuesday), moving('B', tuesday, monday)],
    { yearlyCap: 2, monthlyCap: 2 },
  ],
  [
    'to one day with time between them',
    [moving('A', monday, wednesday, '09:00'), moving('B', tuesday, wednesday, '13:00')],
    {},
  ],
])('visits may move %s', (_, cases, changes) => {
  expect(decide(cases, changes)).toBeUndefined();
});

test.each<readonly [string, readonly RequestMoves[], Partial<CandidateFacts>]>([
  ['to one day at no hour', [moving('A', monday, wednesday), moving('B', tuesday, wednesday)], {}],
  [
    'to one day one after the other without a way',
    [moving('A', monday, wednesday, '10:00'), moving('B', tuesday, wednesday, '12:00')],
    {},
  ],
  ['to a day that they cannot', [moving('A', monday, tuesday)], { unavailableDates: [tuesday] }],
])('visits of one person do not move %s', (_, cases, changes) => {
  expect(decide(cases, changes)).toMatchObject({ kind: 'day-not-free' });
});
