import { accept, refuse, type Result } from '#kernel/result.ts';

/** What the number format of a cell makes of its number. */
export type NumberKind = 'number' | 'date' | 'time' | 'date-time';

const BUILT_IN_TIMES = new Set([18, 19, 20, 21, 32, 33, 45, 46, 47]);
const MINUTES_A_DAY = 1440;
const MS_A_DAY = 86_400_000;
const LAST_SERIAL = 2_958_465;

/** Decides by the format's number (built-in, Japanese ones included) or its code whether numbers are dates or times. */
export function decideNumberKind(formatId: number, formatCode: string | undefined): NumberKind {
  if (formatCode !== undefined) return decideByCode(formatCode);
  if (formatId === 22) return 'date-time';
  if (BUILT_IN_TIMES.has(formatId)) return 'time';
  const isDate = (formatId >= 14 && formatId <= 17) || (formatId >= 27 && formatId <= 36) || isEastAsianDate(formatId);
  return isDate ? 'date' : 'number';
}

function isEastAsianDate(formatId: number): boolean {
  return formatId >= 50 && formatId <= 58;
}

function decideByCode(formatCode: string): NumberKind {
  const code = (formatCode.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (/^(general|g\/標準|@)?$/.test(code.trim())) return 'number';
  const letters = code.replace(/e[+-]/g, '');
  const hasTime = /[hs]|\[m+\]|am\/pm/.test(letters);
  const hasDate = /[ydge]/.test(letters) || (!hasTime && letters.includes('m'));
  if (hasDate) return hasTime ? 'date-time' : 'date';
  return hasTime ? 'time' : 'number';
}

/**
 * Writes the number of a cell as text: dates as 2022-11-21, times as 09:30 (with seconds only when there are any),
 * other numbers as plain decimals to 15 digits, which is what a spreadsheet shows and keeps.
 */
export function writeNumberText(
  stored: string,
  kind: NumberKind,
  from1904: boolean,
): Result<string, 'impossible-date'> {
  const value = Number(stored);
  if (!Number.isFinite(value)) return accept(stored);
  if (kind === 'number') return accept(writePlainNumber(value));
  const seconds = Math.round(value * MINUTES_A_DAY * 60);
  if (kind === 'time') return seconds < 0 ? refuse('impossible-date') : accept(writeClock(seconds));
  const day = Math.floor(seconds / (MINUTES_A_DAY * 60));
  const date = writeDate(day, from1904);
  if (date === undefined) return refuse('impossible-date');
  return accept(kind === 'date' ? date : `${date} ${writeClock(seconds - day * MINUTES_A_DAY * 60)}`);
}

function writeClock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? clock : `${clock}:${two(seconds % 60)}`;
}

/** The date of a day number; day 60 of the 1900 system is the 29 February 1900 that never was. */
function writeDate(day: number, from1904: boolean): string | undefined {
  if (from1904) return day < 0 || day > LAST_SERIAL ? undefined : isoDate(day - 24_107);
  if (day < 1 || day === 60 || day > LAST_SERIAL) return undefined;
  return isoDate((day < 60 ? day + 1 : day) - 25_569);
}

function isoDate(daysSince1970: number): string {
  return new Date(daysSince1970 * MS_A_DAY).toISOString().slice(0, 10);
}

function writePlainNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  const [mantissa = '', exponentText] = text.split('e');
  if (exponentText === undefined) return text === '-0' ? '0' : text;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const point = whole.length + Number(exponentText);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}
