import { parseJapaneseDate } from '#kernel/japanese-era.ts';
import { weekdayOf, type PlainDate } from '#kernel/plain-date.ts';
import { closureName, holidayName } from '#reference/domain/holiday.ts';

/** Why a day deserves a second look before somebody is sent: nothing is refused for it. */
export type DayWarning =
  | { readonly kind: 'holiday'; readonly name: string }
  | { readonly kind: 'closure'; readonly name: string }
  | { readonly kind: 'weekend'; readonly weekday: 0 | 6 };

/** What is unusual about a day of a visit: a national holiday, the year-end closure, a weekend (DAT-36). */
export function dayWarning(day: PlainDate): DayWarning | undefined {
  const holiday = holidayName(day);
  if (holiday !== undefined) return { kind: 'holiday', name: holiday };
  const closure = closureName(day);
  if (closure !== undefined) return { kind: 'closure', name: closure };
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6 ? { kind: 'weekend', weekday } : undefined;
}

/** The same for a day as somebody typed it; nothing where it cannot be read. */
export function dayWarningOfText(typed: string | undefined): DayWarning | undefined {
  const day = parseJapaneseDate(typed ?? '');
  return day.ok ? dayWarning(day.value) : undefined;
}
