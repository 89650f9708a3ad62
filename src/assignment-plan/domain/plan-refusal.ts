import type { PlainDate } from '#kernel/plain-date.ts';
import type { SettingsRefusal } from '#matching/domain/check-settings.ts';

/** Longest name of an 割当案 in graphemes. */
export const LONGEST_PLAN_NAME = 60;

/** So many 割当案 of one 年度 can still be compared side by side. */
export const MOST_PLANS = 20;

/** Why an 割当案 is not made, changed or deleted. The sentence is made in `text.ts`. */
export type PlanRefusal =
  | SettingsRefusal
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'name-too-long'; readonly limit: number }
  | { readonly kind: 'name-taken'; readonly name: string }
  | { readonly kind: 'too-many-plans'; readonly limit: number }
  | { readonly kind: 'base-stays' }
  | { readonly kind: 'run-going' };

/** Why something is not fixed or excluded by hand. */
export type PinRefusal =
  | { readonly kind: 'day-missing' }
  | { readonly kind: 'day-past'; readonly day: PlainDate; readonly today: PlainDate }
  | { readonly kind: 'pinned-otherwise'; readonly pinned: 'pin' | 'forbid' };
