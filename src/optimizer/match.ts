import type { LaidOut } from './laid-out.ts';

/** What a match speaks of, by index into the problem's arrays. */
export type Entities = {
  readonly tasks?: readonly number[];
  readonly workers?: readonly number[];
  readonly slots?: readonly number[];
  readonly options?: readonly number[];
  readonly quotas?: readonly number[];
  readonly targets?: readonly number[];
  readonly periods?: readonly number[];
};

/** One place where a constraint is broken, by how much, and the numbers that say why. */
export type Match = {
  readonly entities: Entities;
  readonly amount: number;
  readonly facts: Readonly<Record<string, number>>;
};

/** What a constraint says of a solution: nothing, or each place where it is broken. Amounts are above 0. */
export type MatchRule = (laidOut: LaidOut) => readonly Match[];
