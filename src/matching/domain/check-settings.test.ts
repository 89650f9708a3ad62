import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { checkSettings } from './check-settings.ts';
import { noSettings, type ExtraInstructor, type PlanSettings } from './planning-settings.ts';

const [first, last] = [plainDate('2022-04-01'), plainDate('2023-03-31')] as const;

const extra: ExtraInstructor = {
  id: '',
  name: '仮の人',
  kind: 'meister',
  tradeCodes: ['kikai-kako'],
  municipalityCode: '352039',
  yearlyCap: null,
};

const check = (changes: Partial<PlanSettings>) =>
  checkSettings({ ...noSettings, ...changes }, { fiscalYear: 2022, today: plainDate('2022-11-30') });

test.each([
  ['nothing that differs', {}],
  ['the first and the last day of the year', { from: first, until: last }],
  ['one day', { from: last, until: last, closedPeriods: [{ from: first, until: first, reason: '' }] }],
  ['a budget and targets of nothing', { budgetYen: 0, targets: { 'visits.sme': 0 } }],
  ['as many assumed people as are allowed', { extraInstructors: Array.from({ length: 20 }, () => extra) }],
] satisfies readonly (readonly [string, Partial<PlanSettings>])[])('conditions with %s are kept', (_what, changes) => {
  expect(check(changes)).toMatchObject({ ok: true });
});

test.each([
  ['wrong-weight', { weights: { fairness: -1 } }],
  ['wrong-target', { targets: { 'visits.school': 1.5 } }],
  ['wrong-budget', { budgetYen: -1 }],
  ['too-many-extra', { extraInstructors: Array.from({ length: 21 }, () => extra) }],
  ['wrong-extra', { extraInstructors: [{ ...extra, name: ' ' }] }],
  ['wrong-extra', { extraInstructors: [{ ...extra, tradeCodes: [] }] }],
  ['wrong-extra', { extraInstructors: [{ ...extra, tradeCodes: ['unknown'] }] }],
  ['wrong-extra', { extraInstructors: [{ ...extra, municipalityCode: '999999' }] }],
  ['wrong-extra', { extraInstructors: [{ ...extra, yearlyCap: -1 }] }],
  ['too-many-closed', { closedPeriods: Array.from({ length: 51 }, () => ({ from: first, until: last, reason: '' })) }],
  ['wrong-period', { closedPeriods: [{ from: last, until: first, reason: '' }] }],
  ['wrong-period', { from: last, until: first }],
  ['outside-year', { from: plainDate('2022-03-31') }],
  ['outside-year', { until: plainDate('2023-04-01') }],
] satisfies readonly (readonly [string, Partial<PlanSettings>])[])('%s is told', (kind, changes) => {
  expect(check(changes)).toMatchObject({ ok: false, refusal: { kind } });
});
