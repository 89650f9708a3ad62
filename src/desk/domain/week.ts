import { addDays, weekdayOf, type PlainDate } from '#kernel/plain-date.ts';

/** Monday and Sunday of the week of a day. */
export function weekOf(day: PlainDate): { readonly from: PlainDate; readonly to: PlainDate } {
  const from = addDays(day, -((weekdayOf(day) + 6) % 7));
  return { from, to: addDays(from, 6) };
}
