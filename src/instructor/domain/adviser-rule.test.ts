import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { findRuleOn } from '#record/domain/dated-rule.ts';
import { countedRule, type AdviserRule } from './adviser-rule.ts';
import { judgeQualification, type QualificationFacts } from './qualification.ts';

const rule = (validFrom: string, practiceYears: number | null): AdviserRule => ({
  validFrom: plainDate(validFrom),
  wording: '企業の相談に応じられること',
  practiceYears,
  decidedBy: '第1回連携会議',
});
const adviser = (practiceFrom: string | null): QualificationFacts => ({
  kind: 'senior-advisor',
  trades: [],
  grade: null,
  practiceFrom: practiceFrom === null ? null : plainDate(practiceFrom),
  contestPlace: null,
});

test.each([
  ['2022-03-31', undefined],
  ['2022-04-01', 10],
  ['2023-03-31', 10],
  ['2023-04-01', null],
])('on %s the rule that began last counts: %s years [H-04]', (day, years) => {
  const rules = [rule('2023-04-01', null), rule('2022-04-01', 10)];
  expect(findRuleOn(rules, plainDate(day))?.practiceYears).toBe(years);
});

test.each([
  ['2012-11-30', 'met'],
  ['2012-12-01', 'unmet'],
  [null, 'unknown'],
])('a senior adviser practising since %s is %s by a rule of ten years', (practiceFrom, verdict) => {
  const rules = countedRule(rule('2022-04-01', 10));
  const [finding] = judgeQualification(adviser(practiceFrom), plainDate('2022-11-30'), rules);
  expect(finding).toMatchObject({ way: 'practice', verdict, years: 10 });
});

test('a rule without years is judged by people: nothing is counted', () => {
  expect(countedRule(rule('2022-04-01', null))).toEqual([]);
});
