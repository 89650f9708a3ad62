/**
 * What deserves a second look before somebody goes; nothing is refused for it. Two visits of one instructor at one time are
 * refused altogether (拘束), so only those are told here whose hours nobody wrote down.
 */
export const visitWarnings = ['hours-unknown', 'coordinator-twice', 'unavailable'] as const;

export type VisitWarning = (typeof visitWarnings)[number];
