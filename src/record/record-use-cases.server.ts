import type { Result } from '#kernel/result.ts';
import type { Context } from '#platform/context.server.ts';
import type { RecordRefusal, RecordShape } from './domain/record-kind.ts';
import { exportRecords, type ExportScope } from './export-records.server.ts';
import { importRecords, type ImportOutcome, type ImportOptions, type ImportRow } from './import-records.server.ts';
import { getRecord, type RecordDetail } from './read-record.server.ts';
import type { RecordStore } from './record-store.server.ts';
import {
  createRecord,
  deleteRecord,
  updateRecord,
  type Change,
  type Creation,
  type Deletion,
} from './save-record.server.ts';

type Saved = Promise<Result<{ readonly id: string }, RecordRefusal>>;

/** What pages, API and command line may do with one kind of record. The store behind it stays with its slice. */
export type RecordUseCases<Input> = {
  readonly shape: RecordShape<Input>;
  readonly get: (ctx: Context, id: string) => Promise<RecordDetail<Input>>;
  readonly create: (ctx: Context, creation: Creation<Input>) => Saved;
  readonly update: (ctx: Context, change: Change<Input>) => Saved;
  readonly remove: (ctx: Context, deletion: Deletion) => Saved;
  readonly importAll: (
    ctx: Context,
    rows: readonly ImportRow<Input>[],
    options: ImportOptions,
  ) => Promise<ImportOutcome>;
  readonly exportAll: (ctx: Context, scope: ExportScope) => Promise<readonly Input[]>;
};

// Edges handle every kind alike and never look inside an input.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyRecordUseCases = RecordUseCases<any>;

/** Opens a slice's store to the edges, each way in behind its permission. */
export function recordUseCases<Input, Known>(store: RecordStore<Input, Known>): RecordUseCases<Input> {
  const { name, fields, numberOf, labelOf } = store;
  return {
    shape: { name, fields, numberOf, labelOf },
    get: (ctx, id) => getRecord(ctx, store, id),
    create: (ctx, creation) => createRecord(ctx, store, creation),
    update: (ctx, change) => updateRecord(ctx, store, change),
    remove: (ctx, deletion) => deleteRecord(ctx, store, deletion),
    importAll: (ctx, rows, options) => importRecords(ctx, store, rows, options),
    exportAll: (ctx, scope) => exportRecords(ctx, store, scope),
  };
}
