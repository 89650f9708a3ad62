import type { ChipTone } from '#ui/chip-label.tsx';
import type { RetentionPlanState } from '../domain/retention-plan.ts';

/** Whether a list waits for somebody, is ready, or has ended. */
export const planTones: Readonly<Record<RetentionPlanState, ChipTone>> = {
  draft: 'attention',
  approved: 'progress',
  erased: 'done',
};
