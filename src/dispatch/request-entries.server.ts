import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import type { AnyField } from '#record/domain/field.ts';
import type { Stored } from '#record/domain/record-kind.ts';
import { recordUseCases } from '#record/record-use-cases.server.ts';
import { createRecordWithin, type Creation } from '#record/save-record.server.ts';
import type { RecordStore } from '#record/record-store.server.ts';
import { readApplication, writeApplication } from './application-store.server.ts';
import { applicationFields, type RequestApplication } from './domain/request-application.ts';
import { requestFields } from './domain/request-fields.ts';
import type { RequestInput, RequestKnown } from './domain/request.ts';
import { requestStore } from './request-store.server.ts';
import { beginAtEnquiry } from './stage-store.server.ts';

/** 派遣要請 with what its papers say: what a person enters at the desk. Files and API keep to the columns of contract.md §3. */
export type RequestEntry = RequestInput & RequestApplication;

const fields: readonly AnyField[] = [...requestFields, ...applicationFields];

async function withApplication(db: Db, stored: Stored<RequestInput>): Promise<Stored<RequestEntry>> {
  const told: Readonly<Record<string, unknown>> = { ...stored.input, ...(await readApplication(db, stored.id)) };
  // In the order of the fields, so that an unchanged form compares equal.
  return { ...stored, input: Object.fromEntries(fields.map(({ key }) => [key, told[key]])) as RequestEntry };
}

/** The request and its papers are one record at the desk: one form, one version, one entry of the history. */
export const requestEntryStore: RecordStore<RequestEntry, RequestKnown> = {
  ...requestStore,
  fields: fields as never,
  follow: async (db, inputs) => {
    const followed = await requestStore.follow?.(db, inputs);
    return inputs.map((input, at) => ({ ...input, ...followed?.[at] }));
  },
  findById: async (db, id, options) => {
    const stored = await requestStore.findById(db, id, options);
    return stored && withApplication(db, stored);
  },
  findByNumbers: async (db, numbers, scope) => {
    const found = await requestStore.findByNumbers(db, numbers, scope);
    const entries: Stored<RequestEntry>[] = [];
    for (const stored of found) entries.push(await withApplication(db, stored));
    return entries;
  },
  listAll: async (db, scope) => {
    const inputs = await requestStore.listAll(db, scope);
    const found = await requestEntryStore.findByNumbers(
      db,
      inputs.map(({ number }) => number),
      { fiscalYear: scope.fiscalYear ?? 0 },
    );
    return found.map(({ input }) => input);
  },
  save: async (tx, ctx, drafts, known) => {
    await requestStore.save(tx, ctx, drafts, known);
    for (const { id, input } of drafts) await writeApplication(tx, ctx, { requestId: id, application: input });
  },
};

/** What the pages of the desk may do with 派遣要請 and their papers. */
export const requestEntries = recordUseCases(requestEntryStore);

/** Registers a 派遣要請 as part of a use case that comes before it. */
export function registerRequestWithin(tx: Tx, ctx: Context, creation: Creation<RequestEntry>) {
  return createRecordWithin(tx, ctx, requestEntryStore, creation);
}

/** The same of a request that somebody asked for in a consultation: its form is still to come (domain.md §4.3 ENQUIRY). */
export async function registerEnquiryWithin(tx: Tx, ctx: Context, creation: Creation<RequestEntry>) {
  const created = await registerRequestWithin(tx, ctx, creation);
  if (created.ok) await beginAtEnquiry(tx, created.value.id);
  return created;
}
