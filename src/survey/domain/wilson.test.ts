import { expect, test } from 'vitest';
import { fewestToProve, wilsonInterval } from './wilson.ts';

// Newcombe, Statistics in Medicine 17 (1998), table I, method 3: the score interval without continuity correction.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i lies between %f and %f', (numerator, denominator, low, high) => {
  const interval = wilsonInterval(numerator, denominator);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

test.each([
  [0.9, 35],
  [0.8, 16],
  [0.95, 73],
  [0.5, 4],
])('a target of %f cannot be proven with fewer than %i answers', (target, needed) => {
  expect(fewestToProve(target)).toBe(needed);
  expect(wilsonInterval(needed, needed).low).toBeGreaterThanOrEqual(target);
  expect(wilsonInterval(needed - 1, needed - 1).low).toBeLessThan(target);
});
