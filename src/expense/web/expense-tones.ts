import type { ChipTone } from '#ui/chip-label.tsx';
import type { ClaimState } from '../domain/claim-state.ts';

export const claimTones: Readonly<Record<ClaimState, ChipTone>> = {
  draft: 'neutral',
  submitted: 'attention',
  returned: 'attention',
  checked: 'progress',
  approved: 'progress',
  paid: 'done',
  dropped: 'stopped',
};
