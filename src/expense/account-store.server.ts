import { sql } from 'kysely';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';

/** A sealed account, with who changed it last. */
export type SealedAccount = {
  readonly accountId: string;
  readonly sealed: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
};

export async function findSealedAccount(
  db: Db,
  instructorId: string,
  { lock = false } = {},
): Promise<SealedAccount | undefined> {
  const query = db
    .selectFrom('bank_account')
    .select(['account_id as accountId', 'sealed', 'version', 'updated_at as updatedAt', 'updated_by as updatedBy'])
    .where('instructor_id', '=', instructorId);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

export async function saveSealedAccount(
  tx: Tx,
  ctx: Context,
  account: { readonly instructorId: string; readonly accountId: string; readonly sealed: string },
): Promise<void> {
  const { instructorId, accountId, sealed } = account;
  const columns = { sealed, updated_at: ctx.now(), updated_by: ctx.actor.name };
  await tx
    .insertInto('bank_account')
    .values({ corner_code: ctx.corner, instructor_id: instructorId, account_id: accountId, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['corner_code', 'instructor_id'])
        .doUpdateSet((row) => ({ ...columns, version: row('bank_account.version', '+', 1) })),
    )
    .execute();
}

export async function findSealedPayer(
  db: Db,
  { lock = false } = {},
): Promise<{ readonly sealed: string; readonly version: number } | undefined> {
  const query = db.selectFrom('payer_account').select(['sealed', 'version']);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

export async function saveSealedPayer(tx: Tx, ctx: Context, sealed: string): Promise<void> {
  await tx
    .insertInto('payer_account')
    .values({ corner_code: ctx.corner, sealed, updated_at: ctx.now() })
    .onConflict((conflict) =>
      conflict.columns(['corner_code']).doUpdateSet((row) => ({
        sealed,
        updated_at: ctx.now(),
        version: row('payer_account.version', '+', 1),
      })),
    )
    .execute();
}

/** Where a sealed account lies: somebody's own, the corner's, or the copy that a payment went to. */
export type SealedPlace =
  | { readonly kind: 'bank-account'; readonly accountId: string; readonly sealed: string }
  | { readonly kind: 'payer-account'; readonly sealed: string }
  | { readonly kind: 'payment'; readonly batchId: string; readonly accountId: string; readonly sealed: string };

/** Every account of the corner that another secret than the present one sealed. */
export async function listSealedBefore(db: Db, prefix: string): Promise<readonly SealedPlace[]> {
  const isOld = sql<boolean>`not starts_with(sealed, ${prefix})`;
  const accounts = await db.selectFrom('bank_account').select(['account_id', 'sealed']).where(isOld).execute();
  const payers = await db.selectFrom('payer_account').select('sealed').where(isOld).execute();
  const payments = await db
    .selectFrom('payment')
    .select(['batch_id', 'account_id', 'sealed'])
    .where('sealed', 'is not', null)
    .where(isOld)
    .execute();
  return [
    ...accounts.map(({ account_id, sealed }) => ({ kind: 'bank-account', accountId: account_id, sealed }) as const),
    ...payers.map(({ sealed }) => ({ kind: 'payer-account', sealed }) as const),
    ...payments.flatMap(({ batch_id, account_id, sealed }) =>
      sealed === null ? [] : [{ kind: 'payment', batchId: batch_id, accountId: account_id, sealed } as const],
    ),
  ];
}

/** Puts the same content in its place, sealed anew; what somebody changed meanwhile stays as they left it. */
export async function replaceSealed(tx: Tx, place: SealedPlace, sealed: string): Promise<void> {
  switch (place.kind) {
    case 'bank-account':
      await tx
        .updateTable('bank_account')
        .set({ sealed })
        .where('account_id', '=', place.accountId)
        .where('sealed', '=', place.sealed)
        .execute();
      return;
    case 'payer-account':
      await tx.updateTable('payer_account').set({ sealed }).where('sealed', '=', place.sealed).execute();
      return;
    case 'payment':
      await tx
        .updateTable('payment')
        .set({ sealed })
        .where('batch_id', '=', place.batchId)
        .where('account_id', '=', place.accountId)
        .where('sealed', '=', place.sealed)
        .execute();
  }
}
