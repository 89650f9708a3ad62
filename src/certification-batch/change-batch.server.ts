import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { deleteBatch, insertBatch, isRoundTaken, lockBatch, updateBatch } from './batch-store.server.ts';
import { listBatchCases } from './batch-queries.server.ts';
import {
  decideBatchCommand,
  decideReceipt,
  decideRemoval,
  type CertificationBatch,
  type CertificationBatchRefusal,
} from './domain/batch.ts';
import { batchLabel } from './text.ts';

/** What somebody enters of a bundle. */
export type BatchInput = Pick<CertificationBatch, 'round' | 'deadlineOn' | 'note'>;

type Changed = Result<{ readonly id: string }, CertificationBatchRefusal>;

/** 取りまとめの登録: a round of the 年度 with its deadline. The same key answers the same. */
export function createBatch(
  ctx: Context,
  {
    input,
    fiscalYear,
    key,
  }: { readonly input: BatchInput; readonly fiscalYear: number; readonly key?: string | undefined },
): Promise<Changed> {
  requirePermission(ctx, 'certification.write');
  const work = async (tx: Tx): Promise<Changed> => {
    await lockRecords(tx, 'certification-batch');
    const batch: CertificationBatch = { ...empty, ...input, id: ctx.newId(), fiscalYear };
    if (await isRoundTaken(tx, batch)) return refuse({ kind: 'round-taken', fiscalYear, round: input.round });
    await insertBatch(tx, batch, { corner: ctx.corner, at: ctx.now() });
    await recordAudit(tx, ctx, [{ action: 'created', entity: entityOf(batch), after: factsOf(batch) }]);
    return accept({ id: batch.id });
  };
  const fingerprint = JSON.stringify(['batch', input, fiscalYear]);
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, { key, fingerprint, work: () => work(tx), isKept: (answer) => answer.ok }),
  );
}

const empty = { version: 1, state: 'open', documentNumber: null, sentOn: null, receivedOn: null } as const;

/** Which bundle, and in which version the person saw it. */
export type BatchAddress = { readonly batchId: string; readonly version: number };

/** Another round, deadline or note for a bundle that is still open. */
export function changeBatch(
  ctx: Context,
  { input, ...address }: BatchAddress & { readonly input: BatchInput },
): Promise<Changed> {
  requirePermission(ctx, 'certification.write');
  return inTransaction(ctx, async (tx) => {
    await lockRecords(tx, 'certification-batch');
    const batch = await getBatchForChange(tx, address);
    const decision = decideBatchCommand(batch, 'change');
    if (!decision.ok) return decision;
    const changed = { ...batch, ...input };
    if (await isRoundTaken(tx, changed)) {
      return refuse({ kind: 'round-taken', fiscalYear: batch.fiscalYear, round: input.round });
    }
    return keepChange(tx, ctx, { batch, changed, action: 'updated' });
  });
}

/** 取りまとめの削除, of one that is open and empty. */
export function removeBatch(ctx: Context, address: BatchAddress): Promise<Changed> {
  requirePermission(ctx, 'certification.write');
  return inTransaction(ctx, async (tx) => {
    await lockRecords(tx, 'certification');
    const batch = await getBatchForChange(tx, address);
    const decision = decideRemoval(batch, (await listBatchCases(tx, batch)).length);
    if (!decision.ok) return decision;
    await deleteBatch(tx, batch.id);
    await recordAudit(tx, ctx, [{ action: 'deleted', entity: entityOf(batch), before: factsOf(batch) }]);
    return accept({ id: batch.id });
  });
}

/** 受領の記録, by the corner that was told by letter. */
export function recordReceipt(
  ctx: Context,
  { receivedOn, ...address }: BatchAddress & { readonly receivedOn: PlainDate },
): Promise<Changed> {
  requirePermission(ctx, 'certification.decide');
  return inTransaction(ctx, (tx) => keepReceipt(tx, ctx, { ...address, receivedOn }));
}

/** 受領, by the Center itself. */
export function receiveAtCenter(
  ctx: Context,
  { receivedOn, ...address }: BatchAddress & { readonly receivedOn: PlainDate },
): Promise<Changed> {
  requirePermission(ctx, 'certification.review');
  return inTransaction(ctx, (tx) => keepReceipt(tx, ctx, { ...address, receivedOn }));
}

async function keepReceipt(
  tx: Tx,
  ctx: Context,
  { receivedOn, ...address }: BatchAddress & { readonly receivedOn: PlainDate },
): Promise<Changed> {
  const batch = await getBatchForChange(tx, address);
  const decision = decideReceipt(batch, { receivedOn, today: ctx.today() });
  if (!decision.ok) return decision;
  return keepChange(tx, ctx, { batch, changed: { ...batch, state: decision.value, receivedOn }, action: 'received' });
}

type Change = {
  readonly batch: CertificationBatch;
  readonly changed: CertificationBatch;
  readonly action: 'updated' | 'received' | 'sent';
};

/** Writes a changed bundle and its line in the log. */
export async function keepChange(tx: Tx, ctx: Context, { batch, changed, action }: Change): Promise<Changed> {
  await updateBatch(tx, changed, ctx.now());
  const entity = entityOf(changed);
  await recordAudit(tx, ctx, [{ action, entity, before: factsOf(batch), after: factsOf(changed) }]);
  return accept({ id: batch.id });
}

/** The bundle, held until the transaction ends; Conflict where somebody changed it since it was shown. */
export async function getBatchForChange(tx: Tx, { batchId, version }: BatchAddress): Promise<CertificationBatch> {
  const batch = isRecordId(batchId) ? await lockBatch(tx, batchId) : undefined;
  if (!batch) throw new NotFound('certification-batch', batchId);
  if (batch.version !== version) throw new Conflict('certification-batch', batchId, version, batch.version);
  return batch;
}

function entityOf(batch: CertificationBatch) {
  return { kind: 'certification-batch', id: batch.id, label: batchLabel(batch) };
}

function factsOf({ round, deadlineOn, state, documentNumber, sentOn, receivedOn, note }: CertificationBatch) {
  return { round, deadlineOn, batchState: state, documentNumber, sentOn, receivedOn, note };
}
