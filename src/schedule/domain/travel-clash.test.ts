import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { findTravelClashes, type PlacedVisit } from './travel-clash.ts';

const travel = [{ validFrom: plainDate('2022-04-01'), kilometresAnHour: 40, extraMinutes: 15 }];
const [yamaguchi, shimonoseki] = ['352039', '352012'];

function placed(id: string, changes: Partial<PlacedVisit> = {}): PlacedVisit {
  return {
    id,
    number: `V-${id}`,
    host: '架空精機',
    instructor: 'M-001',
    instructorName: '架空 太郎',
    day: plainDate('2022-12-05'),
    startsAt: '10:00',
    endsAt: '12:00',
    municipalityCode: yamaguchi,
    ...changes,
  };
}

test.each<[string, Partial<PlacedVisit>, boolean]>([
  ['a quarter of an hour later at the same place', { startsAt: '12:15', endsAt: '13:00' }, false],
  ['a minute sooner', { startsAt: '12:14', endsAt: '13:00' }, true],
  ['before it, a minute too late', { startsAt: '08:00', endsAt: '09:46' }, true],
  ['half an hour later in another town', { startsAt: '12:30', endsAt: '13:00', municipalityCode: shimonoseki }, true],
  ['in the afternoon in another town', { startsAt: '15:00', endsAt: '16:00', municipalityCode: shimonoseki }, false],
  ['at a place that nobody knows', { startsAt: '20:00', endsAt: '21:00', municipalityCode: '999999' }, true],
  ['on another day', { day: plainDate('2022-12-06'), startsAt: '12:00', endsAt: '13:00' }, false],
  ['of somebody else', { instructor: 'M-002', startsAt: '12:00', endsAt: '13:00' }, false],
  ['at the same time, which is refused', { startsAt: '11:00', endsAt: '13:00' }, false],
])('of another visit %s is told: %s', (_, other, told) => {
  expect(findTravelClashes(placed('1'), [placed('1'), placed('2', other)], travel)).toHaveLength(told ? 1 : 0);
});

test('the time that is needed is that of the day of the visits', () => {
  const day = plainDate('2022-12-06');
  const longer = { validFrom: day, kilometresAnHour: 40, extraMinutes: 60 };
  const [one, other] = [placed('1', { day }), placed('2', { day, startsAt: '12:30', endsAt: '13:00' })];
  expect(findTravelClashes(one, [other], [...travel, longer])).toMatchObject([{ minutesNeeded: 60 }]);
});

test('what is told names the person, the other visit, the time there is and the time it takes', () => {
  const other = placed('2', { startsAt: '12:05', endsAt: '13:00' });
  expect(findTravelClashes(placed('1'), [other], travel)).toEqual([
    {
      instructorName: '架空 太郎',
      other: { id: '2', number: 'V-2', host: '架空精機', startsAt: '12:05', endsAt: '13:00' },
      minutesBetween: 5,
      minutesNeeded: 15,
    },
  ]);
});
