import { moveCaseIn } from '#certification/move-case.server.ts';
import type { CertificationCommand } from '#certification/domain/certification-state.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { holdNumbers, issueLetters } from '#letter/issue-letter.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { allOrNothing } from '#platform/db/transaction.server.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { listBatchCases, type BatchCase } from './batch-queries.server.ts';
import { insertSendings, updateBatch } from './batch-store.server.ts';
import { getBatchForChange, keepChange, type BatchAddress } from './change-batch.server.ts';
import { decideBatchCommand, decideSending, type BatchFillRefusal, type CertificationBatch } from './domain/batch.ts';
import { prepareBatchLetter } from './export-papers.server.ts';
import { batchLabel } from './text.ts';

type Filled = Result<{ readonly cases: number }, BatchFillRefusal>;

type Choice = BatchAddress & { readonly caseIds: readonly string[] };

/** 取りまとめに入れる. All chosen applications, or none; each must be complete. */
export function addToBatch(ctx: Context, choice: Choice): Promise<Filled> {
  requirePermission(ctx, 'certification.write');
  return moveChosen(ctx, { ...choice, batchCommand: 'add', command: 'add-to-batch' });
}

/** 取りまとめから外す. */
export function takeFromBatch(ctx: Context, choice: Choice): Promise<Filled> {
  requirePermission(ctx, 'certification.write');
  return moveChosen(ctx, { ...choice, batchCommand: 'take', command: 'take-from-batch' });
}

type ChosenMove = Choice & {
  readonly batchCommand: 'add' | 'take';
  readonly command: 'add-to-batch' | 'take-from-batch';
};

function moveChosen(ctx: Context, { caseIds, batchCommand, command, ...address }: ChosenMove): Promise<Filled> {
  return allOrNothing(ctx, async (tx) => {
    await lockRecords(tx, 'certification');
    const batch = await getBatchForChange(tx, address);
    const decision = decideBatchCommand(batch, batchCommand);
    if (!decision.ok) return decision;
    const held = new Set((await listBatchCases(tx, batch)).map(({ id }) => id));
    // Out of this bundle goes only what is in it, whatever a form names.
    const chosen = [...new Set(caseIds)].filter((caseId) => command === 'add-to-batch' || held.has(caseId));
    if (chosen.length === 0) return refuse({ kind: 'none-chosen' });
    const moved = await moveAll(tx, ctx, { caseIds: chosen, command, happenedOn: ctx.today(), batchId: batch.id });
    if (!moved.ok) return moved;
    // Whoever is about to send the bundle is told that it holds something else now.
    await updateBatch(tx, batch, ctx.now());
    return accept({ cases: chosen.length });
  });
}

type Sending = BatchAddress & { readonly sentOn: PlainDate; readonly documentNumber: string | null };

/**
 * 送付. The bundle and every application in it go to the Center at once, or nothing does; what went out stays written
 * down. From here on the Center sees them.
 */
export function sendBatch(ctx: Context, { sentOn, documentNumber, ...address }: Sending): Promise<Filled> {
  requirePermission(ctx, 'certification.decide');
  return allOrNothing(ctx, async (tx) => {
    await lockRecords(tx, 'certification');
    await holdNumbers(tx, ctx, sentOn);
    const batch = await getBatchForChange(tx, address);
    const cases = await listBatchCases(tx, batch);
    const decision = decideSending(batch, { cases: cases.length, sentOn, today: ctx.today() });
    if (!decision.ok) return decision;
    const caseIds = cases.map(({ id }) => id);
    // Whatever is past the bundling went out before the desk knew of the letter: it is written down with the others.
    const waiting = cases.filter(({ state }) => state === 'batched').map(({ id }) => id);
    const moved = await moveAll(tx, ctx, { caseIds: waiting, command: 'send', happenedOn: sentOn });
    if (!moved.ok) return moved;
    await insertSendings(tx, { corner: ctx.corner, batchId: batch.id, caseIds });
    const number = await issueBatchLetter(tx, ctx, { batch: { ...batch, documentNumber }, cases, on: sentOn });
    const changed = { ...batch, state: decision.value, sentOn, documentNumber: number };
    await keepChange(tx, ctx, { batch, changed, action: 'sent' });
    return accept({ cases: caseIds.length });
  });
}

type Issue = {
  readonly batch: CertificationBatch;
  readonly cases: readonly BatchCase[];
  readonly on: PlainDate;
};

/** 送付状の発行: the letter of the bundle goes into the register under its 文書番号. */
async function issueBatchLetter(tx: Tx, ctx: Context, { batch, cases, on }: Issue): Promise<string | null> {
  const { form, values, addressee } = await prepareBatchLetter(ctx, tx, { batch, cases, on });
  const { numbers } = await issueLetters(tx, ctx, {
    form,
    issuedOn: on,
    subject: batchLabel(batch),
    entity: { kind: 'certification-batch', id: batch.id },
    given: batch.documentNumber,
    letters: [{ values, addressee }],
  });
  return numbers[0] ?? null;
}

type Moves = {
  readonly caseIds: readonly string[];
  readonly command: CertificationCommand;
  readonly happenedOn: PlainDate;
  readonly batchId?: string;
};

async function moveAll(tx: Tx, ctx: Context, { caseIds, ...move }: Moves): Promise<Filled> {
  for (const caseId of caseIds) {
    const moved = await moveCaseIn(tx, ctx, { caseId, reason: null, ...move });
    if (!moved.ok) return refuse({ kind: 'case', caseId, refusal: moved.refusal });
  }
  return accept({ cases: caseIds.length });
}
