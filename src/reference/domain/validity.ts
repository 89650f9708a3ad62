import { plainDate } from '#kernel/plain-date.ts';
import type { PlainDate } from '#kernel/plain-date.ts';

/** The days on which an entry of a reference table counts, both included; null is open. */
export type Validity = { readonly validFrom: PlainDate | null; readonly validUntil: PlainDate | null };

/** Whether the entry counts on that day (DAT-40). */
export function isValidOn(entry: Validity, on: PlainDate): boolean {
  return (entry.validFrom === null || entry.validFrom <= on) && (entry.validUntil === null || on <= entry.validUntil);
}

/** The validity of an entry as a data file writes it; a text that is no date throws. */
export function toValidity(entry: { readonly validFrom: string | null; readonly validUntil: string | null }): Validity {
  return { validFrom: toDate(entry.validFrom), validUntil: toDate(entry.validUntil) };
}

function toDate(text: string | null): PlainDate | null {
  return text === null ? null : plainDate(text);
}
