import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import type { Erased, Target } from './erased.ts';
import { ERASED_NAME } from './text.ts';

/** What people wrote beside a claim; the amounts stay, and every budget adds up as before. */
export async function eraseClaim(tx: Tx, ctx: Context, { id }: Target): Promise<Erased> {
  await tx
    .updateTable('expense_claim')
    .set((row) => ({ note: null, version: row('version', '+', 1), updated_at: ctx.now() }))
    .where('claim_id', '=', id)
    .execute();
  await tx
    .updateTable('expense_claim_event')
    .set({ reason: ERASED_NAME })
    .where('claim_id', '=', id)
    .where('reason', 'is not', null)
    .execute();
  return { entities: [{ kind: 'expense-claim', id }], files: 0 };
}

/** The accounts that a transfer went to; what was paid and withheld stays. */
export async function eraseBatch(tx: Tx, ctx: Context, { id }: Target): Promise<Erased> {
  await tx.updateTable('payment').set({ sealed: null }).where('batch_id', '=', id).execute();
  await tx
    .updateTable('payment_batch')
    .set((row) => ({ version: row('version', '+', 1), updated_at: ctx.now() }))
    .where('batch_id', '=', id)
    .execute();
  await tx
    .updateTable('payment_batch')
    .set({ drop_reason: ERASED_NAME })
    .where('batch_id', '=', id)
    .where('drop_reason', 'is not', null)
    .execute();
  return { entities: [{ kind: 'payment-batch', id }], files: 0 };
}

/** 振込先の口座. Whoever is paid again gives it again. */
export async function eraseAccount(tx: Tx, _ctx: Context, { id }: Target): Promise<Erased> {
  const { instructor_id } = await tx
    .deleteFrom('bank_account')
    .where('account_id', '=', id)
    .returning('instructor_id')
    .executeTakeFirstOrThrow();
  return { entities: [{ kind: 'bank-account', id: instructor_id }], files: 0 };
}
