import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { spreadSeries } from './visit-series.ts';

test('ten Tuesdays begin with the first one from the day on and leave out the year-end closure [DAT-36]', () => {
  const { days, skipped } = spreadSeries({ firstOn: plainDate('2022-11-30'), weekday: '2', count: 6 });
  expect(days).toEqual(['2022-12-06', '2022-12-13', '2022-12-20', '2022-12-27', '2023-01-10', '2023-01-17']);
  expect(skipped).toEqual([{ day: '2023-01-03', warning: { kind: 'closure', name: '年末年始' } }]);
});

test('a national holiday is left out, a weekend is not: somebody chose it', () => {
  const monday = spreadSeries({ firstOn: plainDate('2023-01-02'), weekday: '1', count: 1 });
  expect([monday.days, monday.skipped.map(({ day }) => day)]).toEqual([['2023-01-16'], ['2023-01-02', '2023-01-09']]);
  const sunday = spreadSeries({ firstOn: plainDate('2022-12-04'), weekday: '0', count: 2 });
  expect([sunday.days, sunday.skipped]).toEqual([['2022-12-04', '2022-12-11'], []]);
});
