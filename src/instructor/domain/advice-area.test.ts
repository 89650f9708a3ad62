import { expect, test } from 'vitest';
import { adviceAreas, IT_AND_ADVICE, readAdviceFilter } from './advice-area.ts';

test.each(adviceAreas)('$label is asked for by itself [Y4-03]', ({ code }) => {
  expect(readAdviceFilter(code)).toEqual({ every: [code], some: [] });
});

test('IT together with advice asks for at least one of the four others [Y4-03]', () => {
  const some = adviceAreas.map(({ code }) => code).filter((code) => code !== 'it');
  expect(readAdviceFilter(IT_AND_ADVICE)).toEqual({ every: ['it'], some });
});

test.each(['', 'welding'])('「%s」 asks for nothing', (choice) => {
  expect(readAdviceFilter(choice)).toBeUndefined();
});
