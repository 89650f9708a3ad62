import { expect, test } from 'vitest';
import { cornerRoles, decideAccountChange, type AccountChange } from './account-change.ts';

const officer = { id: 'a', role: 'officer', disabled: false };
const changes: readonly AccountChange[] = [
  { kind: 'role', role: 'clerk' },
  { kind: 'disable' },
  { kind: 'enable' },
  { kind: 'reset-second-factor' },
  { kind: 'reset-password' },
];

test.each(changes)('nobody may $kind their own account [SEC-09]', (change) => {
  expect(decideAccountChange(officer, change, 'a')).toEqual({ ok: false, refusal: { kind: 'own-account' } });
});

test.each([
  ['chief', 'ok'],
  ['auditor', 'ok'],
  ['officer', 'nothing-to-change'],
  ['center', 'unknown-role'],
  ['system', 'unknown-role'],
  ['', 'unknown-role'],
])('the role %s for an officer: %s', (role, expected) => {
  const decided = decideAccountChange(officer, { kind: 'role', role }, 'b');
  expect(decided.ok ? 'ok' : decided.refusal.kind).toBe(expected);
});

test.each([
  ['disable', false, true],
  ['disable', true, false],
  ['enable', true, true],
  ['enable', false, false],
] as const)('%s of an account that is disabled %s is allowed: %s', (kind, disabled, allowed) => {
  expect(decideAccountChange({ ...officer, disabled }, { kind }, 'b').ok).toBe(allowed);
});

test('a corner gives five roles', () => {
  expect(cornerRoles).toEqual(['chief', 'officer', 'clerk', 'coordinator', 'auditor']);
});
