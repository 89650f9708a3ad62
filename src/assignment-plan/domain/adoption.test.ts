import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { groupByPerson } from './adoption.ts';

const session = (day: number, ...instructorIds: readonly string[]) => ({
  visitOn: plainDate(`2022-12-0${day}`),
  instructorIds,
});

test('each person gets all their days early to late: who has most first, then who begins first', () => {
  const sessions = [session(7, 'b'), session(6, 'a', 'c'), session(5, 'c'), session(8, 'd')];
  expect(groupByPerson(sessions).map(({ instructorId, days }) => [instructorId, ...days])).toEqual([
    ['c', '2022-12-05', '2022-12-06'],
    ['a', '2022-12-06'],
    ['b', '2022-12-07'],
    ['d', '2022-12-08'],
  ]);
  expect(groupByPerson([])).toEqual([]);
});
