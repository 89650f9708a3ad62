import { eraYearOf, findEra, formatEraYear, yearOfEra } from '#kernel/japanese-era.ts';
import { foldNumeric } from '#kernel/japanese-text.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { choice, lookup } from '#record/domain/choice-codecs.ts';
import type { Codec, Problem } from '#record/domain/field.ts';
import { listOf } from '#record/domain/list-codecs.ts';
import { findTrade, suggestTrade } from '#reference/domain/trade.ts';

/** The years of birth that a column can hold; which of them are plausible today is decided in `checkInstructor`. */
export const FIRST_BIRTH_YEAR = 1900;
export const LAST_BIRTH_YEAR = 2100;

/**
 * 職種. Trades by name, alias, code or number, separated by `;`; stored as codes, written as names. A set: kept in the
 * order of the codes, so that two files that name the same trades in another order are the same (contract.md §1).
 */
export function tradeCodes(): Codec<readonly string[]> {
  const trades = listOf(
    lookup({
      find: (text) => findTrade(text)?.code,
      format: tradeName,
      suggest: (text) => suggestTrade(text)?.name,
    }),
  );
  return {
    ...trades,
    parse(typed) {
      const read = trades.parse(typed);
      return read.ok ? accept(read.value.toSorted()) : read;
    },
  };
}

/** The name of a trade; a code that the table does not know stays as it is. */
export function tradeName(code: string): string {
  return findTrade(code)?.name ?? code;
}

/** 生年. A western year, 1955 or 1955年; 昭和30年 and S30 are read too (FRM-10). */
export function birthYear(): Codec<number> {
  return { control: 'integer', format: String, parse: readYear };
}

/** 公開. 可 where the person agreed to be named on public pages, 否 where not. */
export function consent(): Codec<boolean> {
  const answers = choice([
    { code: 'yes', label: '可' },
    { code: 'no', label: '否' },
  ]);
  return {
    ...answers,
    format: (agreed) => answers.format(agreed ? 'yes' : 'no'),
    parse(typed) {
      const read = answers.parse(typed);
      return read.ok ? accept(read.value === 'yes') : read;
    },
  };
}

function readYear(typed: string): Result<number, Problem> {
  const match = /^([^\d元]*)(元|\d{1,4})年?$/.exec(foldNumeric(typed).replaceAll(/\s/g, ''));
  const [, prefix = '', digits = ''] = match ?? [];
  const era = findEra(prefix);
  const year = prefix === '' ? Number(digits.replace('元', '')) : era && yearOfEra(era, digits);
  if (!match || year === undefined) return refuse({ kind: 'not-a-whole-number', value: typed });
  if (year < FIRST_BIRTH_YEAR || year > LAST_BIRTH_YEAR) {
    return refuse({ kind: 'year-out-of-range', value: typed, first: FIRST_BIRTH_YEAR, last: LAST_BIRTH_YEAR });
  }
  const ends = [plainDate(`${year}-01-01`), plainDate(`${year}-12-31`)];
  if (!era || ends.some((day) => eraYearOf(day)?.era === era)) return accept(year);
  return refuse({ kind: 'wrong-era', value: typed, rightEra: formatEraYear(plainDate(`${year}-12-31`)) });
}
