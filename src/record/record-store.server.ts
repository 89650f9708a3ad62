import type { FieldProblem } from './domain/field.ts';
import type { RecordShape, Stored } from './domain/record-kind.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';

/** A record about to be written: a new one has version 0. */
export type Draft<Input> = { readonly id: string; readonly version: number; readonly input: Input };

/**
 * A kind of record with its own tables. `Known` is what its rules need from other records (e.g. organizations by
 * number), loaded once for a form and once for a whole import.
 */
export type RecordStore<Input, Known> = RecordShape<Input> & {
  readonly loadKnown: (db: Db, inputs: readonly Input[], ctx: Context, scope: CheckScope) => Promise<Known>;
  /** Puts the record that stays in place of one that was merged into it, before anything is checked or compared. */
  readonly follow?: (db: Db, inputs: readonly Input[]) => Promise<readonly Input[]>;
  /** The rules over one record; an empty list lets it pass. Pure. */
  readonly check: (input: Input, known: Known) => readonly FieldProblem[];
  readonly findById: (db: Db, id: string, options?: { readonly lock: boolean }) => Promise<Stored<Input> | undefined>;
  readonly findByNumbers: (db: Db, numbers: readonly string[], scope: NumberScope) => Promise<readonly Stored<Input>[]>;
  /** Every live record in the order of its number; a kind that belongs to a 年度 keeps to the given one. */
  readonly listAll: (db: Db, scope: { readonly fiscalYear: number | undefined }) => Promise<readonly Input[]>;
  /** Inserts new drafts and overwrites known ones, raising each version by one. */
  readonly save: (tx: Tx, ctx: Context, drafts: readonly Draft<Input>[], known: Known) => Promise<void>;
  readonly markDeleted: (
    tx: Tx,
    ctx: Context,
    target: { readonly id: string; readonly reason: string },
  ) => Promise<void>;
  /** The state, in the word of the screen, in which the record may not be changed; nothing where it may. */
  readonly findClosedState?: (db: Db, id: string) => Promise<string | undefined>;
  /** What else still points at the record, in the words of the screen; an empty list lets it be deleted. */
  readonly countUses: (db: Db, id: string) => Promise<readonly { readonly by: string; readonly count: number }[]>;
};

/** Plan items are numbered within a 年度; the other kinds ignore it. */
export type NumberScope = { readonly fiscalYear: number };

/** Where a record is checked; `id` is that of the stored record which the one input is about to overwrite. */
export type CheckScope = NumberScope & { readonly id?: string };
