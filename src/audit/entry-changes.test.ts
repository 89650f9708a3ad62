import { expect, test } from 'vitest';
import { entryChanges } from './entry-changes.ts';

test('says changed fields of a record by their headers and written as on screen [SEC-11]', () => {
  const before = { name: '架空製作所', employees: 24, kind: 'sme' };
  const changes = entryChanges({ kind: 'organization', before, after: { ...before, employees: 30, kind: 'school' } });
  expect(changes).toEqual([
    { label: '従業員数', before: '24', after: '30' },
    expect.objectContaining({ label: '区分', before: '中小企業' }),
  ]);
});

test('says roles and states of accounts in Japanese', () => {
  const changes = entryChanges({
    kind: 'account',
    before: { role: 'clerk', disabled: false },
    after: { role: 'chief', disabled: true },
  });
  expect(changes).toEqual([
    { label: '役割', before: '事務補佐員', after: 'コーナー長' },
    { label: '停止中', before: 'いいえ', after: 'はい' },
  ]);
});

test('says what somebody was refused by its name [SEC-11]', () => {
  const changes = entryChanges({ kind: 'visit', before: null, after: { permission: 'visit.delete' } });
  expect(changes).toEqual([{ label: '必要な権限', before: '', after: '派遣を削除する' }]);
});

test.each([[{ employees: 'many', unheardOf: { a: 1 } }], [[1, 2]], [null], ['text']])(
  'an entry of another time is shown, not refused: %j',
  (after) => {
    expect(() => entryChanges({ kind: 'organization', before: null, after })).not.toThrow();
  },
);
