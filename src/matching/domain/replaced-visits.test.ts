import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import type { AgreedVisit } from './planning-facts.ts';
import type { AssignmentProposal } from './proposal.ts';
import { listDropped, markReplaced } from './replaced-visits.ts';

function agreed(visitId: string, day: string, instructorIds: readonly string[], requestId = 'R-1'): AgreedVisit {
  const hours = { startsAt: '10:00', endsAt: '12:00', municipalityCode: '352039' };
  return { visitId, number: `V-${visitId}`, requestId, day: plainDate(day), instructorIds, ...hours };
}

function proposed(visitOn: string, instructorIds: readonly string[], requestId = 'R-1'): AssignmentProposal {
  const explanation = { parts: [], instructors: [], runnerUp: null };
  const hours = { startsAt: null, endsAt: null };
  return { requestId, visitOn: plainDate(visitOn), instructorIds, explanation, ...hours };
}

/** What is left to adopt: day, people, and the visit in whose place it stands. */
function marked(proposals: readonly AssignmentProposal[], visits: readonly AgreedVisit[]) {
  return markReplaced(proposals, { agreed: visits }).map(({ visitOn, instructorIds, explanation }) =>
    [visitOn, instructorIds.join('+'), explanation.replaces?.visitId ?? 'new'].join(' '),
  );
}

test.each([
  ['what is planned just so', [proposed('2022-12-05', ['A'])], [agreed('1', '2022-12-05', ['A'])], []],
  ['another day', [proposed('2022-12-08', ['A'])], [agreed('1', '2022-12-05', ['A'])], ['2022-12-08 A 1']],
  [
    'other people on the same day',
    [proposed('2022-12-05', ['B'])],
    [agreed('1', '2022-12-05', ['A'])],
    ['2022-12-05 B 1'],
  ],
  [
    'one person more of a team',
    [proposed('2022-12-05', ['A', 'B'])],
    [agreed('1', '2022-12-05', ['A'])],
    ['2022-12-05 A+B 1'],
  ],
  [
    'a session beside a visit that stays',
    [proposed('2022-12-05', ['A']), proposed('2022-12-06', ['A'])],
    [agreed('1', '2022-12-05', ['A'])],
    ['2022-12-06 A new'],
  ],
  [
    'the same people before a nearer day',
    [proposed('2022-12-07', ['B'])],
    [agreed('1', '2022-12-06', ['A']), agreed('2', '2022-12-14', ['B'])],
    ['2022-12-07 B 2'],
  ],
  [
    'the nearest day of the same people, each visit once',
    [proposed('2022-12-07', ['A']), proposed('2022-12-13', ['A'])],
    [agreed('1', '2022-12-06', ['A']), agreed('2', '2022-12-14', ['A'])],
    ['2022-12-07 A 1', '2022-12-13 A 2'],
  ],
  [
    'no visit of another request',
    [proposed('2022-12-07', ['A'])],
    [agreed('1', '2022-12-06', ['A'], 'R-2')],
    ['2022-12-07 A new'],
  ],
])('of agreed visits and %s it is told what is adopted, and in whose place', (_what, proposals, visits, told) => {
  expect(marked(proposals, visits)).toEqual(told);
});

test('what stands in the place of a visit knows it as it was', () => {
  const [only] = markReplaced([proposed('2022-12-08', ['B'])], { agreed: [agreed('1', '2022-12-05', ['A'])] });
  expect(only?.explanation.replaces).toEqual({
    visitId: '1',
    number: 'V-1',
    visitOn: '2022-12-05',
    startsAt: '10:00',
    endsAt: '12:00',
    instructorIds: ['A'],
  });
});

test.each<readonly [string, readonly AssignmentProposal[], readonly AgreedVisit[], readonly string[]]>([
  ['as it is proposed', [proposed('2022-12-05', ['A'])], [agreed('1', '2022-12-05', ['A'])], []],
  ['as it moves', [proposed('2022-12-08', ['A'])], [agreed('1', '2022-12-05', ['A'])], []],
  ['for which nothing is proposed', [], [agreed('1', '2022-12-05', ['A'])], ['1']],
  [
    'of two for which one session is proposed',
    [proposed('2022-12-06', ['A'])],
    [agreed('2', '2022-12-06', ['A']), agreed('1', '2022-12-05', ['A'])],
    ['1'],
  ],
  [
    'of a request, whatever is proposed of another one',
    [proposed('2022-12-05', ['A'], 'R-2')],
    [agreed('1', '2022-12-05', ['A'])],
    ['1'],
  ],
])('a visit %s is told to have no place where it has none', (_, proposals, visits, dropped) => {
  expect(listDropped(proposals, { agreed: visits }).map(({ visitId }) => visitId)).toEqual(dropped);
});
