import { expect, test } from 'vitest';
import { checkTerritory, measureQuota } from './territory.ts';

test.each([
  [8, { held: 0, planned: 0 }, 8],
  [8, { held: 5, planned: 2 }, 1],
  [8, { held: 8, planned: 0 }, 0],
  [8, { held: 9, planned: 3 }, 0],
  [0, { held: 0, planned: 0 }, 0],
])('of a quota of %i with %j, %i visits are still to be planned [Y5-11]', (quota, counts, missing) => {
  expect(measureQuota(quota, counts)).toEqual({ quota, ...counts, missing });
});

test('names every municipality that does not exist', () => {
  const territory = { coordinator: '架空 次郎', monthlyQuota: 8, note: null, municipalities: ['352039', '359998'] };
  expect(checkTerritory(territory).map(({ problem }) => problem)).toEqual([
    { kind: 'unknown-code', value: '359998', code: '市区町村' },
  ]);
});
