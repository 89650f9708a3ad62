import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { isBusinessDay } from '#reference/domain/holiday.ts';

export type PaydayRefusal =
  | { readonly kind: 'past'; readonly today: PlainDate }
  /** Banks transfer on business days; `next` is the first one after. */
  | { readonly kind: 'bank-closed'; readonly next: PlainDate };

/** Whether money may be transferred on a day: not before today, and a business day of the banks. */
export function checkPayday(day: PlainDate, today: PlainDate): Result<PlainDate, PaydayRefusal> {
  if (day < today) return refuse({ kind: 'past', today });
  return isBusinessDay(day) ? accept(day) : refuse({ kind: 'bank-closed', next: nextBusinessDay(day) });
}

/** The first business day after a day. */
export function nextBusinessDay(day: PlainDate): PlainDate {
  const next = addDays(day, 1);
  return isBusinessDay(next) ? next : nextBusinessDay(next);
}
