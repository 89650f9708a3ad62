import { listBatches } from '#certification-batch/batch-queries.server.ts';
import { createBatch, recordReceipt } from '#certification-batch/change-batch.server.ts';
import { sendBatch } from '#certification-batch/fill-batch.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { BuiltBatch } from './domain/certification-batches.ts';

/** The bundle into which the applications of a day were put. */
export type BatchOfDay = ReadonlyMap<string, string>;

/** Registers the rounds of an office; what an earlier loading registered stays. */
export async function openBatches(ctx: Context, batches: readonly BuiltBatch[]): Promise<BatchOfDay> {
  const opened = new Map<string, string>();
  for (const batch of batches) {
    const known = await findRound(ctx, batch);
    const input = { round: batch.round, deadlineOn: plainDate(batch.deadlineOn), note: null };
    const created = known ? undefined : await createBatch(ctx, { input, fiscalYear: batch.fiscalYear });
    if (created && !created.ok) throw new Error(JSON.stringify(created.refusal));
    const id = known?.id ?? created?.value.id;
    if (id !== undefined) opened.set(batch.filledOn, id);
  }
  return opened;
}

/** Writes down the sending and the receipt of the rounds that went out, once their applications are there. */
export async function sendBatches(ctx: Context, batches: readonly BuiltBatch[]): Promise<void> {
  for (const batch of batches) {
    const { sentOn, receivedOn, documentNumber } = batch;
    const open = await findRound(ctx, batch);
    if (open?.state === 'open' && sentOn !== null) {
      const order = { batchId: open.id, version: open.version, sentOn: plainDate(sentOn), documentNumber };
      const sent = await sendBatch(ctx, order);
      if (!sent.ok) throw new Error(JSON.stringify(sent.refusal));
    }
    const out = await findRound(ctx, batch);
    if (out?.state === 'sent' && receivedOn !== null) {
      const order = { batchId: out.id, version: out.version, receivedOn: plainDate(receivedOn) };
      const received = await recordReceipt(ctx, order);
      if (!received.ok) throw new Error(JSON.stringify(received.refusal));
    }
  }
}

async function findRound(ctx: Context, { fiscalYear, round }: Pick<BuiltBatch, 'fiscalYear' | 'round'>) {
  return (await listBatches(ctx, { fiscalYear })).find((batch) => batch.round === round);
}
