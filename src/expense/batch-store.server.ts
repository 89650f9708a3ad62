import { sql } from 'kysely';
import { yenOf } from '#kernel/money.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { ClaimState } from './domain/claim-state.ts';
import type { BatchState, ChosenClaim } from './domain/payment-batch.ts';
import type { Payment } from './domain/payment.ts';
import { claimLabel } from './text.ts';

export type StoredBatch = {
  readonly id: string;
  readonly version: number;
  readonly paidOn: PlainDate;
  readonly state: BatchState;
  readonly makerName: string;
  readonly dropReason: string | null;
};

/** One batch; NotFound where the corner has none of this identity. */
export async function loadBatch(db: Db, id: string): Promise<StoredBatch> {
  const row = isRecordId(id) ? await select(db).where('batch_id', '=', id).executeTakeFirst() : undefined;
  if (!row) throw new NotFound('payment-batch', id);
  return toBatch(row);
}

/** The same, held until the transaction ends; Conflict where somebody changed it since `version` was seen. */
export async function lockBatch(tx: Tx, id: string, version: number): Promise<StoredBatch> {
  const row = isRecordId(id) ? await select(tx).where('batch_id', '=', id).forUpdate().executeTakeFirst() : undefined;
  if (!row) throw new NotFound('payment-batch', id);
  if (row.version !== version) throw new Conflict('payment-batch', id, version, row.version);
  return toBatch(row);
}

function select(db: Db) {
  return db
    .selectFrom('payment_batch')
    .select(['batch_id', 'version', 'paid_on', 'state', 'maker_name', 'drop_reason']);
}

function toBatch(row: Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]): StoredBatch {
  return {
    id: row.batch_id,
    version: row.version,
    paidOn: row.paid_on as PlainDate,
    state: row.state as BatchState,
    makerName: row.maker_name,
    dropReason: row.drop_reason,
  };
}

/** An account as it is kept: sealed, with what the seal is tied to. */
type KeptAccount = { readonly accountId: string; readonly sealed: string };

/** The chosen claims, held until the transaction ends: of two batches at once, one finds them taken. */
export async function lockChosen(
  tx: Tx,
  claimIds: readonly string[],
): Promise<readonly (ChosenClaim & { readonly account: KeptAccount | null })[]> {
  const ids = [...new Set(claimIds.filter(isRecordId))];
  const rows = await tx
    .selectFrom('expense_claim')
    .innerJoin('visit', 'visit.visit_id', 'expense_claim.visit_id')
    .innerJoin('instructor', 'instructor.instructor_id', 'expense_claim.instructor_id')
    .leftJoin('bank_account', 'bank_account.instructor_id', 'expense_claim.instructor_id')
    .select(['claim_id', 'expense_claim.instructor_id', 'expense_claim.state', 'batch_id', 'total_yen'])
    .select(['withheld_base_yen', 'visit.number', 'instructor.name', 'bank_account.sealed', 'account_id'])
    .where(sql<boolean>`claim_id = any(${ids}::uuid[])`)
    .orderBy('instructor.sort_key')
    .orderBy('instructor.number')
    .orderBy('expense_claim.visit_on')
    .orderBy('claim_id')
    .forUpdate('expense_claim')
    .execute();
  return rows.map((row) => ({
    claimId: row.claim_id,
    label: claimLabel({ visitNumber: row.number, instructorName: row.name }),
    instructorId: row.instructor_id,
    instructorName: row.name,
    state: row.state as ClaimState,
    inBatch: row.batch_id !== null,
    hasAccount: row.account_id !== null,
    totalYen: yenOf(row.total_yen),
    withheldBaseYen: yenOf(row.withheld_base_yen),
    account: row.account_id && row.sealed ? { accountId: row.account_id, sealed: row.sealed } : null,
  }));
}

type NewBatch = {
  readonly id: string;
  readonly paidOn: PlainDate;
  readonly payments: readonly (Payment & KeptAccount)[];
};

export async function insertBatch(tx: Tx, ctx: Context, { id, paidOn, payments }: NewBatch): Promise<void> {
  const now = ctx.now();
  await tx
    .insertInto('payment_batch')
    .values({
      corner_code: ctx.corner,
      batch_id: id,
      paid_on: paidOn,
      state: 'open',
      made_by: ctx.actor.id,
      maker_name: ctx.actor.name,
      created_at: now,
      updated_at: now,
    })
    .execute();
  const rows = payments.map((payment, at) => ({
    corner_code: ctx.corner,
    batch_id: id,
    instructor_id: payment.instructorId,
    position: at + 1,
    gross_yen: payment.grossYen,
    withheld_base_yen: payment.withheldBaseYen,
    tax_yen: payment.taxYen,
    tax_rule: payment.taxRuleId,
    net_yen: payment.netYen,
    account_id: payment.accountId,
    sealed: payment.sealed,
  }));
  await tx.insertInto('payment').values(rows).execute();
  await tx
    .updateTable('expense_claim')
    .set((row) => ({ batch_id: id, updated_at: now, version: row('version', '+', 1) }))
    .where(
      'claim_id',
      'in',
      payments.flatMap(({ claimIds }) => claimIds),
    )
    .execute();
}

export async function saveBatchState(
  tx: Tx,
  ctx: Context,
  { id, state, reason }: { readonly id: string; readonly state: BatchState; readonly reason: string | null },
): Promise<void> {
  await tx
    .updateTable('payment_batch')
    .set((row) => ({ state, drop_reason: reason, updated_at: ctx.now(), version: row('version', '+', 1) }))
    .where('batch_id', '=', id)
    .execute();
}

/** The claims of a batch, held until the transaction ends. */
export async function lockBatchClaims(tx: Tx, batchId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('expense_claim')
    .select('claim_id')
    .where('batch_id', '=', batchId)
    .orderBy('claim_id')
    .forUpdate()
    .execute();
  return rows.map(({ claim_id }) => claim_id);
}

/** Gives the claims of a batch back: they can be returned, or paid another day. */
export async function releaseClaims(tx: Tx, ctx: Context, batchId: string): Promise<void> {
  await tx
    .updateTable('expense_claim')
    .set((row) => ({ batch_id: null, updated_at: ctx.now(), version: row('version', '+', 1) }))
    .where('batch_id', '=', batchId)
    .execute();
}
