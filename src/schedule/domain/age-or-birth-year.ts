import { findEra, yearOfEra } from '#kernel/japanese-era.ts';
import { foldNumeric } from '#kernel/japanese-text.ts';
import { accept, refuse } from '#kernel/result.ts';
import type { Codec } from '#record/domain/field.ts';

/** 年齢か生年. Rosters give the one or the other; no day of birth is kept. */
export type AgeOrBirthYear =
  { readonly kind: 'age'; readonly years: number } | { readonly kind: 'birth-year'; readonly year: number };

const AGE = /^(?<years>\d{1,2})歳?$/u;
const YEAR = /^(?<prefix>\D*?)(?<year>\d{1,4}|元)年?生?(?:まれ)?$/u;
const EXAMPLE = '17（年齢）、2005（生年）、平成17年';
const [YOUNGEST, OLDEST] = [5, 99];
const [FIRST_YEAR, LAST_YEAR] = [1900, 2100];

/** 17 and 17歳 are an age; 2005, 2005年生, 平成17年 and H17 a year of birth. */
export function ageOrBirthYear(): Codec<AgeOrBirthYear> {
  return {
    control: 'text',
    limit: 20,
    format: (value) => (value.kind === 'age' ? `${value.years}歳` : `${value.year}年生`),
    parse(typed) {
      const text = foldNumeric(typed).replaceAll(/\s/gu, '');
      const unread = refuse({ kind: 'wrong-form', value: typed, example: EXAMPLE } as const);
      const years = AGE.exec(text)?.groups?.['years'];
      if (years !== undefined) {
        const isAge = Number(years) >= YOUNGEST && Number(years) <= OLDEST;
        return isAge ? accept({ kind: 'age', years: Number(years) }) : unread;
      }
      const year = readYear(text);
      if (year === undefined || year < FIRST_YEAR || year > LAST_YEAR) return unread;
      return accept({ kind: 'birth-year', year });
    },
  };
}

function readYear(text: string): number | undefined {
  const { prefix = '', year = '' } = YEAR.exec(text)?.groups ?? {};
  if (prefix === '') return /^\d{4}$/u.test(year) ? Number(year) : undefined;
  const era = findEra(prefix);
  return era && yearOfEra(era, year);
}
