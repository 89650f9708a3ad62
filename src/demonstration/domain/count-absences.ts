import { drawItem, type SeededRandom } from './seeded-random.ts';

const LARGEST_SHARE_ABSENT = 0.25;

/**
 * Who came, where `expected` were to come to each session and `total` came to all of them: absences fall on sessions by
 * chance, at most a quarter of one group and never on somebody who comes alone.
 */
export function spreadAbsences(expected: readonly number[], total: number, random: SeededRandom): readonly number[] {
  const came = [...expected];
  let absent = expected.reduce((sum, count) => sum + count, 0) - total;
  if (absent < 0) throw new RangeError(`${total} cannot come where ${total + absent} are expected`);
  while (absent > 0) {
    const open = came.flatMap((count, index) => (mayMiss(expected[index] ?? 0, count) ? [index] : []));
    const index = drawItem(random, open);
    came[index] = (came[index] ?? 0) - 1;
    absent -= 1;
  }
  return came;
}

function mayMiss(expected: number, came: number): boolean {
  return expected > 1 && expected - came + 1 <= Math.max(1, Math.floor(expected * LARGEST_SHARE_ABSENT));
}
