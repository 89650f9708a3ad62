import type { PlainDate } from '#kernel/plain-date.ts';

/** What can wait for an act of somebody, in the order in which it is shown. */
export const waitingKinds = [
  /** Planned visits whose day has come or is over. */
  'unreported',
  /** Requests without any planned or held visit. */
  'unplanned',
  /** Planned visits to come that an instructor declined: somebody else has to be found. */
  'declined',
  /** Consultations whose day of the next contact has come, and of which nothing came yet. */
  'followUp',
  /** Bundles to the Center that are not sent, with their deadline near or over. */
  'due',
  /** Applications that the Center gave back. */
  'returned',
  /** Applications that were received and are in no bundle. */
  'received',
  /** Applications that wait for the result of an interview. */
  'interview',
  /** People who said that they go on, and were sent nothing yet. */
  'willing',
  /** People who said that they do not go on, and are still registered. */
  'unwilling',
  /** Planned scouting visits whose day is over. */
  'unrecorded',
  /** Plan items without 実施状況, while the report is to be written. */
  'unwritten',
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** 仕事の一覧. What waits for somebody, as numbers; none is counted beyond `MOST_COUNTED`. */
export type Waiting = Readonly<Record<WaitingKind, number>>;

/** Since when the oldest of each kind waits; of a deadline, the day itself. Null where no day is known. */
export type WaitingSince = Readonly<Record<WaitingKind, PlainDate | null>>;

/** A number that stands on every page has to be cheap: from here on it is 「100+」. */
export const MOST_COUNTED = 100;

/** Days ahead that 今日の仕事 looks for courses whose invitations are unanswered. */
export const DAYS_AHEAD = 14;

/** Everything that waits, as the frame shows it. */
export function sumWaiting(waiting: Waiting): number {
  return waitingKinds.reduce((sum, kind) => sum + waiting[kind], 0);
}
