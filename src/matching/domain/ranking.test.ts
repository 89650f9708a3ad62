import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import type { CandidateFacts } from './candidate.ts';
import { aCandidate, cornerFacts, requestFacts } from './candidate.fixture.ts';
import { rankCandidates } from './ranking.ts';
import { kilometresFrom } from '#schedule/domain/travel-time.ts';
import { rankingWeightsOn } from './ranking-weights.ts';

const today = plainDate('2022-11-30');
const rank = (...changes: readonly Partial<CandidateFacts>[]) =>
  rankCandidates(
    changes.map((change, index) => aCandidate({ id: String(index), number: `M-${index}`, ...change })),
    requestFacts(),
    cornerFacts(),
  ).ranked.map(({ candidate }) => candidate.number);

/** In each pair the second one is put first, by the difference alone. */
test.each<readonly [string, Partial<CandidateFacts>, Partial<CandidateFacts>]>([
  ['the nearer one', { municipalityCode: '352012' }, { municipalityCode: '352039' }],
  ['the one whose municipality is known', { municipalityCode: '999999' }, { municipalityCode: '352012' }],
  ['the one with more free days', { availableWeekdays: [1] }, { availableWeekdays: [1, 2] }],
  ['the one with more of the yearly cap left', { yearlyCap: 10, held: 8 }, { yearlyCap: 10, held: 2 }],
  [
    'the one near three years without activity',
    { lastActivityOn: plainDate('2020-12-30') },
    { lastActivityOn: plainDate('2019-12-30') },
  ],
  [
    'the one beyond three years without activity',
    { lastActivityOn: plainDate('2020-12-30') },
    { lastActivityOn: plainDate('2018-12-30') },
  ],
  [
    'the one who was out longer ago',
    { lastActivityOn: plainDate('2022-11-20') },
    { lastActivityOn: plainDate('2022-06-20') },
  ],
  ['the one who was never out', { lastActivityOn: plainDate('2022-11-20') }, {}],
])('puts %s first', (_rule, first, second) => {
  expect(rank(first, second)).toEqual(['M-1', 'M-0']);
});

test('equal points go by distance and then by number', () => {
  expect(rank({ number: 'M-9' }, { number: 'M-10' }, { number: 'M-1' })).toEqual(['M-1', 'M-10', 'M-9']);
});

test('two of one number, as from two imports, still have an order', () => {
  const twins = ['b', 'a'].map((id) => aCandidate({ id }));
  expect(rankCandidates(twins, requestFacts(), cornerFacts()).ranked.map(({ candidate }) => candidate.id)).toEqual([
    'a',
    'b',
  ]);
});

test('more free days than wished give no more points', () => {
  expect(rank({ number: 'M-1', availableWeekdays: [1, 2] }, { number: 'M-2' })).toEqual(['M-1', 'M-2']);
});

test('explains every point: the parts add up to the score and carry their facts', () => {
  const candidate = aCandidate({
    municipalityCode: '352012',
    yearlyCap: 10,
    held: 3,
    planned: 2,
    lastActivityOn: today,
  });
  const [best] = rankCandidates([candidate], requestFacts(), cornerFacts()).ranked;
  expect(best?.reasons.map(({ part, points, most }) => [part, points, most])).toEqual([
    ['distance', expect.any(Number), 40],
    ['free-days', 25, 25],
    ['cap-left', 7.5, 15],
    ['dormancy', 0, 15],
    ['last-activity', 0, 5],
  ]);
  const sum = best?.reasons.reduce((total, { points }) => total + Math.round(points * 10), 0) ?? 0;
  expect(best?.score).toBe(sum / 10);
});

test('measures whole kilometres between municipalities, and none to an unknown one', () => {
  expect(kilometresFrom('352039', '352039')).toBe(0);
  expect(kilometresFrom('352012', '352039')).toBeGreaterThan(40);
  expect(kilometresFrom('999999', '352039')).toBeNull();
});

test('the weights of a day add up to 100', () => {
  const { distance, freeDays, capLeft, dormancy, lastActivity } = rankingWeightsOn(today);
  expect(distance + freeDays + capLeft + dormancy + lastActivity).toBe(100);
});

test('whoever may not take the request is listed apart, with the rules that say so', () => {
  const { ranked, excluded } = rankCandidates(
    [aCandidate({ yearlyCap: 0 }), aCandidate({ number: 'M-0', isDeleted: true })],
    requestFacts(),
    cornerFacts(),
  );
  expect(ranked).toEqual([]);
  expect(
    excluded.map(({ candidate, eligibility }) => [
      candidate.number,
      eligibility.verdicts.filter(({ passed }) => !passed).map(({ rule }) => rule),
    ]),
  ).toEqual([
    ['M-0', ['registered']],
    ['M-001', ['cap-left']],
  ]);
});
