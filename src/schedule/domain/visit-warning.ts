/**
 * What deserves a second look before somebody goes; nothing is refused for it. Two visits of one instructor at one time are
 * refused altogether (拘束), so only those are told here whose hours nobody wrote down, and those that leave no time to
 * travel.
 */
export const visitWarnings = ['hours-unknown', 'travel-short', 'coordinator-twice', 'unavailable'] as const;

export type VisitWarning = (typeof visitWarnings)[number];
