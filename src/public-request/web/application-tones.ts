import type { ChipTone } from '#ui/chip-label.tsx';
import type { ApplicationState } from '../domain/public-request.ts';

/** What the state of an application means for staff. */
export const applicationTones: Readonly<Record<ApplicationState, ChipTone>> = {
  new: 'attention',
  taken: 'done',
  refused: 'stopped',
  spam: 'stopped',
};
