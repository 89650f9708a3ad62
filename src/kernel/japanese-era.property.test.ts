import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatEraDate, formatSlashDate, parseJapaneseDate } from '#kernel/japanese-era.ts';
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts';

const date = fc.integer({ min: 0, max: 121_600 }).map((days) => addDays(plainDate('1868-01-01'), days));

const STYLES: readonly ((date: PlainDate) => string)[] = [
  (value) => formatEraDate(value),
  (value) => formatEraDate(value, 'weekday'),
  (value) => formatEraDate(value, 'table'),
  (value) => formatEraDate(value, 'short'),
  formatSlashDate,
  (value) => value,
];

test('every written date is read as the same day [FRM-10]', () => {
  fc.assert(
    fc.property(date, (value) => {
      for (const format of STYLES) expect(parseJapaneseDate(format(value))).toEqual({ ok: true, value });
    }),
  );
});

test('an era date of the last 150 years is what the platform prints [FRM-10]', () => {
  const platform = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
  const modern = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays(plainDate('1873-01-01'), days));
  fc.assert(
    fc.property(modern, (value) => {
      expect(formatEraDate(value)).toBe(platform.format(new Date(`${value}T00:00:00Z`)));
    }),
  );
});
