import { datesFrom, daysBetween, type PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';

/** Most days off that a record holds. */
export const MOST_DAYS_OFF = 366;

/** 休む日の変更: which of the coming days off stay, and the days from one to another that come to them. */
export type DaysOffChange = {
  readonly kept: readonly string[];
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
};

export type DaysOffRefusal = { readonly kind: 'over' | 'reversed' | 'without-start' | 'too-many' };

/**
 * The days off after a change, in order and each once. Days that are over stay as they are: they tell why nobody was sent.
 * A single day has no last one.
 */
export function changeDaysOff(
  stored: readonly PlainDate[],
  { kept, from, until }: DaysOffChange,
  today: PlainDate,
): Result<readonly PlainDate[], DaysOffRefusal> {
  if (from === null && until !== null) return refuse({ kind: 'without-start' });
  if (from !== null && from < today) return refuse({ kind: 'over' });
  const last = until ?? from;
  if (from !== null && last !== null && last < from) return refuse({ kind: 'reversed' });
  if (from !== null && last !== null && daysBetween(from, last) >= MOST_DAYS_OFF) return refuse({ kind: 'too-many' });
  const added = from !== null && last !== null ? datesFrom(from, last) : [];
  const left = stored.filter((day) => day < today || kept.includes(day));
  const days = [...new Set([...left, ...added])].toSorted();
  return days.length > MOST_DAYS_OFF ? refuse({ kind: 'too-many' }) : accept(days);
}
