import { parseJapaneseDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';

/** The as-of date of an address: any spelling of a day, today where there is none; `wrong` is a text that is no day. */
export function readAsOf(url: URL, today: PlainDate): { readonly asOf: PlainDate; readonly wrong: string | undefined } {
  const typed = (url.searchParams.get('asOf') ?? '').trim();
  if (typed === '') return { asOf: today, wrong: undefined };
  const parsed = parseJapaneseDate(typed);
  return parsed.ok ? { asOf: parsed.value, wrong: undefined } : { asOf: today, wrong: typed };
}
