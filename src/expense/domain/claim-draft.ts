import type { PlainDate } from '#kernel/plain-date.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import type { ClaimState } from './claim-state.ts';
import type { ClaimPriceRefusal } from './expense-claim.ts';

/** Why a claim is not kept as it was entered. */
export type DraftRefusal =
  | { readonly kind: 'fields'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'price'; readonly problem: ClaimPriceRefusal }
  | { readonly kind: 'not-held'; readonly visitOn: PlainDate }
  | { readonly kind: 'no-rate'; readonly visitOn: PlainDate }
  | { readonly kind: 'claimed-before'; readonly claimId: string }
  | { readonly kind: 'not-editable'; readonly state: ClaimState };
