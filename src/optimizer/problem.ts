import type { Weights } from './constraint.ts';

/**
 * 割当問題. Who can lead which session on which day, in whole numbers. Every number that points somewhere is an index into
 * the array of that name. What is not an option cannot happen: eligibility, free days and committed visits were judged
 * when the options were made.
 */
export type Problem = {
  readonly workers: readonly Worker[];
  readonly tasks: readonly Task[];
  readonly slots: readonly Slot[];
  readonly options: readonly Option[];
  readonly quotas: readonly Quota[];
  readonly targets: readonly Target[];
  readonly periods: readonly Period[];
  /** Minutes from place to place; `travelMinutes[place][place]` is the pause that is needed at one place. */
  readonly travelMinutes: readonly (readonly number[])[];
  /** What the options together may cost; null where nobody set a limit. */
  readonly budgetYen: number | null;
  readonly weights: Weights;
};

/** Somebody who can be sent. */
export type Worker = {
  readonly id: string;
  /** Sessions that may still be given in the year; null for no limit. */
  readonly cap: number | null;
  /** Sessions that may still be given, by period; null for no limit. */
  readonly periodCap: readonly number[] | null;
  /** Sessions of the year that are held or committed already. */
  readonly done: number;
  /** Units of `dormancy` that are lost when they lead nothing; 0 where no lapse is near. */
  readonly wake: number;
  /** Has never led a session. */
  readonly isNew: boolean;
};

/** A number of like sessions that one host asks for. */
export type Task = {
  readonly id: string;
  /** Sessions that are still to be planned. */
  readonly sessions: number;
  /** How many workers a session needs at once, 1 or more. */
  readonly team: number;
  /** Units of `unserved-session` that one session costs when it is not held. */
  readonly urgency: number;
  readonly quotas: readonly number[];
  readonly target: number | null;
};

/** A time at which one session of a task can be held. A task has at most one session a day. */
export type Slot = {
  readonly task: number;
  /** Days in order; two slots are on one day where the numbers are equal. */
  readonly day: number;
  readonly period: number;
  /** Minutes of the day; both null where the time is open, which takes the whole day. */
  readonly start: number | null;
  readonly end: number | null;
  readonly place: number;
};

/** One worker at one slot. At most one option for each pair. */
export type Option = {
  readonly slot: number;
  readonly worker: number;
  readonly kilometres: number;
  readonly yen: number;
  /** Units of `stability` that are lost when it is not chosen: it was told to people before. 0 for a new one. */
  readonly hold: number;
  /** Decided by hand: it is part of every solution. */
  readonly pinned: boolean;
};

/** At most so many sessions over all tasks that name it, such as those of one host in a year. */
export type Quota = { readonly id: string; readonly sessions: number };

/** A line of the plan: so many sessions of its tasks are still missing. */
export type Target = { readonly id: string; readonly missing: number };

/** A month: sessions that are committed in it already, and how many it would have if all months were alike. */
export type Period = { readonly id: string; readonly committed: number; readonly even: number };
