import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { DemandAnswer, DemandWish, AnswerChannel } from './domain/demand-answer.ts';

export type Written = {
  readonly recipientId: string;
  readonly answer: DemandAnswer;
  readonly channel: AnswerChannel;
  readonly answeredOn: PlainDate;
  readonly enteredBy: string | null;
  readonly submissionKey: string | null;
  readonly receiptNumber: string;
};

/** Writes the one answer of a recipient, or overwrites it. Wishes with a live request stay; all others are written anew. */
export async function writeAnswer(tx: Tx, ctx: Context, written: Written): Promise<void> {
  const { recipientId, answer, channel, answeredOn, enteredBy, submissionKey, receiptNumber } = written;
  const values = {
    wants: answer.wants,
    contact_name: answer.contactName,
    contact_phone: answer.contactPhone,
    contact_email: answer.contactEmail,
    comment: answer.comment,
    channel,
    answered_on: answeredOn,
    entered_by: enteredBy,
  };
  await tx
    .insertInto('demand_answer')
    .values({
      corner_code: ctx.corner,
      recipient_id: recipientId,
      receipt_number: receiptNumber,
      submission_key: submissionKey,
      ...values,
    })
    .onConflict((conflict) =>
      conflict.columns(['corner_code', 'recipient_id']).doUpdateSet({
        ...values,
        version: sql`demand_answer.version + 1`,
        updated_at: ctx.now(),
      }),
    )
    .execute();
  await tx
    .deleteFrom('demand_wish')
    .where('recipient_id', '=', recipientId)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('request')
            .select('request.request_id')
            .whereRef('request.request_id', '=', 'demand_wish.request_id')
            .where('request.deleted_at', 'is', null),
        ),
      ),
    )
    .execute();
  await insertWishes(tx, ctx, { recipientId, wishes: answer.wishes });
}

async function insertWishes(
  tx: Tx,
  ctx: Context,
  { recipientId, wishes }: { readonly recipientId: string; readonly wishes: readonly DemandWish[] },
): Promise<void> {
  if (wishes.length === 0) return;
  const last = await tx
    .selectFrom('demand_wish')
    .select((row) => row.fn.max('place').as('place'))
    .where('recipient_id', '=', recipientId)
    .executeTakeFirst();
  const first = (last?.place ?? -1) + 1;
  await tx
    .insertInto('demand_wish')
    .values(
      wishes.map(({ tradeCode, sessions, months, audience, trainees, content }, index) => ({
        corner_code: ctx.corner,
        wish_id: ctx.newId(),
        recipient_id: recipientId,
        place: first + index,
        trade_code: tradeCode,
        sessions,
        months: [...months],
        audience,
        trainees,
        content,
      })),
    )
    .execute();
}

/** A wish with the request that came of it. */
export type StoredWish = DemandWish & {
  readonly id: string;
  readonly recipientId: string;
  /** The live request, if one came of it. */
  readonly request: { readonly id: string; readonly number: string } | undefined;
};

/** The wishes of a recipient in the order of the form. */
export async function loadWishes(db: Db, recipientId: string): Promise<readonly StoredWish[]> {
  const rows = await selectWishes(db).where('demand_wish.recipient_id', '=', recipientId).orderBy('place').execute();
  return rows.map(toWish);
}

/** One wish, locked until the transaction ends. */
export async function lockWish(tx: Tx, id: string): Promise<StoredWish> {
  if (!isRecordId(id)) throw new NotFound('demand-wish', id);
  await tx.selectFrom('demand_wish').select('wish_id').where('wish_id', '=', id).forUpdate().executeTakeFirst();
  return loadWish(tx, id);
}

/** One wish. */
export async function loadWish(db: Db, id: string): Promise<StoredWish> {
  const row = isRecordId(id)
    ? await selectWishes(db).where('demand_wish.wish_id', '=', id).executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound('demand-wish', id);
  return toWish(row);
}

/** Ties a wish to the request that came of it. */
export async function writeRequestOfWish(tx: Tx, id: string, requestId: string): Promise<void> {
  await tx.updateTable('demand_wish').set({ request_id: requestId }).where('wish_id', '=', id).execute();
}

function selectWishes(db: Db) {
  return db
    .selectFrom('demand_wish')
    .leftJoin('request', (join) =>
      join.onRef('request.request_id', '=', 'demand_wish.request_id').on('request.deleted_at', 'is', null),
    )
    .select([
      'demand_wish.wish_id as id',
      'demand_wish.recipient_id as recipientId',
      'demand_wish.trade_code as tradeCode',
      'demand_wish.sessions',
      'demand_wish.months',
      'demand_wish.audience',
      'demand_wish.trainees',
      'demand_wish.content',
      'request.request_id as requestId',
      'request.number as requestNumber',
    ]);
}

function toWish<Row extends { readonly requestId: string | null; readonly requestNumber: string | null }>({
  requestId,
  requestNumber,
  ...wish
}: Row) {
  return {
    ...wish,
    request: requestId === null ? undefined : { id: requestId, number: requestNumber ?? '' },
  };
}
