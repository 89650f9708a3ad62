import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { dormancyOf, latestActivity, remainingVisits } from './dormancy.ts';

const day = (text: string | null) => (text === null ? null : plainDate(text));

test.each([
  ['2022-03-01', '2022-06-01', '2022-06-01'],
  ['2022-06-01', '2022-03-01', '2022-06-01'],
  [null, '2022-03-01', '2022-03-01'],
  ['2022-03-01', null, '2022-03-01'],
  [null, null, null],
])('the last activity of an entered day %s and a held visit %s is the later one, %s', (entered, held, latest) => {
  expect(latestActivity(day(entered), day(held))).toBe(latest);
});

test.each([
  ['2023-05-29', { kind: 'active', lastDay: '2023-11-30' }],
  ['2023-05-30', { kind: 'nearing', lastDay: '2023-11-30', daysLeft: 184 }],
  ['2023-11-30', { kind: 'nearing', lastDay: '2023-11-30', daysLeft: 0 }],
  ['2023-12-01', { kind: 'dormant', lastDay: '2023-11-30' }],
])('three years after an activity on 2020-11-30: on %s it is %j [domain.md §5.2]', (today, dormancy) => {
  const facts = { lastActivityOn: day('2020-11-30'), certifiedOn: null, today: plainDate(today) };
  expect(dormancyOf(facts, { years: 3, noticeMonths: 6 })).toEqual(dormancy);
});

test('a leap day counts until 28 February three years on', () => {
  const facts = { lastActivityOn: day('2020-02-29'), certifiedOn: null, today: plainDate('2023-03-01') };
  expect(dormancyOf(facts)).toEqual({ kind: 'dormant', lastDay: '2023-02-28' });
});

test.each([
  [null, null, 'unknown'],
  [null, '2019-04-01', 'dormant'],
  [null, '2022-04-01', 'active'],
  ['2022-04-01', '2010-04-01', 'active'],
  ['2199-12-31', null, 'active'],
])(
  'activity %s and certification %s give %s: who never was active counts from the certification',
  (active, certified, kind) => {
    const facts = { lastActivityOn: day(active), certifiedOn: day(certified), today: plainDate('2022-11-30') };
    expect(dormancyOf(facts).kind).toBe(kind);
  },
);

test.each([
  [20, { held: 3, planned: 2 }, 15],
  [5, { held: 3, planned: 2 }, 0],
  [4, { held: 3, planned: 2 }, -1],
  [null, { held: 3, planned: 2 }, null],
])('a cap of %s with %j leaves %s: planned visits take a place too', (cap, counts, left) => {
  expect(remainingVisits(cap, counts)).toBe(left);
});
