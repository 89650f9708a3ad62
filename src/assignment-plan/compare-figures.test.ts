import { expect, test } from 'vitest';
import { compareFigures, type PlanFigures } from './compare-figures.ts';

const figures = (changes: Partial<PlanFigures>): PlanFigures => ({
  points: 1000,
  gap: 0,
  placed: 10,
  unplaced: 2,
  kilometres: 500,
  yen: 40_000,
  different: 0,
  breakdown: [],
  ...changes,
});

const row = (rows: ReturnType<typeof compareFigures>, key: string) => rows.find((each) => each.key === key);

test('the best of each figure is marked: fewest points, most sessions, fewest kilometres', () => {
  const rows = compareFigures([
    figures({ points: 900, placed: 12, kilometres: 700 }),
    figures({ breakdown: [{ rule: 'travel-distance', amount: 500, points: 500 }] }),
  ]);
  const best = (key: string) => row(rows, key)?.cells.map((cell) => cell.best);
  expect(best('points')).toEqual([true, false]);
  expect(best('served')).toEqual([true, false]);
  expect(best('kilometres')).toEqual([false, true]);
  expect(best('travel-distance')).toEqual([true, false]);
  expect(row(rows, 'travel-distance')?.cells[1]).toEqual({ text: '500点', note: '500km', best: false });
});

test('where all plans are alike, and where there is one alone, nothing is called best', () => {
  const marked = (rows: ReturnType<typeof compareFigures>) =>
    rows.flatMap(({ cells }) => cells).filter(({ best }) => best);
  expect(marked(compareFigures([figures({}), figures({})]))).toEqual([]);
  expect(marked(compareFigures([figures({}), undefined]))).toEqual([]);
});

test('a plan that was never calculated has blanks, and without any result there is no comparison', () => {
  expect(row(compareFigures([figures({}), undefined]), 'points')?.cells[1]?.text).toBe('計算していません');
  expect(compareFigures([undefined, undefined])).toEqual([]);
});
