import { describe, expect, test } from 'vitest';
import {
  countRatings,
  measureShare,
  outcomeKeys,
  tallyOutcome,
  tallyQuestion,
  type AnswerGroup,
  type OutcomeKey,
} from './outcome.ts';

function aGroup(changes: Partial<AnswerGroup> = {}): AnswerGroup {
  return {
    program: 'practical-instruction',
    organizationKind: 'sme',
    audience: 'host',
    satisfaction: 5,
    understanding: null,
    prompted: true,
    count: 1,
    ...changes,
  };
}

const tallies = (group: AnswerGroup) =>
  outcomeKeys.map((key) => {
    const { numerator, denominator } = tallyOutcome(key, [group]);
    return `${numerator}/${denominator}`;
  });

describe('which outcomes an answer counts for [S0 目標ア①②③] [contract.md §3]', () => {
  test.each<[string, Partial<AnswerGroup>, readonly string[]]>([
    ['a satisfied firm that was prompted', {}, ['1/1', '0/0', '1/1']],
    ['4 counts as satisfied', { satisfaction: 4 }, ['1/1', '0/0', '1/1']],
    ['3 does not', { satisfaction: 3 }, ['0/1', '0/0', '1/1']],
    ['いいえ is an answer', { prompted: false }, ['1/1', '0/0', '0/1']],
    ['a blank 契機 is none', { prompted: null }, ['1/1', '0/0', '0/0']],
    ['a trade body', { organizationKind: 'trade-body' }, ['1/1', '0/0', '1/1']],
    ['a large enterprise is 企業 too', { organizationKind: 'large-enterprise' }, ['1/1', '0/0', '1/1']],
    [
      'a school is asked for satisfaction, not for 契機',
      { organizationKind: 'technical-school' },
      ['1/1', '0/0', '0/0'],
    ],
    ['a trainee who understood', { audience: 'trainee', understanding: 4, prompted: null }, ['0/0', '1/1', '0/0']],
    ['a trainee who did not', { audience: 'trainee', understanding: 3, prompted: null }, ['0/0', '0/1', '0/0']],
    ['a trainee who left it blank', { audience: 'trainee', prompted: null }, ['0/0', '0/0', '0/0']],
    ["a host's view of the trainees is not theirs", { understanding: 5 }, ['1/1', '0/0', '1/1']],
    ['a pupil counts for none', { audience: 'pupil', understanding: 5, prompted: null }, ['0/0', '0/0', '0/0']],
    ['熟練技能者 are no Meisters', { program: 'skilled-worker-dispatch' }, ['0/0', '0/0', '0/0']],
    ['nor is 魅力講座 their instruction', { program: 'appeal-session' }, ['0/0', '0/0', '0/0']],
  ])('%s', (_, changes, expected) => {
    expect(tallies(aGroup(changes))).toEqual(expected);
  });
});

test('equal answers count as many times as there are', () => {
  const groups = [aGroup({ count: 27 }), aGroup({ satisfaction: 2, count: 3 })];
  expect(tallyOutcome('outcome.satisfaction', groups)).toEqual({ numerator: 27, denominator: 30 });
  expect(countRatings('satisfaction', groups)).toEqual([0, 3, 0, 0, 27]);
  expect(tallyQuestion('prompted', groups)).toEqual({ numerator: 30, denominator: 30 });
});

test('without answers there is neither rate nor interval, and it is few', () => {
  const share = measureShare({ numerator: 0, denominator: 0 });
  expect(share).toEqual({ numerator: 0, denominator: 0, rate: null, interval: null, small: true, needed: 35 });
});

test.each<[OutcomeKey, number, boolean]>([
  ['outcome.satisfaction', 34, true],
  ['outcome.satisfaction', 35, false],
])('%s of %i answers is few: %s [contract.md §4]', (_, denominator, small) => {
  expect(measureShare({ numerator: denominator, denominator }).small).toBe(small);
});
