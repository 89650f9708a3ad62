import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { DemandAnswer, DemandWish, AnswerChannel } from './domain/demand-answer.ts';
import type { DemandSurveyState } from './domain/demand-survey.ts';
import type { RecipientClass } from './domain/recipient-class.ts';
import type { RecipientDays, SendingWay } from './domain/recipient.ts';
import type { DemandSurveyInput } from './domain/survey-fields.ts';

/** 派遣希望調査 as it is stored. */
export type StoredSurvey = DemandSurveyInput & {
  readonly id: string;
  readonly number: string;
  readonly fiscalYear: number;
  readonly state: DemandSurveyState;
  readonly version: number;
};

const surveyColumns = [
  'survey_id as id',
  'number',
  'fiscal_year as fiscalYear',
  'title',
  'classes',
  'note',
  'version',
] as const;

/** The survey of this id; its row stays locked until the transaction ends where `lock` says so. */
export async function loadSurvey(db: Db, id: string, { lock = false } = {}): Promise<StoredSurvey> {
  const query = db
    .selectFrom('demand_survey')
    .select(surveyColumns)
    .select([sql<PlainDate>`answer_by`.as('answerBy'), sql<DemandSurveyState>`state`.as('state')])
    .where('survey_id', '=', id);
  const row = isRecordId(id) ? await (lock ? query.forUpdate() : query).executeTakeFirst() : undefined;
  if (!row) throw new NotFound('demand-survey', id);
  return { ...row, classes: row.classes as RecipientClass[] };
}

/** The surveys of a 年度 by number. */
export async function loadSurveysOf(db: Db, fiscalYear: number): Promise<readonly StoredSurvey[]> {
  const rows = await db
    .selectFrom('demand_survey')
    .select(surveyColumns)
    .select([sql<PlainDate>`answer_by`.as('answerBy'), sql<DemandSurveyState>`state`.as('state')])
    .where('fiscal_year', '=', fiscalYear)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ ...row, classes: row.classes as RecipientClass[] }));
}

/** Writes a new survey. */
export async function insertSurvey(
  tx: Tx,
  ctx: Context,
  survey: DemandSurveyInput & Pick<StoredSurvey, 'id' | 'number' | 'fiscalYear'>,
): Promise<void> {
  await tx
    .insertInto('demand_survey')
    .values({
      corner_code: ctx.corner,
      survey_id: survey.id,
      number: survey.number,
      fiscal_year: survey.fiscalYear,
      ...columnsOf(survey),
    })
    .execute();
}

const columnsOf = ({ title, answerBy, classes, note }: DemandSurveyInput) => ({
  title,
  answer_by: answerBy,
  classes: [...classes],
  note,
});

/** Overwrites what staff say of a survey, or where it stands. */
export async function updateSurvey(
  tx: Tx,
  ctx: Context,
  { id, input, state }: { readonly id: string; readonly input?: DemandSurveyInput; readonly state?: DemandSurveyState },
): Promise<void> {
  await tx
    .updateTable('demand_survey')
    .set((row) => ({
      ...(input && columnsOf(input)),
      ...(state && { state }),
      version: row('version', '+', 1),
      updated_at: ctx.now(),
    }))
    .where('survey_id', '=', id)
    .execute();
}

/** A recipient as an act on it needs it. */
export type StoredRecipient = RecipientDays & {
  readonly id: string;
  readonly surveyId: string;
  readonly number: string;
  readonly class: RecipientClass;
  readonly municipalityCode: string;
  readonly organizationId: string;
  readonly linkRound: number;
  readonly isRevoked: boolean;
  /** Of the answer; 0 where there is none. */
  readonly answerVersion: number;
};

type Which = { readonly id: string } | { readonly linkHash: string } | { readonly surveyId: string };

/** The recipients meant, by number; their rows stay locked until the transaction ends where `lock` says so. */
export async function loadRecipients(db: Db, which: Which, { lock = false } = {}): Promise<readonly StoredRecipient[]> {
  let query = db
    .selectFrom('demand_recipient')
    .leftJoin('demand_answer', 'demand_answer.recipient_id', 'demand_recipient.recipient_id')
    .select([
      'demand_recipient.recipient_id as id',
      'demand_recipient.survey_id as surveyId',
      'demand_recipient.number',
      sql<RecipientClass>`demand_recipient.class`.as('class'),
      'demand_recipient.municipality_code as municipalityCode',
      'demand_recipient.organization_id as organizationId',
      'demand_recipient.link_round as linkRound',
      sql<boolean>`demand_recipient.link_revoked_at is not null`.as('isRevoked'),
      sql<PlainDate | null>`demand_recipient.sent_on`.as('sentOn'),
      sql<PlainDate | null>`demand_recipient.reminded_on`.as('remindedOn'),
      sql<PlainDate | null>`demand_recipient.declined_on`.as('declinedOn'),
      sql<PlainDate | null>`demand_answer.answered_on`.as('answeredOn'),
      sql<number>`coalesce(demand_answer.version, 0)`.as('answerVersion'),
    ])
    .orderBy('demand_recipient.number');
  if ('id' in which) query = query.where('demand_recipient.recipient_id', '=', which.id);
  else if ('linkHash' in which) query = query.where('demand_recipient.link_hash', '=', which.linkHash);
  else query = query.where('demand_recipient.survey_id', '=', which.surveyId);
  return (lock ? query.forUpdate('demand_recipient') : query).execute();
}

/** One recipient, locked: whoever comes second waits, and sees what the first did. */
export async function lockRecipient(tx: Tx, id: string): Promise<StoredRecipient> {
  if (!isRecordId(id)) throw new NotFound('demand-recipient', id);
  // The answer is read after the lock is held, or the one that the first wrote would not be seen.
  await tx
    .selectFrom('demand_recipient')
    .select('recipient_id')
    .where('recipient_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const [recipient] = await loadRecipients(tx, { id });
  if (!recipient) throw new NotFound('demand-recipient', id);
  return recipient;
}

type Happened = {
  readonly ids: readonly string[];
  readonly sent?: { readonly on: PlainDate; readonly way: SendingWay };
  readonly remindedOn?: PlainDate;
  readonly declined?: { readonly on: PlainDate; readonly reason: string } | null;
  readonly link?: { readonly round: number; readonly hash: string } | { readonly revokedAt: string };
};

/** Writes what happened with recipients: sending, reminding, declining, and what became of the link. */
export async function updateRecipients(tx: Tx, { ids, sent, remindedOn, declined, link }: Happened): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('demand_recipient')
    .set((row) => ({
      ...(sent && { sent_on: sent.on, sent_way: sent.way }),
      ...(remindedOn && { reminded_on: remindedOn, reminders: row('reminders', '+', 1) }),
      ...(declined !== undefined && { declined_on: declined?.on ?? null, declined_reason: declined?.reason ?? null }),
      ...(link && 'round' in link && { link_round: link.round, link_hash: link.hash, link_revoked_at: null }),
      ...(link && 'revokedAt' in link && { link_revoked_at: link.revokedAt }),
    }))
    .where(sql<boolean>`recipient_id = any(${ids}::uuid[])`)
    .execute();
}

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

/** Stops whoever saw an older version of what is about to be overwritten. */
export function requireVersion(
  kind: string,
  { id, seen, current }: { readonly id: string; readonly seen: number; readonly current: number },
): void {
  if (seen !== current) throw new Conflict(kind, id, seen, current);
}
