import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { noSettings } from '#matching/domain/planning-settings.ts';
import { defaultWeightsOn } from '#matching/domain/planning-weights.ts';
import { settingsDifferences } from './settings-differences.ts';

const usual = defaultWeightsOn(plainDate('2022-11-30'));

test('a copy without a change differs in nothing, even where a weight is typed as it is anyway', () => {
  expect(settingsDifferences(noSettings, noSettings, usual)).toEqual([]);
  const typed = { ...noSettings, weights: { fairness: usual.fairness } };
  expect(settingsDifferences(typed, noSettings, usual)).toEqual([]);
});

test('every kind of change is told in a few words', () => {
  const from = plainDate('2023-01-16');
  const until = plainDate('2023-01-22');
  const changed = {
    weights: { 'travel-distance': 5 },
    targets: { 'visits.sme': 40 },
    budgetYen: 500_000,
    extraInstructors: [
      {
        id: 'x',
        name: '仮の人A',
        kind: 'meister',
        tradeCodes: ['kikai-kako'],
        municipalityCode: '352012',
        yearlyCap: null,
      },
    ],
    closedPeriods: [{ from, until, reason: 'インフルエンザ' }],
    from,
    until: null,
    moveAgreed: true,
  } as const;
  expect(settingsDifferences(changed, noSettings, usual)).toEqual([
    '移動距離の重み 1→5',
    '目標 派遣回数（中小企業） 40回',
    '移動費の予算 500,000円',
    '仮の人を加える：仮の人A',
    '休止 2023/01/16（月）〜2023/01/22（日）（インフルエンザ）',
    '期間 2023/01/16（月）〜年度の終わり',
    '受けた予定も動かす',
  ]);
});
