import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { judgeQualification, type QualificationFacts } from './qualification.ts';

const nothing: QualificationFacts = {
  kind: 'skilled-worker',
  trades: [{ code: 'sakan', isMeisterTrade: true, hasMeister: false }],
  grade: null,
  practiceFrom: null,
  contestPlace: null,
};
const withMeister = [{ code: 'sakan', isMeisterTrade: true, hasMeister: true }];
const ofNoMeister = [{ code: 'nihon-ryori', isMeisterTrade: false, hasMeister: false }];
const judge = (facts: Partial<QualificationFacts>, day = '2022-11-30') =>
  judgeQualification({ ...nothing, ...facts }, plainDate(day)).map(({ way, verdict }) => [way, verdict]);

test.each([
  [{ grade: 'special' as const }, 'grade', 'met'],
  [{ grade: 'first' as const }, 'grade', 'met'],
  [{ grade: 'single' as const }, 'grade', 'met'],
  [{ grade: 'lower' as const }, 'grade', 'unmet'],
  [{ grade: null }, 'grade', 'unknown'],
  [{ grade: 'lower' as const, practiceFrom: plainDate('1980-04-01') }, 'grade', 'unmet'],
  [{ trades: withMeister, practiceFrom: plainDate('2007-11-30') }, 'practice', 'met'],
  [{ trades: withMeister, practiceFrom: plainDate('2007-12-01') }, 'practice-or-contest', 'unmet'],
  [{ trades: withMeister, practiceFrom: plainDate('2007-12-01'), contestPlace: 'bronze' as const }, 'contest', 'met'],
  [
    { trades: withMeister, practiceFrom: plainDate('2020-01-01'), contestPlace: 'other' as const },
    'practice-or-contest',
    'unmet',
  ],
  [{ trades: ofNoMeister, practiceFrom: plainDate('2007-11-30') }, 'practice', 'met'],
  [{ trades: ofNoMeister, grade: 'first' as const }, 'practice-or-contest', 'unknown'],
  [{ trades: withMeister, grade: 'first' as const }, 'practice-or-contest', 'unknown'],
])('a skilled worker with %j is judged by %s: %s [domain.md §5.3]', (facts, way, verdict) => {
  expect(judge(facts)).toEqual([[way, verdict]]);
});

test('each trade of a skilled worker is judged by itself', () => {
  const trades = [...nothing.trades, { code: 'zoen', isMeisterTrade: true, hasMeister: true }];
  expect(judge({ trades, grade: 'first' }).map(([, verdict]) => verdict)).toEqual(['met', 'unknown']);
});

test.each([
  ['gold' as const, 'met'],
  ['bronze' as const, 'met'],
  ['other' as const, 'unmet'],
  [null, 'unknown'],
])('a medalist with the place %s is %s', (contestPlace, verdict) => {
  expect(judge({ kind: 'medalist', contestPlace })).toEqual([['contest', verdict]]);
});

test('a senior adviser is not judged: no rule was published, each corner sets its own [H-04]', () => {
  expect(judge({ kind: 'senior-advisor', practiceFrom: plainDate('1980-04-01') })).toEqual([]);
});

test('a rule counts from its first day; a Meister is certified and not judged here', () => {
  expect(judge({ grade: 'first' }, '2017-03-31')).toEqual([]);
  expect(judge({ grade: 'first' }, '2017-04-01')).toHaveLength(1);
  expect(judge({ kind: 'meister' })).toEqual([]);
});
