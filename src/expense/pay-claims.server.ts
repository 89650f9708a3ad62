import { createHash } from 'node:crypto';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { sumYen } from '#kernel/money.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import type { FieldSeal } from '#platform/field-seal.server.ts';
import { encodeCp932 } from '#platform/tabular/cp932.server.ts';
import { downloadFileName } from '#platform/tabular/file-name.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { getPayer, openAccount } from './bank-accounts.server.ts';
import { findBankNames } from './bank-directory.server.ts';
import {
  insertBatch,
  loadBatch,
  lockBatch,
  lockBatchClaims,
  lockChosen,
  releaseClaims,
  saveBatchState,
  type StoredBatch,
} from './batch-store.server.ts';
import { saveClaimState } from './claim-store.server.ts';
import {
  decideBatch,
  moveBatch,
  type BatchCommand,
  type BatchDecision,
  type BatchRefusal,
  type BatchState,
} from './domain/payment-batch.ts';
import { buildZenginFile, type Transfer } from './domain/zengin-file.ts';
import { listPayments } from './payment-queries.server.ts';
import { paymentText } from './payment-text.ts';

type Chosen = {
  readonly claimIds: readonly string[];
  readonly paidOn: PlainDate;
  readonly key: string | undefined;
};

/** 振込にまとめる: approved claims, one payment a person, tax withheld from the person's sum. All of them, or none. */
export function makeBatch(
  ctx: Context,
  { claimIds, paidOn, key }: Chosen,
): Promise<Result<{ readonly id: string }, BatchDecision>> {
  requirePermission(ctx, 'expense.pay');
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['payment-batch', paidOn, claimIds.toSorted()]),
      isKept: (answer) => answer.ok,
      work: async () => {
        const claims = await lockChosen(tx, claimIds);
        const decided = decideBatch(claims, { paidOn, today: ctx.today() });
        if (!decided.ok) return decided;
        const payments = decided.value.map((payment) => {
          const account = claims.find(({ instructorId }) => instructorId === payment.instructorId)?.account;
          if (!account) throw new Error('a payment without an account was decided');
          return { ...payment, ...account };
        });
        const id = ctx.newId();
        await insertBatch(tx, ctx, { id, paidOn, payments });
        const totalYen = sumYen(payments.map(({ netYen }) => netYen));
        const after = { paidOn, claims: claims.length, people: payments.length, totalYen };
        await recordAudit(tx, ctx, [{ action: 'created', entity: entityOf({ id, paidOn }), after }]);
        return accept({ id });
      },
    }),
  );
}

type Step = {
  readonly id: string;
  readonly version: number;
  readonly command: BatchCommand;
  readonly reason: string | null;
};

/** 支払済み or 取りやめ of a batch; its claims are paid with it, or given back. */
export function stepBatch(
  ctx: Context,
  { id, version, command, reason }: Step,
): Promise<Result<{ readonly state: BatchState }, BatchRefusal>> {
  requirePermission(ctx, 'expense.pay');
  return inTransaction(ctx, async (tx) => {
    const batch = await lockBatch(tx, id, version);
    const moved = moveBatch(batch, { command, today: ctx.today(), reason });
    if (!moved.ok) return moved;
    const ids = await lockBatchClaims(tx, id);
    if (moved.value === 'paid') {
      await saveClaimState(tx, ctx, { ids, from: 'approved', to: 'paid', command: 'pay', reason: null });
    } else await releaseClaims(tx, ctx, id);
    const told = command === 'drop' ? (reason?.trim() ?? null) : null;
    await saveBatchState(tx, ctx, { id, state: moved.value, reason: told });
    const after = { state: moved.value, claims: ids.length, reason: told };
    await recordAudit(tx, ctx, [{ action: 'moved', entity: entityOf(batch), before: { state: batch.state }, after }]);
    return accept({ state: moved.value });
  });
}

/** 総合振込ファイル of a batch; that it left, and its digest, are logged. */
export async function exportTransferFile(
  ctx: Context,
  { batchId, seal }: { readonly batchId: string; readonly seal: FieldSeal },
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, { readonly kind: 'no-payer' | 'erased' }>> {
  requirePermission(ctx, 'expense.pay');
  const { payer } = await getPayer(ctx, seal);
  if (!payer) return refuse({ kind: 'no-payer' });
  const batch = await loadBatch(ctx.db, batchId);
  const transfers: Transfer[] = [];
  for (const { accountId, sealed, netYen } of await listPayments(ctx, batchId)) {
    // Banks take no transfer of nothing.
    if (netYen === 0) continue;
    if (sealed === null) return refuse({ kind: 'erased' });
    const account = openAccount(ctx, { seal, accountId, sealed });
    const names = await findBankNames(account);
    const { bankKana, branchKana } = 'kind' in names ? { bankKana: '', branchKana: '' } : names;
    transfers.push({ account, bankKana, branchKana, amountYen: netYen });
  }
  const bytes = encodeCp932(buildZenginFile(payer, batch.paidOn, transfers));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const after = { format: 'zengin', count: transfers.length, sha256 };
  await inTransaction(ctx, (tx) => recordAudit(tx, ctx, [{ action: 'exported', entity: entityOf(batch), after }]));
  const prefecture = { code: ctx.corner, name: findPrefecture(ctx.corner)?.name ?? ctx.corner };
  const { paidOn } = batch;
  const title = paymentText.fileTitle;
  const name = downloadFileName({ fiscalYear: fiscalYearOf(paidOn), title, prefecture, on: paidOn, extension: 'txt' });
  return accept({ name, bytes });
}

function entityOf({ id, paidOn }: Pick<StoredBatch, 'id' | 'paidOn'>) {
  return { kind: 'payment-batch', id, label: formatSlashDate(paidOn) };
}
