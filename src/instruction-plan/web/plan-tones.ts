import type { ChipTone } from '#ui/chip-label.tsx';
import type { PlanState } from '../domain/instruction-plan.ts';

export const planTones: Readonly<Record<PlanState, ChipTone>> = {
  draft: 'attention',
  proposed: 'progress',
  decided: 'done',
  replaced: 'stopped',
};
