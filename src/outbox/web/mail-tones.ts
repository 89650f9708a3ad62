import type { ChipTone } from '#ui/chip-label.tsx';
import type { MailState } from '../domain/mail-draft.ts';

/** What the state of a draft means for the reader. */
export const mailTones: Readonly<Record<MailState, ChipTone>> = {
  draft: 'attention',
  'handed-over': 'done',
  discarded: 'stopped',
};
