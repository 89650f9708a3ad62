import { sql } from 'kysely';
import type { Context } from '../context.server.ts';
import { inTransaction } from './transaction.server.ts';

/** So long a repeated request gets the first one's answer; after that nobody sends it again by mistake. */
export const ANSWER_DAYS = 7;

/** 二重送信の控えの消去. Forgets the answers of this corner that are older, with whatever they tell of people (SEC-12). */
export async function forgetAnswers(ctx: Context): Promise<number> {
  const { numDeletedRows } = await inTransaction(ctx, (tx) =>
    tx
      .deleteFrom('idempotent_answer')
      .where('created_at', '<=', sql<string>`${ctx.now()}::timestamptz - make_interval(days => ${ANSWER_DAYS})`)
      .executeTakeFirstOrThrow(),
  );
  return Number(numDeletedRows);
}
