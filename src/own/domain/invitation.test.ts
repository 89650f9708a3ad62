import { expect, test } from 'vitest';
import { accessTermsOn } from './access-terms.ts';
import { invitationState } from './invitation.ts';

test.each([
  [{ usedAt: null, revokedAt: null }, 9, 'open'],
  [{ usedAt: null, revokedAt: null }, 10, 'expired'],
  [{ usedAt: 5, revokedAt: null }, 20, 'used'],
  [{ usedAt: null, revokedAt: 5 }, 6, 'revoked'],
] as const)('a letter until 10 with %j is at %i %s', (facts, now, expected) => {
  expect(invitationState({ ...facts, expiresAt: 10 }, now)).toBe(expected);
});

test('a letter holds 14 days and a device 30, also before the first day of the rule', () => {
  for (const day of ['2021-01-01', '2022-04-01', '2030-01-01'])
    expect(accessTermsOn(day)).toMatchObject({ invitationDays: 14, sessionDays: 30 });
});
