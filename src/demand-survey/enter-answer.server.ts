import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { loadSurvey, requireVersion } from './demand-survey-store.server.ts';
import { loadWishes, writeAnswer } from './demand-answer-store.server.ts';
import { lockRecipient, type StoredRecipient } from './recipient-store.server.ts';
import { readDemandAnswer, type AnswerChannel, type AnswerTexts, type DemandAnswer } from './domain/demand-answer.ts';
import type { DemandSurveyState } from './domain/demand-survey.ts';

export type EntryRefusal =
  | { readonly kind: 'fields'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'not-running'; readonly state: DemandSurveyState };

type Entry = {
  readonly recipientId: string;
  readonly texts: AnswerTexts;
  readonly channel: Exclude<AnswerChannel, 'web'>;
  readonly answeredOn: PlainDate;
  /** The version of the answer that the person saw; 0 where there was none. */
  readonly version: number;
};

/**
 * Enters what came on paper, by FAX or by telephone, or corrects the one answer of a recipient. Wishes that have become
 * requests stay as they are. Says who entered it.
 */
export function enterAnswer(
  ctx: Context,
  { recipientId, texts, channel, answeredOn, version }: Entry,
): Promise<Result<{ readonly receiptNumber: string }, EntryRefusal>> {
  requirePermission(ctx, 'demand-survey.write');
  return inTransaction(ctx, async (tx): Promise<Result<{ readonly receiptNumber: string }, EntryRefusal>> => {
    const recipient = await lockRecipient(tx, recipientId);
    const survey = await loadSurvey(tx, recipient.surveyId);
    if (survey.state !== 'running') return refuse({ kind: 'not-running', state: survey.state });
    requireVersion('demand-answer', { id: recipientId, seen: version, current: recipient.answerVersion });
    const kept = (await loadWishes(tx, recipientId)).filter(({ request }) => request !== undefined);
    const read = readDemandAnswer(texts, { today: ctx.today(), onPage: false, kept: kept.length });
    if (!read.ok) return refuse({ kind: 'fields', problems: read.refusal });
    const enteredBy = ctx.actor.name;
    const given = { recipient, answer: read.value, channel, answeredOn, enteredBy, submissionKey: null };
    return accept(await keepAnswer(tx, ctx, given));
  });
}

type Given = {
  readonly recipient: StoredRecipient;
  readonly answer: DemandAnswer;
  readonly channel: AnswerChannel;
  readonly answeredOn: PlainDate;
  readonly enteredBy: string | null;
  readonly submissionKey: string | null;
};

/** Writes an answer that may be written, with its receipt number and its line in the log; a correction keeps its number. */
export async function keepAnswer(
  tx: Tx,
  ctx: Context,
  { recipient, ...given }: Given,
): Promise<{ readonly receiptNumber: string }> {
  const { id, number } = recipient;
  const known = await findReceiptNumber(tx, id);
  const receiptNumber = known ?? (await nextReceiptNumber(tx, given.answeredOn));
  await writeAnswer(tx, ctx, { ...given, recipientId: id, receiptNumber });
  const entity = { kind: 'demand-recipient', id, label: number };
  const { answer, channel, enteredBy } = given;
  const after = {
    receiptNumber,
    wants: answer.wants,
    wishes: answer.wishes.length,
    channel,
    ...(enteredBy !== null && { enteredBy }),
  };
  await recordAudit(tx, ctx, [{ action: known === undefined ? 'answered' : 'updated', entity, after }]);
  return { receiptNumber };
}

async function findReceiptNumber(tx: Tx, recipientId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('demand_answer')
    .select('receipt_number')
    .where('recipient_id', '=', recipientId)
    .executeTakeFirst();
  return row?.receipt_number;
}

/** 「H20221130-0001」: the day of the answer and the place in it. */
async function nextReceiptNumber(tx: Tx, on: PlainDate): Promise<string> {
  await lockRecords(tx, 'demand-answer');
  const prefix = `H${on.replaceAll('-', '')}-`;
  const { count } = await tx
    .selectFrom('demand_answer')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('receipt_number', 'like', `${prefix}%`)
    .executeTakeFirstOrThrow();
  return `${prefix}${String(count + 1).padStart(4, '0')}`;
}
