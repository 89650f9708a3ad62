import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { anApplication } from '../case-fixture.ts';
import type { CertificationInput } from './certification.ts';
import { findCriteria } from './certification-criteria.ts';
import { judgeEligibility } from './eligibility.ts';

function judge(changes: Partial<CertificationInput>, day = '2022-11-10') {
  const on = plainDate(day);
  const criteria = findCriteria(on);
  if (!criteria) throw new Error(`no criteria on ${day}`);
  return Object.fromEntries(
    judgeEligibility(anApplication(changes), { criteria, on }).map((verdict) => [verdict.criterion, verdict]),
  );
}

const answers = (verdicts: ReturnType<typeof judge>) =>
  Object.entries(verdicts).map(([criterion, verdict]) => `${criterion} ${verdict.answer}`);

test.each([
  ['v1', '2022-09-30', ['trade met', 'division met', 'basis met', 'practice met', 'will met']],
  ['v2', '2022-11-10', ['trade met', 'division met', 'basis met', 'practice met', 'instruction met', 'will met']],
  ['v3', '2025-04-01', ['trade met', 'division met', 'basis met', 'practice met', 'occasions met', 'will met']],
])('every criterion of %s answers [domain.md §5.1]', (_, day, expected) => {
  expect(answers(judge({}, day))).toEqual(expected);
});

test.each([
  ['2017-11-10', 'met', 5],
  ['2017-11-11', 'not-met', 4],
])('v2 counts 5 years of practice after the basis: since %s %s, %i years', (basisOn, answer, years) => {
  expect(judge({ basisOn: plainDate(basisOn) })['practice']).toMatchObject({ answer, years, needed: 5 });
});

test.each([
  ['2019-11-10', 'met', 3],
  ['2019-11-11', 'not-met', 2],
])('v2 counts 3 years of instruction after the basis: since %s %s, %i years', (from, answer, years) => {
  expect(judge({ instructionFrom: plainDate(from) })['instruction']).toMatchObject({ answer, years, needed: 3 });
});

test.each([
  ['2007-09-30', 'met'],
  ['2007-10-01', 'not-met'],
])('v1 counts 15 years of practice, before the basis too: since %s %s', (from, answer) => {
  const changes = { practiceFrom: plainDate(from), basisOn: plainDate('2020-01-01') };
  expect(judge(changes, '2022-09-30')['practice']).toMatchObject({ answer, from });
});

test.each([
  ['national-meister', '2022-11-10', 'not-met', 'not-accepted'],
  ['national-meister', '2025-04-01', 'met', ''],
  ['prefectural-award', '2022-11-10', 'to-judge', 'weighed-by-center'],
  ['special-trade', '2022-11-10', 'not-met', 'other-trade'],
  [null, '2022-11-10', 'to-judge', ''],
] as const)('the basis %s on %s is %s', (basisCode, day, answer, remark) => {
  expect(judge({ basisCode }, day)['basis']).toMatchObject({ answer, remark });
});

test('the special table is for its three trades alone [domain.md §5.1 ⑤]', () => {
  const trades = [findTrade('電気溶接')?.code ?? ''];
  expect(judge({ basisCode: 'special-trade', trades })['basis']).toMatchObject({ answer: 'met', mark: '⑤' });
});

test('DX skill is asked of the DX division alone, which v1 and v3 do not have', () => {
  expect(judge({ division: 'dx' })['dx']).toMatchObject({ answer: 'to-judge', written: false });
  expect(judge({})['dx']).toBeUndefined();
  expect([judge({ division: 'dx' }, '2022-09-30'), judge({ division: 'dx' }, '2025-04-01')].map(answers)).toEqual([
    expect.arrayContaining(['division not-met']),
    expect.arrayContaining(['division not-met']),
  ]);
});

test.each([
  [null, 'to-judge'],
  [true, 'met'],
  [false, 'not-met'],
])("the corner's judgement %s answers the will and, in v3, the instruction", (chiefJudgement, answer) => {
  const verdicts = judge({ chiefJudgement }, '2025-04-01');
  expect([verdicts['will']?.answer, verdicts['occasions']?.answer]).toEqual([answer, answer]);
});

test('days that are not written down leave the years to be judged', () => {
  const verdicts = judge({ practiceFrom: null, instructionFrom: null });
  expect([verdicts['practice']?.answer, verdicts['instruction']?.answer]).toEqual(['to-judge', 'to-judge']);
});
