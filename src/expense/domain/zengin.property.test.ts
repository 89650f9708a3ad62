import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumYen, yenOf } from '#kernel/money.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { encodeCp932 } from '#platform/tabular/cp932.server.ts';
import { accountTypes } from './bank-account.ts';
import { buildZenginFile } from './zengin-file.ts';
import { toZenginKana } from './zengin-kana.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`, 'u'));
const kana = fc
  .array(
    fc.constantFrom(
      'ア',
      'ガ',
      'パ',
      'キ',
      'ョ',
      'ッ',
      'ー',
      'わ',
      'ん',
      'ァ',
      ' ',
      'A',
      'z',
      '0',
      '9',
      '(',
      ')',
      '.',
      '-',
    ),
    { maxLength: 40 },
  )
  .map((letters) => toZenginKana(letters.join('')))
  .map((written) => (written.ok ? written.value : ''));
const account = fc.record({
  bankCode: digits(4),
  branchCode: digits(3),
  type: fc.constantFrom(...accountTypes.map(({ code }) => code)),
  number: digits(7),
  holder: kana,
});
const transfer = fc.record({
  account,
  bankKana: kana,
  branchKana: kana,
  amountYen: fc.nat({ max: 2_000_000_000 }).map(yenOf),
});
const payer = fc.record({ code: digits(10), name: kana, account, bankKana: kana, branchKana: kana });

test('every record is 120 bytes and a line break, and the trailer counts and sums the data', () => {
  fc.assert(
    fc.property(payer, fc.array(transfer, { maxLength: 20 }), (from, transfers) => {
      const bytes = encodeCp932(buildZenginFile(from, plainDate('2022-12-15'), transfers));
      expect(bytes.length).toBe((transfers.length + 3) * 122);
      const records = Array.from({ length: bytes.length / 122 }, (_, at) => bytes.slice(at * 122, at * 122 + 122));
      expect(records.every((record) => record[120] === 13 && record[121] === 10)).toBe(true);
      const text = records.map((record) => new TextDecoder('shift_jis').decode(record.slice(0, 120)));
      expect(text.map((record) => record[0]).join('')).toBe(`1${'2'.repeat(transfers.length)}89`);
      const data = text.slice(1, -2);
      const trailer = text.at(-2) ?? '';
      expect(Number(trailer.slice(1, 7))).toBe(data.length);
      expect(Number(trailer.slice(7, 19))).toBe(sumYen(transfers.map(({ amountYen }) => amountYen)));
      expect(data.map((record) => Number(record.slice(80, 90)))).toEqual(transfers.map(({ amountYen }) => amountYen));
      expect(data.map((record) => record.slice(43, 50))).toEqual(transfers.map((each) => each.account.number));
    }),
  );
});
