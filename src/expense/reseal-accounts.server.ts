import type { Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { SealBroken, type FieldSeal } from '#platform/field-seal.server.ts';
import { listSealedBefore, replaceSealed, type SealedPlace } from './account-store.server.ts';
import { payerPlace, placeOf } from './bank-accounts.server.ts';

/**
 * 口座の封のし直し: what the secret before sealed is sealed by the present one, each account in a transaction of its own.
 * A run that is cut off leaves every account readable by one of the two secrets, and the next run goes on.
 */
export async function resealAccounts(
  ctx: Context,
  seal: FieldSeal,
): Promise<{ readonly resealed: number; readonly unreadable: number }> {
  let [resealed, unreadable] = [0, 0];
  for (const place of await listSealedBefore(ctx.db, seal.prefix)) {
    const about = aboutOf(ctx.corner, place);
    try {
      const sealed = seal.seal(seal.open(place.sealed, about), about);
      await inTransaction(ctx, (tx) => replaceSealed(tx, place, sealed));
      resealed++;
    } catch (error) {
      // Of a third secret: it is left as it is, for whoever still has that one.
      if (!(error instanceof SealBroken)) throw error;
      unreadable++;
    }
  }
  return { resealed, unreadable };
}

function aboutOf(corner: string, place: SealedPlace): readonly string[] {
  return place.kind === 'payer-account' ? payerPlace(corner) : placeOf(corner, place.accountId);
}
