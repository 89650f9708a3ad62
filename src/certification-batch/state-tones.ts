import type { CertificationState } from '#certification/domain/certification-state.ts';
import type { CertificationBatchState } from './domain/batch.ts';

/** How the states of a bundle look: an open one needs somebody. */
export const batchTones = {
  open: 'attention',
  sent: 'progress',
  received: 'done',
} as const satisfies Record<CertificationBatchState, string>;

/** How the states of an application look on lists of those that were sent. */
export const caseTones = {
  scouted: 'neutral',
  drafting: 'neutral',
  received: 'neutral',
  interview: 'neutral',
  batched: 'neutral',
  sent: 'progress',
  'under-review': 'progress',
  returned: 'attention',
  certified: 'done',
  rejected: 'stopped',
  withdrawn: 'stopped',
} as const satisfies Record<CertificationState, string>;
