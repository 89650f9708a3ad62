import { parseJapaneseDate } from '#kernel/japanese-era.ts';
import { foldNumeric } from '#kernel/japanese-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { Codec, Problem } from './field.ts';
import { listOf } from './list-codecs.ts';

/** 期間. Both days are included; one day is a window whose ends are equal. */
export type DateWindow = { readonly from: PlainDate; readonly until: PlainDate };

/** 日付, in any spelling of `parseJapaneseDate`; written YYYY-MM-DD (FRM-10). */
export function date(): Codec<PlainDate> {
  return { control: 'date', format: (value) => value, parse: readDate };
}

/** Days separated by `;` (contract.md §3); a day may stand once. */
export function dateList({ limit = 366 }: { readonly limit?: number } = {}): Codec<readonly PlainDate[]> {
  return listOf(date(), { limit });
}

/** 候補日: days or ranges `2023-06-01〜2023-07-31` separated by `;` (contract.md §3); ~ and ～ are accepted. */
export function dateWindows({ limit = 100 }: { readonly limit?: number } = {}): Codec<readonly DateWindow[]> {
  return listOf(dateWindow(), { limit });
}

/** 時刻. Written HH:MM of 24 hours; 9:30, ９：３０, 9時30分, 9時半 and Excel's 9:30:00 are accepted (FRM-11). */
export function time(): Codec<string> {
  return {
    control: 'time',
    format: (value) => value,
    parse(typed) {
      const folded = foldNumeric(typed).replaceAll(/\s/g, '');
      const match = /^(\d{1,2})(?::(\d{2})(?::00)?|時(?:(\d{1,2})分|(半))?)$/.exec(folded);
      const hour = Number(match?.[1]);
      const minute = match?.[4] ? 30 : Number(match?.[2] ?? match?.[3] ?? 0);
      if (!match || hour > 23 || minute > 59) return refuse({ kind: 'not-a-time', value: typed });
      return accept(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
    },
  };
}

function dateWindow(): Codec<DateWindow> {
  return {
    control: 'text',
    format: ({ from, until }) => (from === until ? from : `${from}〜${until}`),
    parse(typed) {
      const [first = '', last = first, ...rest] = typed.split(/[〜～~]/);
      if (rest.length > 0) return refuse({ kind: 'not-a-date', value: typed });
      const from = readDate(first);
      if (!from.ok) return from;
      const until = readDate(last);
      if (!until.ok) return until;
      if (until.value < from.value) return refuse({ kind: 'range-reversed', value: typed });
      return accept({ from: from.value, until: until.value });
    },
  };
}

function readDate(typed: string): Result<PlainDate, Problem> {
  const read = parseJapaneseDate(typed);
  return read.ok ? read : refuse({ ...read.refusal, value: typed.trim() });
}
