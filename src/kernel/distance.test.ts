import { expect, test } from 'vitest';
import { kilometresBetween } from '#kernel/distance.ts';

const TOKYO = { latitude: 35.6895, longitude: 139.6917 };
const OSAKA = { latitude: 34.6864, longitude: 135.52 };
const SAPPORO = { latitude: 43.0642, longitude: 141.3469 };
const NAHA = { latitude: 26.2124, longitude: 127.6809 };

test.each([
  ['Tokyo and Osaka', TOKYO, OSAKA, 396],
  ['Sapporo and Naha', SAPPORO, NAHA, 2244],
  ['opposite points of the globe', { latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 }, 20_015.1],
])('measures %s within 0.5 %% and the way back alike', (_, from, to, kilometres) => {
  expect(Math.abs(kilometresBetween(from, to) / kilometres - 1)).toBeLessThan(0.005);
  expect(kilometresBetween(to, from)).toBe(kilometresBetween(from, to));
});

test('a place is no distance from itself', () => {
  expect(kilometresBetween(TOKYO, TOKYO)).toBe(0);
});
