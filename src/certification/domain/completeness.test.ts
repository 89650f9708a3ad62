import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { anApplication } from '../case-fixture.ts';
import { findCriteria } from './certification-criteria.ts';
import { listShortcomings, listShortcomingsForCenter } from './completeness.ts';

const evidence = ['qualification', 'recommendation'] as const;
const facts = { criteria: findCriteria(plainDate('2022-11-10')), evidence };

test('an application that has everything lacks nothing', () => {
  expect(listShortcomings(anApplication(), facts)).toEqual([]);
  expect(listShortcomingsForCenter(anApplication(), facts)).toEqual([]);
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
  expect(listShortcomings(anApplication(changes), facts)).toEqual(expected);
});

test('instruction is asked for by v2 and v3, not by v1', () => {
  const changes = { instructionFrom: null, instructionNote: null };
  const keysOn = (day: string) =>
    listShortcomings(anApplication(changes), { criteria: findCriteria(plainDate(day)), evidence }).map((item) =>
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
  expect(listShortcomings(application, facts)).toEqual([]);
  expect(listShortcomingsForCenter(application, facts)).toEqual([
    { kind: 'field', key: 'chiefJudgement' },
    { kind: 'criterion', criterion: 'practice' },
    { kind: 'criterion', criterion: 'instruction' },
  ]);
});

test('a day without criteria is said', () => {
  expect(listShortcomings(anApplication(), { criteria: undefined, evidence })).toEqual([{ kind: 'no-criteria' }]);
});

test('a copy that is not there is named, for the corner and for the Center alike', () => {
  const expected = [{ kind: 'evidence', anyOf: ['qualification'] }];
  const held = { ...facts, evidence: ['recommendation', 'award'] as const };
  expect(listShortcomings(anApplication(), held)).toEqual(expected);
  expect(listShortcomingsForCenter(anApplication(), held)).toEqual(expected);
  expect(listShortcomings(anApplication({ basisCode: 'olympics-medal' }), held)).toEqual([]);
});

test('before the day of the application is known, no copy is asked for', () => {
  const application = anApplication({ appliedOn: null });
  expect(listShortcomings(application, { ...facts, evidence: [] })).toEqual([{ kind: 'field', key: 'appliedOn' }]);
});
