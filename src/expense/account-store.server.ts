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
