import type { OptionGroup } from './option-groups.ts';
import type { ProblemIndex } from './problem-index.ts';
import type { ModelDraft } from './sparse-model.ts';

/** A model that is being drafted. Column i below the number of groups is how many options of group i are chosen. */
export type GroupModel = {
  readonly index: ProblemIndex;
  readonly groups: readonly OptionGroup[];
  readonly draft: ModelDraft;
  readonly groupsOfTask: readonly (readonly number[])[];
  readonly groupsOfWorker: readonly (readonly number[])[];
  /** For each task the columns whose sum is the number of sessions that are held, with the period of each. */
  readonly held: readonly (readonly HeldColumn[])[];
  readonly bundles: readonly Bundle[];
  /** Filled as the columns are added: who could take part in which task of several sessions. */
  readonly takesPart: TakesPart[];
};

export type HeldColumn = { readonly column: number; readonly period: number };

/** Slots of a team task that groups join, with their columns of being held. A model of single options has one each. */
export type Bundle = {
  readonly task: number;
  readonly slots: readonly number[];
  readonly held: readonly number[];
  readonly groups: readonly number[];
};

/** A person of a task with the column of whether they take part, and the groups and the number of sessions they could lead. */
export type TakesPart = {
  readonly task: number;
  readonly worker: number;
  readonly groups: readonly number[];
  readonly column: number;
  readonly most: number;
};
