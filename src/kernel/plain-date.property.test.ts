import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, isPlainDate, monthOf, plainDate, weekdayOf } from '#kernel/plain-date.ts';

const FIRST = plainDate('1868-01-01');
const LAST_INDEX = daysBetween(FIRST, plainDate('2200-12-31'));
const day = fc.integer({ min: 0, max: LAST_INDEX });

test('every day of the calendar is a date, as the platform calendar counts it', () => {
  fc.assert(
    fc.property(day, (index) => {
      const date = addDays(FIRST, index);
      const platform = new Date(Date.UTC(1868, 0, 1) + index * 86_400_000);
      expect(isPlainDate(date)).toBe(true);
      expect(date).toBe(platform.toISOString().slice(0, 10));
      expect(weekdayOf(date)).toBe(platform.getUTCDay());
    }),
  );
});

test('the days between two dates lead from one to the other', () => {
  fc.assert(
    fc.property(day, day, (left, right) => {
      const from = addDays(FIRST, left);
      expect(daysBetween(from, addDays(from, right - left))).toBe(right - left);
    }),
  );
});

test('adding months always lands in the month counted', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: LAST_INDEX - 40_000 }),
      fc.integer({ min: 0, max: 1200 }),
      (index, months) => {
        const date = addDays(FIRST, index);
        expect(monthOf(addMonths(date, months))).toBe(((monthOf(date) - 1 + months) % 12) + 1);
      },
    ),
  );
});
