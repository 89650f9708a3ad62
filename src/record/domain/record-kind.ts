import type { AnyField, FieldProblem } from './field.ts';

/** The kinds of record that every corner keeps (contract.md §3). */
export type RecordName =
  | 'organization'
  | 'instructor'
  | 'request'
  | 'visit'
  | 'plan-item'
  | 'certification'
  | 'scouting-visit'
  | 'scouting-lead'
  | 'scouting-territory'
  | 'survey'
  | 'consultation';

/** The first word of the permissions over records of a kind: its own name, but 開拓 is one work with several kinds. */
export function permissionArea(name: RecordName) {
  return name === 'scouting-visit' || name === 'scouting-lead' || name === 'scouting-territory' ? 'scouting' : name;
}

/** A record as it is stored: its identity, the version for the optimistic lock, and what a person entered. */
export type Stored<Input> = {
  readonly id: string;
  readonly version: number;
  readonly input: Input;
  readonly deleted: boolean;
};

/** What a person has to know before the save is refused. The Japanese sentence is made by the kind's `refusalText`. */
export type RecordRefusal =
  | { readonly kind: 'fields'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'number-taken'; readonly number: string }
  | { readonly kind: 'number-of-deleted'; readonly number: string }
  | { readonly kind: 'in-use'; readonly by: string; readonly count: number }
  /** The record stands where it is read only; `state` is the word of the screen. */
  | { readonly kind: 'closed'; readonly state: string };

/** What all records of one kind share without the database: names, fields, and the words a person calls one by. */
export type RecordShape<Input> = {
  readonly name: RecordName;
  readonly fields: readonly AnyField[];
  /** The business number that import recognises a record by. */
  readonly numberOf: (input: Input) => string;
  /** What history, audit log and dialogs call the record. */
  readonly labelOf: (input: Input) => string;
};
