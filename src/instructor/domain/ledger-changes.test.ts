import { expect, test } from 'vitest';
import { changesOfLedger } from './ledger-changes.ts';

const record = { name: '架空 太郎', employer: '架空工業', trades: ['sakan'], division: null, phone: '083-000-0001' };

test('a change of employer, trade or division is told with what was before', () => {
  const after = { ...record, employer: '別の工業', trades: ['sakan', 'zoen'], division: 'dx' };
  expect(changesOfLedger(record, after)).toEqual([
    { key: 'employer', before: '架空工業', after: '別の工業' },
    { key: 'trades', before: ['sakan'], after: ['sakan', 'zoen'] },
    { key: 'division', before: null, after: 'dx' },
  ]);
});

test.each([
  ['what stays', record, record],
  ['another telephone', record, { ...record, phone: null }],
  ['the first entry', null, record],
  ['a deletion', record, { reason: '退任' }],
  ['an entry about something else', { profile: [] }, { profile: ['等級：1級'] }],
])('%s is no change of this kind', (_, before, after) => {
  expect(changesOfLedger(before, after)).toEqual([]);
});
