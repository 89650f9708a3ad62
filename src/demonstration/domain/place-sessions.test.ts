import { expect, test } from 'vitest';
import { placeSessions, readSeries } from './place-sessions.ts';

const HEADER = '派遣先|事業区分|職種|登録番号|初日|間隔|回数|人数|開始|分|中止|要請|内容';

function place(rows: readonly string[], isFree: (day: string) => boolean = () => true): readonly string[] {
  const sessions = placeSessions(readSeries([HEADER, ...rows].join('\n')), (_series, day) => isFree(day));
  return sessions.map(({ series, date, cancelReason }) =>
    `${series.organization} ${date} ${cancelReason ?? ''}`.trim(),
  );
}

test('sessions follow each other at even distances and leave out days that are not free', () => {
  const placed = place(['S-1|実技指導|塗装|M-1|2022-10-03|7|3|2|13:00|90|||'], (day) => day !== '2022-10-10');
  expect(placed).toEqual(['S-1 2022-10-03', 'S-1 2022-10-17', 'S-1 2022-10-24']);
});

test('a session that was called off is made up for at the end', () => {
  const placed = place(['S-1|実技指導|塗装|M-1|2022-10-03|7|2|2|13:00|90|2:台風||']);
  expect(placed).toEqual(['S-1 2022-10-03', 'S-1 2022-10-10 台風', 'S-1 2022-10-17']);
});

test('an instructor works at one place a day', () => {
  const placed = place([
    'S-1|実技指導|塗装|M-1;M-2|2022-10-03|7|2|2|13:00|90|||',
    'S-2|実技指導|塗装|M-2|2022-10-10|7|1|2|09:00|90|||',
  ]);
  expect(placed).toEqual(['S-1 2022-10-03', 'S-1 2022-10-10', 'S-2 2022-10-17']);
});

test('a series that finds no day before the year is over is a slip of the plan', () => {
  const row = 'S-1|実技指導|塗装|M-1|2022-10-03|7|3|2|13:00|90|||';
  expect(() => place([row], () => false)).toThrow('no day left for S-1 塗装 from 2022-10-03');
});
