import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { anApplication } from '../case-fixture.ts';
import { findCriteria } from './certification-criteria.ts';
import { listShortcomings, listShortcomingsForCenter } from './completeness.ts';

const criteria = findCriteria(plainDate('2022-11-10'));

test('an application that has everything lacks nothing', () => {
  expect(listShortcomings(anApplication(), criteria)).toEqual([]);
  expect(listShortcomingsForCenter(anApplication(), criteria)).toEqual([]);
});

test.each([
  ['a blank of the form', { phone: null }, [{ kind: 'field', key: 'phone' }]],
  ['DX without its skill', { division: 'dx' }, [{ kind: 'field', key: 'dxSkill' }]],
  [
    'a third party whose kinship is not asked',
    { employer: null, recommenderKind: 'third-party' },
    [{ kind: 'field', key: 'recommenderKin' }],
  ],
  [
    'a recommender who is kin',
    { employer: null, recommenderKind: 'third-party', recommenderKin: true },
    [{ kind: 'recommender', refusal: { kind: 'kin' } }],
  ],
] as const)('before it is received: %s', (_, changes, expected) => {
  expect(listShortcomings(anApplication(changes), criteria)).toEqual(expected);
});

test('instruction is asked for by v2 and v3, not by v1', () => {
  const changes = { instructionFrom: null, instructionNote: null };
  const keysOn = (day: string) =>
    listShortcomings(anApplication(changes), findCriteria(plainDate(day))).map((item) =>
      item.kind === 'field' ? item.key : item.kind,
    );
  expect([keysOn('2022-09-30'), keysOn('2022-10-01'), keysOn('2025-04-01')]).toEqual([
    [],
    ['instructionFrom', 'instructionNote'],
    ['instructionNote'],
  ]);
});

test('before the bundle the judgement stands and no criterion is plainly not met', () => {
  const application = anApplication({ chiefJudgement: null, basisOn: plainDate('2020-01-01') });
  expect(listShortcomings(application, criteria)).toEqual([]);
  expect(listShortcomingsForCenter(application, criteria)).toEqual([
    { kind: 'field', key: 'chiefJudgement' },
    { kind: 'criterion', criterion: 'practice' },
    { kind: 'criterion', criterion: 'instruction' },
  ]);
});

test('a day without criteria is said', () => {
  expect(listShortcomings(anApplication(), undefined)).toEqual([{ kind: 'no-criteria' }]);
});
