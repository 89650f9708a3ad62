import { foldNumeric } from '#kernel/japanese-text.ts';
import {
  dateFromParts,
  partsOf,
  plainDate,
  weekdayOf,
  type PlainDate,
  type PlainDateRefusal,
} from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';

/** 元号. `firstDay` is the first day that is written in it. */
export type Era = { readonly name: string; readonly letter: string; readonly firstDay: PlainDate };

/** The eras from the latest back. A new 元号 is one more line; every function takes another table (FRM-10). */
export const ERAS: readonly Era[] = [
  { name: '令和', letter: 'R', firstDay: plainDate('2019-05-01') },
  { name: '平成', letter: 'H', firstDay: plainDate('1989-01-08') },
  { name: '昭和', letter: 'S', firstDay: plainDate('1926-12-25') },
  { name: '大正', letter: 'T', firstDay: plainDate('1912-07-30') },
  { name: '明治', letter: 'M', firstDay: plainDate('1868-01-25') },
];

export type JapaneseDateRefusal =
  | PlainDateRefusal
  | { readonly kind: 'wrong-era'; readonly rightEra: string }
  | { readonly kind: 'wrong-weekday'; readonly rightWeekday: string };

/** `long` 令和4年11月21日, `weekday` 令和4年11月21日（月）, `table` 令和4.11.21 (DOC-05), `short` R4.11.21. */
export type EraDateStyle = 'long' | 'weekday' | 'table' | 'short';

const WEEKDAYS = '日月火水木金土';
const TYPED_DATE =
  /^(?<era>[^\d元/.-]*)(?<year>元|\d{1,4})(?:年(?<month>\d{1,2})月(?<day>\d{1,2})日|(?<sign>[-/.])(?<signedMonth>\d{1,2})\k<sign>(?<signedDay>\d{1,2}))(?:\((?<weekday>[日月火水木金土])(?:曜日?)?\))?$/;

/** 日 to 土, of 0 to 6. */
export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday] ?? '';
}

/** The era and the year in it, 1 for 元年; undefined before the first era of the table. */
export function eraYearOf(date: PlainDate, eras = ERAS): { readonly era: Era; readonly year: number } | undefined {
  const era = eras.find(({ firstDay }) => date >= firstDay);
  return era && { era, year: partsOf(date).year - partsOf(era.firstDay).year + 1 };
}

/** 令和4年, 令和元年; the western year where the table has no era. */
export function formatEraYear(date: PlainDate, eras = ERAS): string {
  const found = eraYearOf(date, eras);
  if (!found) return `${partsOf(date).year}年`;
  return `${found.era.name}${found.year === 1 ? '元' : found.year}年`;
}

/** A date as official letters write it (FRM-10, DOC-05); 元年 is written 元 except in the short style, R1.5.1. */
export function formatEraDate(date: PlainDate, style: EraDateStyle = 'long', eras = ERAS): string {
  const { month, day } = partsOf(date);
  const long = `${formatEraYear(date, eras)}${month}月${day}日`;
  if (style === 'long') return long;
  if (style === 'weekday') return `${long}（${weekdayName(weekdayOf(date))}）`;
  if (style === 'table') return `${formatEraYear(date, eras).slice(0, -1)}.${month}.${day}`;
  const found = eraYearOf(date, eras);
  return `${found ? `${found.era.letter}${found.year}` : partsOf(date).year}.${month}.${day}`;
}

/** 2022/11/21（月）, the date of staff lists (WRT-03). */
export function formatSlashDate(date: PlainDate): string {
  return `${date.replaceAll('-', '/')}（${weekdayName(weekdayOf(date))}）`;
}

/**
 * The day people and files write (contract.md §3, FRM-10): 2022-11-21, 2022/11/21, 2022.11.21, R4.11.21,
 * 令和4年11月21日, 令和元年…, full-width digits, with or without the weekday. A year before or after its era is refused
 * with the era of that day, a weekday that does not fit with the right one.
 */
export function parseJapaneseDate(text: string, eras = ERAS): Result<PlainDate, JapaneseDateRefusal> {
  const groups = TYPED_DATE.exec(foldNumeric(text).replaceAll(/\s/g, ''))?.groups;
  if (!groups) return refuse({ kind: 'not-a-date' });
  const { era: prefix = '', year: typedYear = '', weekday } = groups;
  const era = findEra(prefix, eras);
  const year = prefix === '' ? westernYear(typedYear) : era && yearOfEra(era, typedYear);
  if (year === undefined) return refuse({ kind: 'not-a-date' });
  const month = Number(groups['month'] ?? groups['signedMonth']);
  const date = dateFromParts({ year, month, day: Number(groups['day'] ?? groups['signedDay']) });
  if (!date.ok) return date;
  if (era && eraYearOf(date.value, eras)?.era !== era) {
    return refuse({ kind: 'wrong-era', rightEra: formatEraYear(date.value, eras) });
  }
  const rightWeekday = weekdayName(weekdayOf(date.value));
  if (weekday && weekday !== rightWeekday) return refuse({ kind: 'wrong-weekday', rightWeekday });
  return accept(date.value);
}

/** The western year of a year of an era, whether or not the era lasted until then; undefined for a year 0. */
export function yearOfEra(era: Era, typedYear: string): number | undefined {
  const year = typedYear === '元' ? 1 : Number(typedYear);
  return year >= 1 ? partsOf(era.firstDay).year + year - 1 : undefined;
}

/** The era of 令和, R or r. */
export function findEra(prefix: string, eras = ERAS): Era | undefined {
  return eras.find(({ name, letter }) => prefix === name || prefix.toUpperCase() === letter);
}

function westernYear(typedYear: string): number | undefined {
  return /^\d{4}$/.test(typedYear) ? Number(typedYear) : undefined;
}
