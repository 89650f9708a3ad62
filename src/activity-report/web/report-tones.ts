import type { ChipTone } from '#ui/chip-label.tsx';
import type { ReportState } from '../domain/report-state.ts';

export const reportTones: Readonly<Record<ReportState, ChipTone>> = {
  draft: 'neutral',
  submitted: 'attention',
  returned: 'attention',
  checked: 'done',
};
