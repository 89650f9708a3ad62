import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Result } from '#kernel/result.ts';
import type { Context } from '../context.server.ts';
import type { Tx } from './database.server.ts';

const MOST_ATTEMPTS = 3;

/**
 * Runs the work in one transaction of the context's corner: all of it is kept, or nothing. When another transaction was
 * faster at a place that the schema keeps for one alone, the work begins again and finds in it who was first.
 */
export async function inTransaction<Answer>(ctx: Context, work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ctx.db.transaction().execute(work);
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !isLostRace(error)) throw error;
    }
  }
}

/**
 * `inTransaction` for a command of several steps: when one of them is refused, what the steps before it wrote is taken back,
 * and the refusal is the answer.
 */
export async function allOrNothing<Value, Refusal>(
  ctx: Context,
  work: (tx: Tx) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  let refused: Result<Value, Refusal> | undefined;
  try {
    return await inTransaction(ctx, async (tx) => {
      const answer = await work(tx);
      if (answer.ok) return answer;
      refused = answer;
      throw new TakenBack();
    });
  } catch (error) {
    if (error instanceof TakenBack && refused) return refused;
    throw error;
  }
}

/** Leaves a transaction whose answer is a refusal. */
class TakenBack extends Error {}

/** exclusion_violation, and the deadlock of two that wait for each other's place. */
const lostRaces: readonly unknown[] = ['23P01', '40P01'];

function isLostRace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && lostRaces.includes(error.code);
}

/** A repeated key came with another content: the caller reused it by mistake. */
export class IdempotencyKeyReused extends Error {}

type Once<Answer> = {
  readonly key: string | undefined;
  /** What was asked: the same key with another content is a mistake of the caller. A digest of it is kept. */
  readonly fingerprint: string;
  readonly work: () => Promise<Answer>;
  /** Whether the work wrote anything; a refusal did not, and the corrected request may use the key again. */
  readonly isKept: (answer: Answer) => boolean;
};

/**
 * Gives a repeated request the first one's answer (FRM-34, contract.md §2). Two at the same moment wait for each other,
 * so the work runs once. Without a key the work simply runs.
 */
export async function answerOnce<Answer>(
  tx: Tx,
  ctx: Context,
  { key, fingerprint, work, isKept }: Once<Answer>,
): Promise<Answer> {
  if (key === undefined) return work();
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.actor.id} ${key}`}, 0))`.execute(tx);
  const earlier = await tx
    .selectFrom('idempotent_answer')
    .select(['fingerprint', 'answer'])
    .where('actor_id', '=', ctx.actor.id)
    .where('key', '=', key)
    .executeTakeFirst();
  const digest = createHash('sha256').update(fingerprint).digest('hex');
  if (earlier && earlier.fingerprint !== digest) throw new IdempotencyKeyReused(key);
  if (earlier) return earlier.answer as Answer;
  const answer = await work();
  if (!isKept(answer)) return answer;
  await tx
    .insertInto('idempotent_answer')
    .values({
      corner_code: ctx.corner,
      actor_id: ctx.actor.id,
      key,
      fingerprint: digest,
      answer: JSON.stringify(answer),
    })
    .execute();
  return answer;
}
