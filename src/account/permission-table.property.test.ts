import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isAllowed,
  permissions,
  permissionTable,
  roles,
  type Permission,
  type Role,
} from '#platform/permission/permission-table.ts';

const corners = ['01', '13', '35', '47'] as const;

/** The table read cell by cell, apart from the code that decides. */
function expectedOf(
  role: Role,
  permission: Permission,
  { own, aggregate }: { readonly own: boolean; readonly aggregate: boolean },
): boolean {
  const cell = Object.entries(permissionTable[permission]).find(([name]) => name === role)?.[1];
  return cell === 'any-corner' || (cell === 'own-corner' && own) || (cell === 'aggregate-only' && aggregate);
}

test('every role × permission × corner × kind of figure is decided as the table says [SEC-13]', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...roles),
      fc.constantFrom(...permissions),
      fc.record({ home: fc.constantFrom(...corners), corner: fc.constantFrom(...corners), aggregate: fc.boolean() }),
      (role, permission, { home, corner, aggregate }) => {
        const cornerCode = role === 'system' || role === 'center' ? null : home;
        const expected = expectedOf(role, permission, { own: cornerCode === corner, aggregate });
        expect(isAllowed({ role, cornerCode }, permission, { corner, aggregate })).toBe(expected);
      },
    ),
    { numRuns: 5000 },
  );
});

test('somebody of another corner may do nothing but the operator, and the Center nothing but review [SEC-13]', () => {
  const allowed = (role: Role) =>
    permissions.filter((permission) => isAllowed({ role, cornerCode: '01' }, permission, { corner: '35' }));
  expect(roles.filter((role) => allowed(role).length > 0)).toEqual(['system', 'center']);
  expect(allowed('center')).toEqual(['certification.review']);
});

test('without a corner of their own only the operator sees persons; the Center sees sums and applications [SEC-13]', () => {
  const reach = (role: Role, aggregate: boolean) =>
    permissions.filter((permission) => isAllowed({ role, cornerCode: null }, permission, { corner: '35', aggregate }));
  expect(reach('center', false)).toEqual(['certification.review']);
  expect(reach('center', true).length).toBeGreaterThan(1);
  expect(reach('system', false)).toEqual(permissions);
});

test.each([
  ['account.manage', ['system', 'chief']],
  ['api-token.manage', ['system', 'chief', 'officer']],
  ['audit.read', ['system', 'chief', 'auditor']],
] as const)('%s belongs to %j', (permission, expected) => {
  expect(roles.filter((role) => isAllowed({ role, cornerCode: '35' }, permission, { corner: '35' }))).toEqual(expected);
});
