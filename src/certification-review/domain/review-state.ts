import type { CertificationCommand, CertificationState } from '#certification/domain/certification-state.ts';

/** 審査の状態. Where an application stands that was sent to the Center. */
export const reviewStates = [
  'sent',
  'under-review',
  'returned',
  'certified',
  'rejected',
] as const satisfies readonly CertificationState[];
export type ReviewState = (typeof reviewStates)[number];

/** 審査の手続. What the Center does with an application. */
export const reviewCommands = [
  'begin-review',
  'return',
  'certify',
  'reject',
] as const satisfies readonly CertificationCommand[];
export type ReviewCommand = (typeof reviewCommands)[number];

/** The state of a code in an address; nothing for any other. */
export function findReviewState(code: string): ReviewState | undefined {
  return reviewStates.find((known) => known === code);
}

/** The command of a code that a form carries. */
export function findReviewCommand(code: string): ReviewCommand | undefined {
  return reviewCommands.find((known) => known === code);
}
