import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import type { DispatchRule } from './dispatch-rule.ts';
import { listDuePeriods } from './due-period.ts';
import { dispatchRuleExamples } from './rule-examples.ts';

function rule(validFrom: string, changes: Partial<DispatchRule> = {}): DispatchRule {
  const [example] = dispatchRuleExamples;
  if (!example) throw new Error('no example');
  const fiscalYear = Number(validFrom.slice(0, 4));
  return { ...example.terms, id: validFrom, fiscalYear, revision: 1, validFrom: plainDate(validFrom), ...changes };
}

test('a table holds until the next of its 年度 begins, or until the year ends [domain.md §5.3]', () => {
  const periods = listDuePeriods([rule('2023-04-01'), rule('2022-10-01'), rule('2022-05-01')]);
  expect(periods.map(({ from, until }) => [from, until])).toEqual([
    ['2022-05-01', '2022-09-30'],
    ['2022-10-01', '2023-03-31'],
    ['2023-04-01', '2024-03-31'],
  ]);
});

test('of several tables from one day the last revision counts; lead times lie before the visit [domain.md §5.3]', () => {
  const first = rule('2022-04-01', { reportDueDays: 7 });
  const second = rule('2022-04-01', { revision: 2, reportDueDays: 14, requestLeadDays: 30, planLeadDays: null });
  expect(listDuePeriods([second, first])).toEqual([
    {
      from: '2022-04-01',
      until: '2023-03-31',
      days: { request: -30, plan: null, report: 14, survey: null },
    },
  ]);
});
