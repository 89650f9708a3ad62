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
const people = ['an instructor', 'another one', undefined] as const;

/** The table read cell by cell, apart from the code that decides. */
function expectedOf(
  role: Role,
  permission: Permission,
  { own, aggregate, self }: { readonly own: boolean; readonly aggregate: boolean; readonly self: boolean },
): boolean {
  const cell = Object.entries(permissionTable[permission]).find(([name]) => name === role)?.[1];
  return (
    cell === 'any-corner' ||
    (cell === 'own-corner' && own) ||
    (cell === 'own-record' && own && self) ||
    (cell === 'aggregate-only' && aggregate)
  );
}

test('every role × permission × corner × kind of figure is decided as the table says [SEC-13]', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...roles),
      fc.constantFrom(...permissions),
      fc.record({
        home: fc.constantFrom(...corners),
        corner: fc.constantFrom(...corners),
        aggregate: fc.boolean(),
        actor: fc.constantFrom(...people),
        asked: fc.constantFrom(...people),
      }),
      (role, permission, { home, corner, aggregate, actor, asked }) => {
        const cornerCode = role === 'system' || role === 'center' ? null : home;
        const self = actor !== undefined && actor === asked;
        const expected = expectedOf(role, permission, { own: cornerCode === corner, aggregate, self });
        const place = { corner, aggregate, instructorId: asked };
        expect(isAllowed({ role, cornerCode, instructorId: actor }, permission, place)).toBe(expected);
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
  // An operator runs the desk and pays nobody: account numbers are no part of that.
  expect(reach('system', false)).toEqual(permissions.filter((permission) => permission !== 'bank-account.read'));
});

test('an instructor may do what is theirs, and nothing about anybody else or the corner [SEC-13]', () => {
  const me = { role: 'instructor', cornerCode: '35', instructorId: 'me' } as const;
  const reach = (place: { corner: string; instructorId?: string }) =>
    permissions.filter((permission) => isAllowed(me, permission, place));
  expect(reach({ corner: '35', instructorId: 'me' }).toSorted()).toEqual([
    'activity-report.read',
    'activity-report.write',
    'calendar-feed.read',
    'calendar-feed.write',
    'offer.answer',
    'own.read',
    'own.write',
    'visit.reply',
  ]);
  expect(reach({ corner: '35', instructorId: 'somebody else' })).toEqual([]);
  expect(reach({ corner: '01', instructorId: 'me' })).toEqual([]);
  expect(reach({ corner: '35' })).toEqual([]);
});

test.each([
  ['account.manage', ['system', 'chief']],
  ['api-token.manage', ['system', 'chief', 'officer']],
  ['instructor.invite', ['system', 'chief', 'officer']],
  ['audit.read', ['system', 'chief', 'auditor']],
] as const)('%s belongs to %j', (permission, expected) => {
  expect(roles.filter((role) => isAllowed({ role, cornerCode: '35' }, permission, { corner: '35' }))).toEqual(expected);
});
