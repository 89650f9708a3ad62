import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, plainDate } from '#kernel/plain-date.ts';
import { changeDaysOff, MOST_DAYS_OFF } from './days-off.ts';

const today = plainDate('2022-11-30');
const day = fc.integer({ min: -20, max: 400 }).map((days) => addDays(today, days));

test('days off are in order, each once, never more than a record holds; past ones stay, others only if kept or added', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(day, { maxLength: 300 }),
      fc.array(day, { maxLength: 30 }),
      fc.option(day),
      fc.option(day),
      (stored, kept, from, until) => {
        const changed = changeDaysOff(stored, { kept, from, until }, today);
        if (!changed.ok) return;
        const days = changed.value;
        expect(days).toEqual([...new Set(days)].toSorted());
        expect(days.length).toBeLessThanOrEqual(MOST_DAYS_OFF);
        expect(days.filter((one) => one < today)).toEqual(stored.filter((one) => one < today).toSorted());
        for (const one of stored.filter((coming) => coming >= today)) {
          const isAdded = from !== null && one >= from && one <= (until ?? from);
          expect(days.includes(one)).toBe(kept.includes(one) || isAdded);
        }
      },
    ),
  );
});

test.each([
  [{ from: '2022-11-29', until: null }, 'over'],
  [{ from: '2022-12-02', until: '2022-12-01' }, 'reversed'],
  [{ from: null, until: '2022-12-01' }, 'without-start'],
  [{ from: '2022-12-01', until: '2024-12-01' }, 'too-many'],
])('refuses %j as %s', (period, kind) => {
  const [from, until] = [period.from, period.until].map((text) => (text === null ? null : plainDate(text)));
  expect(changeDaysOff([], { kept: [], from: from ?? null, until: until ?? null }, today)).toEqual({
    ok: false,
    refusal: { kind },
  });
});

test('takes a single day, today too', () => {
  expect(changeDaysOff([], { kept: [], from: today, until: null }, today)).toEqual({ ok: true, value: [today] });
});
