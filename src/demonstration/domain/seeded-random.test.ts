import { expect, test } from 'vitest';
import { drawInteger, drawItem, seedRandom } from './seeded-random.ts';

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, seedRandom(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test('whole numbers reach both ends and nothing beyond', () => {
  const random = seedRandom(1);
  const drawn = new Set(Array.from({ length: 500 }, () => drawInteger(random, 3, 6)));
  expect(drawn).toEqual(new Set([3, 4, 5, 6]));
});

test('nothing is drawn from an empty list', () => {
  expect(() => drawItem(seedRandom(1), [])).toThrow('Nothing to draw from');
});
