import type { Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { deleteExpiredPhotos } from './report-store.server.ts';

/** 期限を過ぎた写真の消去: of this corner, whoever is on them or not; how many went (SEC-17). */
export function forgetPhotos(ctx: Context): Promise<number> {
  return inTransaction(ctx, (tx) => deleteExpiredPhotos(tx, ctx.today()));
}
