import type { YearShape } from './generate-problem.ts';
import { createDraw } from './seeded-draw.ts';

/** A made-up year with the name under which its figures are printed. */
export type BenchCase = { readonly name: string; readonly shape: YearShape };

const plain = { teamShare: 0, everyRule: false };
const teams = { teamShare: 30, everyRule: false };
const every = { teamShare: 30, everyRule: true };
const tight = { sessions: 270, workers: 60 };
const roomy = { sessions: 270, workers: 200 };
const large = { sessions: 2000, workers: 400 };

/** A prefecture's year with few and with many instructors, each without and with team sessions. */
export const smallCases: readonly BenchCase[] = [
  { name: '270 × 60', shape: { seed: 11, ...tight, ...plain } },
  { name: '270 × 200', shape: { seed: 12, ...roomy, ...plain } },
  { name: '270 × 60, teams', shape: { seed: 11, ...tight, ...teams } },
  { name: '270 × 200, teams', shape: { seed: 12, ...roomy, ...teams } },
];

/** The largest year that a corner can have. */
export const largeCases: readonly BenchCase[] = [
  { name: '2,000 × 400', shape: { seed: 13, ...large, ...plain } },
  { name: '2,000 × 400, teams', shape: { seed: 13, ...large, ...teams } },
];

/** Every named constraint on, with team sessions, hours of the day and the way between two visits. */
export const everyRuleCases: readonly BenchCase[] = [
  { name: '270 × 200, every rule', shape: { seed: 12, ...roomy, ...every } },
  { name: '2,000 × 400, every rule', shape: { seed: 13, ...large, ...every } },
];

const PREFECTURES = 47;

/** The year of each prefecture: 120 to 519 sessions and 90 to 339 instructors. */
export function listNationalCases(): BenchCase[] {
  const draw = createDraw(47);
  return Array.from({ length: PREFECTURES }, (_, index) => {
    const size = { sessions: draw.between(120, 519), workers: draw.between(90, 339) };
    return { name: `prefecture ${index + 1}`, shape: { seed: 100 + index, ...size, ...teams } };
  });
}
