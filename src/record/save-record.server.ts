import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import { permissionArea, type RecordRefusal, type Stored } from './domain/record-kind.ts';
import { lockRecords } from './lock-records.server.ts';
import { isRecordId } from './record-id.ts';
import type { NumberScope, RecordStore } from './record-store.server.ts';

type Saved = Result<{ readonly id: string }, RecordRefusal>;

export type Creation<Input> = { readonly input: Input; readonly key?: string | undefined } & NumberScope;

/** Registers a new record. The same key answers the same (double submit); a number already used is refused. */
export function createRecord<Input, Known>(
  ctx: Context,
  store: RecordStore<Input, Known>,
  creation: Creation<Input>,
): Promise<Saved> {
  requirePermission(ctx, `${permissionArea(store.name)}.write`);
  const { input, key } = creation;
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['create', store.name, input]),
      work: () => create(tx, ctx, store, creation),
      isKept: (answer) => answer.ok,
    }),
  );
}

/** The same inside the transaction of a use case that writes more than this record; the caller rolls back a refusal. */
export function createRecordWithin<Input, Known>(
  tx: Tx,
  ctx: Context,
  store: RecordStore<Input, Known>,
  creation: Creation<Input>,
): Promise<Saved> {
  requirePermission(ctx, `${permissionArea(store.name)}.write`);
  return create(tx, ctx, store, creation);
}

async function create<Input, Known>(
  tx: Tx,
  ctx: Context,
  store: RecordStore<Input, Known>,
  { input: given, fiscalYear }: Creation<Input>,
): Promise<Saved> {
  await lockRecords(tx, store.name);
  const input = await follow(tx, store, given);
  const known = await store.loadKnown(tx, [input], ctx, { fiscalYear });
  const problems = store.check(input, known);
  if (problems.length > 0) return refuse({ kind: 'fields', problems });
  const taken = await findTaken(tx, store, { input, fiscalYear });
  if (taken) return refuse(taken);
  const id = ctx.newId();
  await store.save(tx, ctx, [{ id, version: 0, input }], known);
  const entity = { kind: store.name, id, label: store.labelOf(input) };
  await recordAudit(tx, ctx, [{ action: 'created', entity, after: input as object }]);
  return accept({ id });
}

async function follow<Input, Known>(tx: Tx, store: RecordStore<Input, Known>, input: Input): Promise<Input> {
  const [followed] = (await store.follow?.(tx, [input])) ?? [];
  return followed ?? input;
}

export type Change<Input> = {
  readonly id: string;
  /** The version that the person saw. */
  readonly version: number;
  readonly input: Input;
} & NumberScope;

/** Overwrites a record that nobody changed since the person opened it; otherwise throws Conflict and writes nothing. */
export function updateRecord<Input, Known>(
  ctx: Context,
  store: RecordStore<Input, Known>,
  change: Change<Input>,
): Promise<Saved> {
  requirePermission(ctx, `${permissionArea(store.name)}.write`);
  return overwriteRecord(ctx, store, change);
}

/** The same for a use case of the slice that asked for another permission and decided which fields may change. */
export function overwriteRecord<Input, Known>(
  ctx: Context,
  store: RecordStore<Input, Known>,
  given: Change<Input>,
): Promise<Saved> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockForChange(tx, store, given);
    const change = { ...given, input: await follow(tx, store, given.input) };
    const state = await store.findClosedState?.(tx, change.id);
    if (state !== undefined) return refuse<RecordRefusal>({ kind: 'closed', state });
    const known = await store.loadKnown(tx, [change.input], ctx, change);
    const problems = store.check(change.input, known);
    if (problems.length > 0) return refuse<RecordRefusal>({ kind: 'fields', problems });
    const taken = await findTaken(tx, store, change);
    if (taken) return refuse(taken);
    if (JSON.stringify(before.input) === JSON.stringify(change.input)) return accept({ id: change.id });
    await store.save(tx, ctx, [{ id: change.id, version: before.version, input: change.input }], known);
    await recordAudit(tx, ctx, [
      {
        action: 'updated',
        entity: { kind: store.name, id: change.id, label: store.labelOf(change.input) },
        before: before.input as object,
        after: change.input as object,
      },
    ]);
    return accept({ id: change.id });
  });
}

export type Deletion = { readonly id: string; readonly version: number; readonly reason: string };

/** Takes a record out of every list, keeping it and the reason; refused while other records point at it. */
export function deleteRecord<Input, Known>(
  ctx: Context,
  store: RecordStore<Input, Known>,
  deletion: Deletion,
): Promise<Saved> {
  requirePermission(ctx, `${permissionArea(store.name)}.delete`);
  return inTransaction(ctx, async (tx) => {
    const before = await lockForChange(tx, store, deletion);
    const [use] = (await store.countUses(tx, deletion.id)).filter(({ count }) => count > 0);
    if (use) return refuse<RecordRefusal>({ kind: 'in-use', ...use });
    await store.markDeleted(tx, ctx, deletion);
    await recordAudit(tx, ctx, [
      {
        action: 'deleted',
        entity: { kind: store.name, id: deletion.id, label: store.labelOf(before.input) },
        before: before.input as object,
        after: { reason: deletion.reason },
      },
    ]);
    return accept({ id: deletion.id });
  });
}

async function lockForChange<Input, Known>(
  tx: Tx,
  store: RecordStore<Input, Known>,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Stored<Input>> {
  await lockRecords(tx, store.name);
  const stored = isRecordId(id) ? await store.findById(tx, id, { lock: true }) : undefined;
  if (!stored || stored.deleted) throw new NotFound(store.name, id);
  if (stored.version !== version) throw new Conflict(store.name, id, version, stored.version);
  return stored;
}

async function findTaken<Input, Known>(
  tx: Tx,
  store: RecordStore<Input, Known>,
  { id, input, fiscalYear }: { readonly id?: string; readonly input: Input } & NumberScope,
): Promise<RecordRefusal | undefined> {
  const number = store.numberOf(input);
  const [other] = await store.findByNumbers(tx, [number], { fiscalYear });
  if (!other || other.id === id) return undefined;
  return { kind: other.deleted ? 'number-of-deleted' : 'number-taken', number };
}
