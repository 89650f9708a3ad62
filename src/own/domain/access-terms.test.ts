import { expect, test } from 'vitest';
import { accessTermsOn, endWhenUsed, renewedEnd } from './access-terms.ts';

const DAY = 24 * 60 * 60 * 1000;
const terms = accessTermsOn('2022-11-30');

test.each([
  ['2022-03-31', 30],
  ['2022-04-01', 30],
  ['2030-01-01', 30],
])('on %s a device that is not used stays signed in for %i days', (day, days) => {
  expect(accessTermsOn(day).sessionDays).toBe(days);
});

test.each([
  [0, 30],
  [1, 31],
  [149, 179],
  [150, 180],
  [151, 180],
  [179, 180],
])('used on day %i, a device stays signed in to day %i and never longer than 180', (now, end) => {
  expect(endWhenUsed({ createdAt: 0, now: now * DAY }, terms)).toBe(end * DAY);
});

test.each([
  ['within a day nothing is written', DAY - 1, 30 * DAY, undefined],
  ['after a day the end moves on', DAY, 30 * DAY, 31 * DAY],
  ['the last stretch is given, however short', 150.5 * DAY, 179.9 * DAY, 180 * DAY],
  ['at the last end there is nothing to gain', 160 * DAY, 180 * DAY, undefined],
  ['an end is never taken back', 3 * DAY, 40 * DAY, undefined],
])('%s', (_, now, expiresAt, expected) => {
  expect(renewedEnd({ createdAt: 0, expiresAt, now }, terms)).toBe(expected);
});
