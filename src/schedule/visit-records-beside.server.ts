import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import type { AnyField, FieldProblem } from '#record/domain/field.ts';
import type { Stored } from '#record/domain/record-kind.ts';
import type { RecordStore } from '#record/record-store.server.ts';
import { recordUseCases, type RecordUseCases } from '#record/record-use-cases.server.ts';
import { visitFields } from './domain/visit-fields.ts';
import type { VisitInput, VisitKnown } from './domain/visit.ts';
import { visitStore } from './visit-store.server.ts';

/** What another slice keeps beside a visit, in tables of its own. */
export type BesideVisit<Told extends object> = {
  readonly fields: readonly AnyField[];
  readonly read: (db: Db, visitId: string) => Promise<Told>;
  readonly write: (
    tx: Tx,
    ctx: Context,
    target: { readonly visitId: string; readonly told: Told; readonly known: VisitKnown },
  ) => Promise<void>;
  /** The rules beyond those of a visit. Pure. */
  readonly check: (event: VisitInput & Told, known: VisitKnown) => readonly FieldProblem[];
  /** Puts the record that stays in place of one that was merged into it. */
  readonly follow: (db: Db, told: Told) => Promise<Told>;
};

/** A visit with what is told beside it, as one record at the desk: one form, one version, one history, one transaction. */
export function visitRecordsBeside<Told extends object>(beside: BesideVisit<Told>): RecordUseCases<VisitInput & Told> {
  return recordUseCases(storeBeside(beside));
}

function storeBeside<Told extends object>(beside: BesideVisit<Told>): RecordStore<VisitInput & Told, VisitKnown> {
  const fields: readonly AnyField[] = [...visitFields, ...beside.fields];
  const withTold = async (db: Db, stored: Stored<VisitInput>): Promise<Stored<VisitInput & Told>> => {
    const told: Readonly<Record<string, unknown>> = { ...stored.input, ...(await beside.read(db, stored.id)) };
    // In the order of the fields, so that an unchanged form compares equal.
    const input = Object.fromEntries(fields.map(({ key }) => [key, told[key]])) as VisitInput & Told;
    return { ...stored, input };
  };
  const findByNumbers = async (db: Db, numbers: readonly string[], scope: { readonly fiscalYear: number }) => {
    const found: Stored<VisitInput & Told>[] = [];
    for (const stored of await visitStore.findByNumbers(db, numbers, scope)) found.push(await withTold(db, stored));
    return found;
  };
  return {
    ...visitStore,
    fields,
    follow: async (db, inputs) => {
      const visits = await visitStore.follow?.(db, inputs);
      const followed: (VisitInput & Told)[] = [];
      for (const [at, input] of inputs.entries()) {
        followed.push({ ...input, ...(await beside.follow(db, input)), ...visits?.[at] });
      }
      return followed;
    },
    check: (event, known) => [...visitStore.check(event, known), ...beside.check(event, known)],
    findById: async (db, id, options) => {
      const stored = await visitStore.findById(db, id, options);
      return stored && withTold(db, stored);
    },
    findByNumbers,
    listAll: async (db, scope) => {
      const numbers = (await visitStore.listAll(db, scope)).map(({ number }) => number);
      return (await findByNumbers(db, numbers, { fiscalYear: scope.fiscalYear ?? 0 })).map(({ input }) => input);
    },
    save: async (tx, ctx, drafts, known) => {
      await visitStore.save(tx, ctx, drafts, known);
      for (const { id, input } of drafts) await beside.write(tx, ctx, { visitId: id, told: input, known });
    },
  };
}
