import { expect, test } from 'vitest';
import { takeAttempt, type SignInAttempts } from './sign-in-attempt.ts';

const limit = { failures: 10, withinMinutes: 15, lockedMinutes: 15 };
const minute = 60_000;
const start = 1_000_000_000;

function attempts(failedCount: number, lockedUntil: number | null = null): SignInAttempts {
  return { failedCount, firstFailedAt: start, lockedUntil };
}

test.each([
  ['the first attempt counts one', undefined, 0, [1, null]],
  ['the ninth is answered without a lock', attempts(8), 14, [9, null]],
  ['the tenth is answered and locks', attempts(9), 14, [10, 29]],
  ['just before 15 minutes the count goes on', attempts(9), 14.99, [10, 29.99]],
  ['15 minutes after the first failure the count starts anew', attempts(9), 15, [1, null]],
] as const)('%s [SEC-08]', (_, before, minutes, [failedCount, lockedMinute]) => {
  const taken = takeAttempt(before, { now: start + minutes * minute, limit });
  expect(taken.ok && [taken.value.failedCount, taken.value.lockedUntil]).toEqual([
    failedCount,
    lockedMinute === null ? null : start + lockedMinute * minute,
  ]);
});

test.each([
  [-1, { ok: false, refusal: { kind: 'locked', until: start + 20 * minute } }],
  [0, { ok: true, value: { failedCount: 1, firstFailedAt: start + 20 * minute, lockedUntil: null } }],
] as const)('a lock ends at its minute and the count starts anew (%i ms) [SEC-08]', (offset, expected) => {
  const until = start + 20 * minute;
  expect(takeAttempt(attempts(10, until), { now: until + offset, limit })).toEqual(expected);
});
