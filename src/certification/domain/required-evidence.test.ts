import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { certificationBases } from './certification-basis.ts';
import { listMissingEvidence, listRequiredEvidence } from './required-evidence.ts';

const day = plainDate('2022-11-10');

test.each(certificationBases.map(({ code }) => code))(
  '%s needs a copy that proves it, and a recommendation',
  (basis) => {
    const required = listRequiredEvidence(basis, day);
    expect(required).toHaveLength(2);
    expect(required[1]).toEqual(['recommendation']);
  },
);

test('any of the kinds that prove a basis will do', () => {
  const required = listRequiredEvidence('outstanding-skills', day);
  expect(listMissingEvidence(required, ['award', 'recommendation'])).toEqual([]);
  expect(listMissingEvidence(required, ['qualification', 'recommendation'])).toEqual([]);
  expect(listMissingEvidence(required, ['practice'])).toEqual([['award', 'qualification'], ['recommendation']]);
});

test.each([
  ['2013-03-31', 0],
  ['2013-04-01', 2],
  ['2026-04-01', 2],
])('the copies follow the day of the application: %s', (on, count) => {
  expect(listRequiredEvidence('top-grade', plainDate(on))).toHaveLength(count);
});

test('while the basis is not written down, the recommendation alone is known to be needed', () => {
  expect(listRequiredEvidence(null, day)).toEqual([['recommendation']]);
});
