import { expect, test } from 'vitest';
import { buildMonthCalendar, buildWeekCalendar } from './calendar.ts';
import { plainDate } from './plain-date.ts';

const today = plainDate('2022-11-30');

test.for([
  { month: '2022-11', last: '2022-11-30', blanksBefore: 1, previous: '2022-10', next: '2022-12' },
  { month: '2024-02', last: '2024-02-29', blanksBefore: 3, previous: '2024-01', next: '2024-03' },
  { month: '2022-05', last: '2022-05-31', blanksBefore: 6, previous: '2022-04', next: '2022-06' },
  { month: '2023-01', last: '2023-01-31', blanksBefore: 6, previous: '2022-12', next: '2023-02' },
])('$month ends on $last and has $blanksBefore blanks before its first day', (expected) => {
  const calendar = buildMonthCalendar(expected.month, today);
  expect(calendar).toMatchObject({ ...expected, first: `${expected.month}-01` });
  expect(calendar.days).toHaveLength(Number(expected.last.slice(8)));
});

test.each(['', '2022-13', '11', '../..', '1500-01'])('「%s」 gives the month of today', (typed) => {
  expect(buildMonthCalendar(typed, today).month).toBe('2022-11');
});

test.for([
  { day: '2022-11-30', first: '2022-11-28', last: '2022-12-04' },
  { day: '2022-11-28', first: '2022-11-28', last: '2022-12-04' },
  { day: '2023-01-01', first: '2022-12-26', last: '2023-01-01' },
  { day: 'soon', first: '2022-11-28', last: '2022-12-04' },
])('the week of $day runs from Monday $first to Sunday $last', ({ day, first, last }) => {
  const week = buildWeekCalendar(day, today);
  expect(week).toMatchObject({ first, last });
  expect(week.days).toHaveLength(7);
  expect(buildWeekCalendar(week.next, today).previous).toBe(first);
});
