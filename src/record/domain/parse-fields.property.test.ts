import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, plainDate } from '#kernel/plain-date.ts';
import { choice, choices } from './choice-codecs.ts';
import { businessNumber, corporateNumber, municipalityCode, schoolCode } from './code-codecs.ts';
import { email, phone, postalCode } from './contact-codecs.ts';
import { date, dateList, dateWindows, time } from './date-codecs.ts';
import type { AnyField, Codec } from './field.ts';
import { listOf, weekdays } from './list-codecs.ts';
import { decimal, integer, yen } from './number-codecs.ts';
import { formatFields, parseFields } from './parse-fields.ts';
import { kana, multiline, name, text } from './text-codecs.ts';

const COLOURS = [
  { code: 'red', label: '赤' },
  { code: 'blue', label: '青' },
  { code: 'dx', label: 'ＤＸ' },
] as const;
const day = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays(plainDate('1900-01-01'), days));
const line = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constant('ｶﾞ　ﾊﾟ\u3099 葛\u{E0100}'),
);
const two = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((value) => String(value).padStart(2, '0'));

const texts = {
  text: line,
  name: line,
  multiline: fc.array(line).map((lines) => lines.join('\r\n')),
  kana: fc.stringMatching(/^[ァ-ヺーぁ-ゖｦ-ﾟ　]{1,30}$/),
  postalCode: fc.stringMatching(/^\d{3}-\d{4}$/),
  phone: fc.stringMatching(/^\(0\d\)\d{4}[-ー]\d{4}$/),
  email: fc.emailAddress(),
  integer: fc.integer().map(String),
  decimal: fc.integer({ min: 0, max: 10_000 }).map((tenths) => String(tenths / 10)),
  yen: fc.nat().map((amount) => `${amount}円`),
  date: day,
  dateList: fc.uniqueArray(day, { minLength: 1 }).map((days) => days.join('；')),
  dateWindows: fc
    .uniqueArray(fc.tuple(day, fc.nat(60)), { minLength: 1 })
    .map((pairs) => pairs.map(([from, length]) => `${from}～${addDays(from, length)}`).join(';')),
  time: fc.tuple(two(0, 23), two(0, 59)).map((parts) => parts.join(':')),
  weekdays: fc.subarray(['月', '火', '水', '木', '金', '土', '日'], { minLength: 1 }).map((days) => days.join(';')),
  choice: fc.constantFrom('赤', 'blue', 'DX'),
  choices: fc.subarray(['赤', 'blue', 'DX'], { minLength: 1 }).map((words) => words.join(';')),
  list: fc.uniqueArray(fc.stringMatching(/^[a-z山;]{1,4}$/)).map((words) => words.join(';')),
  municipalityCode: fc.constantFrom('131016', '０１１００２'),
  corporateNumber: fc.constantFrom('6000012070001', '7000012050002'),
  schoolCode: fc.constantFrom('D135210000012', 'a101110000014'),
  businessNumber: line,
} satisfies Record<string, fc.Arbitrary<string>>;

// oxlint-disable-next-line typescript/no-explicit-any -- codecs of many value types stand in one list
const codecs: Record<keyof typeof texts, Codec<any>> = {
  text: text(),
  name: name(),
  multiline: multiline(),
  kana: kana(),
  postalCode: postalCode(),
  phone: phone(),
  email: email(),
  integer: integer({ min: -2_147_483_648 }),
  decimal: decimal({ step: 0.1 }),
  yen: yen(),
  date: date(),
  dateList: dateList(),
  dateWindows: dateWindows(),
  time: time(),
  weekdays: weekdays(),
  choice: choice(COLOURS),
  choices: choices(COLOURS),
  list: listOf(text()),
  municipalityCode: municipalityCode(),
  corporateNumber: corporateNumber(),
  schoolCode: schoolCode(),
  businessNumber: businessNumber(),
};

test.each(Object.keys(texts) as (keyof typeof texts)[])('what %s reads, it writes and reads back the same', (key) => {
  let accepted = 0;
  fc.assert(
    fc.property(texts[key], (typed) => {
      const read = codecs[key].parse(typed);
      if (!read.ok) return;
      accepted += 1;
      expect(codecs[key].parse(codecs[key].format(read.value))).toEqual(read);
    }),
  );
  expect(accepted).toBeGreaterThan(10);
});

const FIELDS: readonly AnyField[] = Object.entries(codecs).map(([key, codec]) => ({
  key,
  header: key,
  required: false,
  codec,
}));

test('every record that is accepted is written and read back the same [DAT-10]', () => {
  fc.assert(
    fc.property(fc.record(texts, { requiredKeys: [] }), (record) => {
      const read = parseFields(FIELDS, record);
      if (!read.ok) return;
      expect(parseFields(FIELDS, formatFields(FIELDS, read.value))).toEqual(read);
    }),
    { numRuns: 300 },
  );
});

test('no text makes a codec throw', () => {
  fc.assert(
    fc.property(fc.oneof(line, fc.string({ unit: 'grapheme-composite' })), (typed) => {
      for (const codec of Object.values(codecs)) expect(codec.parse(typed)).toHaveProperty('ok');
    }),
  );
});
