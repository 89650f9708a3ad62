import type { PlainDate } from '#kernel/plain-date.ts';
import { latestActivity } from './dormancy.ts';
import type { InstructorInput } from './instructor.ts';

/**
 * 統合. The record that stays when two are one person's: every value of the survivor, its blanks filled from the other,
 * the trades of both, and the later of both days of activity. The registration number is the survivor's.
 */
export function mergeInputs(survivor: InstructorInput, other: InstructorInput): InstructorInput {
  const filled = Object.entries(survivor).map(([key, value]) => [key, value ?? other[key as keyof InstructorInput]]);
  return {
    ...(Object.fromEntries(filled) as InstructorInput),
    trades: [...new Set([...survivor.trades, ...other.trades])].toSorted(),
    lastActivityOn: latestActivity(survivor.lastActivityOn, other.lastActivityOn),
  };
}

/** Why two records cannot become one. */
export type MergeRefusal =
  | { readonly kind: 'same-record' }
  | { readonly kind: 'other-missing'; readonly number: string }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'in-two-places'; readonly day: PlainDate; readonly visits: readonly [string, string] };
