import type { ChipTone } from '#ui/chip-label.tsx';
import type { DecisionState } from '../domain/decision.ts';

export const decisionTones: Readonly<Record<DecisionState, ChipTone>> = {
  circulating: 'progress',
  returned: 'attention',
  decided: 'done',
  withdrawn: 'stopped',
};
