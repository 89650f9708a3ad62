import { expect, test } from 'vitest';
import { noSettings } from '#matching/domain/planning-settings.ts';
import { readSettingsForm } from './settings-form.server.ts';

function form(values: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
}

const chief = { current: noSettings, mayWeigh: true };

test('an empty form is no condition at all: every figure follows the corner', () => {
  expect(readSettingsForm(form({ closed: '0', extra: '0', 'extra-0-kind': 'meister' }), chief)).toEqual({
    settings: noSettings,
    errors: [],
  });
});

test('figures, days and rows are read as people write them', () => {
  const { settings, errors } = readSettingsForm(
    form({
      'weight-travel-distance': '５',
      'target-visits.sme': '40',
      budgetYen: '50万円',
      from: 'R5.1.1',
      moveAgreed: 'on',
      closed: '0',
      'closed-0-from': '2023/1/16',
      'closed-0-until': '2023/1/22',
      'closed-0-reason': 'インフルエンザ',
      extra: '0',
      'extra-0-id': '',
      'extra-0-name': '仮の人A',
      'extra-0-kind': 'skilled-worker',
      'extra-0-trade': 'kikai-kako',
      'extra-0-municipality': '352012',
      'extra-0-cap': '10',
    }),
    chief,
  );
  expect(errors).toEqual([]);
  expect(settings).toEqual({
    weights: { 'travel-distance': 5 },
    targets: { 'visits.sme': 40 },
    budgetYen: 500_000,
    from: '2023-01-01',
    until: null,
    moveAgreed: true,
    closedPeriods: [{ from: '2023-01-16', until: '2023-01-22', reason: 'インフルエンザ' }],
    extraInstructors: [
      {
        id: '',
        name: '仮の人A',
        kind: 'skilled-worker',
        tradeCodes: ['kikai-kako'],
        municipalityCode: '352012',
        yearlyCap: 10,
      },
    ],
  });
});

test('weights are kept as they are where somebody else than the chief sends some', () => {
  const current = { ...noSettings, weights: { fairness: 7 } };
  const { settings } = readSettingsForm(form({ 'weight-fairness': '0' }), { current, mayWeigh: false });
  expect(settings.weights).toEqual({ fairness: 7 });
});

test('every entry that cannot be read is told at its field, in the order of the form [DES-20]', () => {
  const { errors } = readSettingsForm(
    form({
      'weight-fairness': '多め',
      closed: '0',
      'closed-0-from': 'あ',
      extra: '0',
      'extra-0-name': '仮の人A',
    }),
    chief,
  );
  expect(errors.map(({ name }) => name)).toEqual([
    'weight-fairness',
    'closed-0-from',
    'closed-0-until',
    'extra-0-trade',
    'extra-0-municipality',
  ]);
});
