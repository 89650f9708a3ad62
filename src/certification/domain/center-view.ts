import type { CertificationState } from './certification-state.ts';

/** States in which an application lies at the Center or was decided there. */
const SHOWN_TO_CENTER: readonly CertificationState[] = ['sent', 'under-review', 'certified', 'rejected'];

/**
 * Whether the Center may open an application and its files: never before it was sent, and not while it is back at the
 * corner, which works on it again (SEC-13).
 */
export function isShownToCenter(state: CertificationState): boolean {
  return SHOWN_TO_CENTER.includes(state);
}

/** Whether the Center knows of an application at all: it was sent, and possibly returned, and not taken back since. */
export function isKnownToCenter(state: CertificationState): boolean {
  return state === 'returned' || isShownToCenter(state);
}
