import type { ChipTone } from '#ui/chip-label.tsx';
import type { BatchState } from '../domain/payment-batch.ts';

export const batchTones: Readonly<Record<BatchState, ChipTone>> = {
  open: 'attention',
  paid: 'done',
  dropped: 'stopped',
};
