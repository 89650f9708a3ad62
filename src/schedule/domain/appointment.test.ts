import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { overlaps } from './occupation.ts';
import { canLeadBoth, fitsBetween, minutesOf, sessionEnd } from './appointment.ts';

const [monday, tuesday] = [plainDate('2022-12-05'), plainDate('2022-12-06')] as const;
const morning = { day: monday, startsAt: '10:00', endsAt: '12:00', municipalityCode: '352039' };
const travel = [{ validFrom: plainDate('2022-04-01'), kilometresAnHour: 40, extraMinutes: 15 }];

test.each([
  ['the travel fits to the minute', ['12:45', '14:00'], 45, true],
  ['a minute is missing', ['12:44', '14:00'], 45, false],
  ['the other is first and the travel fits', ['08:00', '09:15'], 45, true],
  ['the other is first and a minute is missing', ['08:00', '09:16'], 45, false],
  ['they overlap', ['11:00', '13:00'], 0, false],
  ['they begin together', ['10:00', '11:00'], 0, false],
  ['the way is not known', ['18:00', '19:00'], null, false],
  ['the start is open', [null, null], 0, false],
  ['the end is open', ['18:00', null], 0, false],
])('two visits of one day: %s', (_case, [startsAt = null, endsAt = null], minutes, fits) => {
  expect(fitsBetween(morning, { startsAt, endsAt }, minutes)).toBe(fits);
  expect(fitsBetween({ startsAt, endsAt }, morning, minutes)).toBe(fits);
});

test('one person leads on two days whatever the hours, and on one day as the way allows', () => {
  const later = { ...morning, startsAt: '12:15', endsAt: '14:15' };
  expect(canLeadBoth(morning, { ...morning, day: tuesday }, travel)).toBe(true);
  expect(canLeadBoth(morning, later, travel)).toBe(true);
  expect(canLeadBoth(morning, { ...later, municipalityCode: '352012' }, travel)).toBe(false);
  expect(canLeadBoth(morning, { ...later, municipalityCode: '999999' }, travel)).toBe(false);
});

test.each([
  [monday, true],
  [tuesday, false],
])('on %s the way takes as long as is estimated from that day on: time for both %s', (day, fits) => {
  const longer = { validFrom: tuesday, kilometresAnHour: 40, extraMinutes: 30 };
  const later = { ...morning, day, startsAt: '12:15', endsAt: '14:15' };
  expect(canLeadBoth({ ...morning, day }, later, [longer, ...travel])).toBe(fits);
});

const time = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((all) => [Math.floor(all / 60), all % 60].map((part) => String(part).padStart(2, '0')).join(':'));
const hours = fc
  .tuple(time, time)
  .filter(([one, other]) => one < other)
  .map(([startsAt, endsAt]) => ({ startsAt, endsAt, day: monday }));

test('what fits never has time in common, so the database takes it too', () => {
  fc.assert(
    fc.property(hours, hours, fc.nat({ max: 300 }), (one, other, minutes) => {
      if (fitsBetween(one, other, minutes)) expect(overlaps(one, other)).toBe(false);
    }),
  );
});

test.each([
  ['00:00', 0],
  ['09:30', 570],
  ['23:59', 1439],
])('%s is minute %i of the day', (text, minutes) => {
  expect(minutesOf(text)).toBe(minutes);
});

test.each([
  ['13:30', 90, '15:00'],
  ['09:00', 120, '11:00'],
  ['23:00', 59, '23:59'],
  ['23:00', 60, null],
  [null, 60, null],
  ['13:30', null, null],
])('a session from %s of %s minutes ends at %s [FRM-11]', (startsAt, minutes, end) => {
  expect(sessionEnd(startsAt, minutes)).toBe(end);
});
