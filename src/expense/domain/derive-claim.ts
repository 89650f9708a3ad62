import type { DraftRefusal } from './claim-draft.ts';
import type { ClaimInput } from './claim-fields.ts';

/** Why no claim was made by itself when the report of a visit was checked. */
export type DerivedClaimRefusal =
  | Extract<DraftRefusal, { readonly kind: 'price' | 'not-held' | 'no-rate' }>
  /** From when until when was instructed is not recorded. */
  | { readonly kind: 'no-times' }
  /** The way cannot be reckoned: of the instructor or of the place no municipality is known. */
  | { readonly kind: 'no-way' }
  /** Somebody dropped a claim of this visit: whether there is another is for people to say. */
  | { readonly kind: 'dropped-before' };

/** What a claim that nobody enters still lacks; staff may enter it without (an honorarium alone, no way to travel). */
export function findClaimGap({ minutes, travelBy, kilometres }: ClaimInput): DerivedClaimRefusal | undefined {
  if (!minutes) return { kind: 'no-times' };
  return travelBy === 'distance' && kilometres === null ? { kind: 'no-way' } : undefined;
}
