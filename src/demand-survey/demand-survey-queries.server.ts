import { sql } from 'kysely';
import { searchForms, searchWords } from '#kernel/japanese-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { likeAnywhere, PAGE_SIZE, readCountedPage, type Count, type Cursor, type Page } from '#record/paging.server.ts';
import { loadRecipients, type StoredRecipient } from './recipient-store.server.ts';
import { loadSurvey, loadSurveysOf, type StoredSurvey } from './demand-survey-store.server.ts';
import { loadWishes, type StoredWish } from './demand-answer-store.server.ts';
import type { AnswerChannel } from './domain/demand-answer.ts';
import type { RecipientClass } from './domain/recipient-class.ts';
import { recipientStateOf, type RecipientState, type SendingWay } from './domain/recipient.ts';

/** How many recipients stand in which state. */
export type StateCounts = Readonly<Record<RecipientState, number>>;

export type SurveySummary = StoredSurvey & { readonly recipients: number; readonly states: StateCounts };

/** The surveys of a 年度 with where their recipients stand. */
export async function listDemandSurveys(ctx: Context, fiscalYear: number): Promise<readonly SurveySummary[]> {
  requirePermission(ctx, 'demand-survey.read');
  const surveys = await loadSurveysOf(ctx.db, fiscalYear);
  const summaries: SurveySummary[] = [];
  for (const survey of surveys)
    summaries.push(summarize(survey, await loadRecipients(ctx.db, { surveyId: survey.id })));
  return summaries;
}

/** One survey with where its recipients stand. */
export async function getDemandSurvey(ctx: Context, id: string): Promise<SurveySummary> {
  requirePermission(ctx, 'demand-survey.read');
  const survey = await loadSurvey(ctx.db, id);
  return summarize(survey, await loadRecipients(ctx.db, { surveyId: id }));
}

function summarize(survey: StoredSurvey, recipients: readonly StoredRecipient[]): SurveySummary {
  const counts = { 'not-sent': 0, sent: 0, reminded: 0, answered: 0, declined: 0 };
  for (const recipient of recipients) counts[recipientStateOf(recipient)] += 1;
  return { ...survey, recipients: recipients.length, states: counts };
}

export type RecipientFilters = {
  readonly surveyId: string;
  readonly q: string;
  readonly class: string;
  readonly state: RecipientState | '';
};

export type RecipientRow = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly class: RecipientClass;
  readonly state: RecipientState;
  readonly sentOn: PlainDate | null;
  readonly remindedOn: PlainDate | null;
  readonly answeredOn: PlainDate | null;
  readonly hasEmail: boolean;
  /** Nothing without an answer. */
  readonly wants: boolean | null;
};

/** How many values the cursor of the list has. */
export const RECIPIENT_CURSOR_LENGTH = 1;

/** `recipientStateOf` in the words of the database. */
const stateOf = sql<RecipientState>`case
  when demand_answer.recipient_id is not null then 'answered'
  when demand_recipient.declined_on is not null then 'declined'
  when demand_recipient.reminded_on is not null then 'reminded'
  when demand_recipient.sent_on is not null then 'sent' else 'not-sent' end`;

/** The recipients of a survey by number. */
export async function listRecipients(
  ctx: Context,
  {
    filters,
    cursor,
    limit = PAGE_SIZE,
  }: { readonly filters: RecipientFilters; readonly cursor: Cursor | undefined; readonly limit?: number },
): Promise<Page<RecipientRow> & Count> {
  requirePermission(ctx, 'demand-survey.read');
  let query = ctx.db
    .selectFrom('demand_recipient')
    .innerJoin('organization', 'organization.organization_id', 'demand_recipient.organization_id')
    .leftJoin('demand_answer', 'demand_answer.recipient_id', 'demand_recipient.recipient_id')
    .select([
      'demand_recipient.recipient_id as id',
      'demand_recipient.number',
      'organization.name',
      'demand_recipient.class',
      stateOf.as('state'),
      'demand_recipient.sent_on as sentOn',
      'demand_recipient.reminded_on as remindedOn',
      'demand_answer.answered_on as answeredOn',
      sql<boolean>`organization.email is not null`.as('hasEmail'),
      'demand_answer.wants',
    ])
    .where('demand_recipient.survey_id', '=', filters.surveyId);
  if (filters.class) query = query.where('demand_recipient.class', '=', filters.class);
  if (filters.state) query = query.where(stateOf, '=', filters.state);
  const words = searchWords(filters.q);
  for (const word of words) {
    query = query.where((row) =>
      row.or([
        ...searchForms(word).map((form) => row('organization.search_text', 'like', likeAnywhere(form))),
        row('demand_recipient.number', 'ilike', likeAnywhere(word)),
      ]),
    );
  }
  return readCountedPage<RecipientRow>(ctx.db, {
    query,
    byWords: words.length > 0,
    order: { columns: [sql.ref('number')], descending: false },
    cursor,
    limit,
    valuesOf: ({ number }) => [number],
  });
}

export type KnownAnswer = {
  readonly receiptNumber: string;
  readonly wants: boolean;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly contactEmail: string | null;
  readonly comment: string | null;
  readonly channel: AnswerChannel;
  readonly answeredOn: PlainDate;
  readonly enteredBy: string | null;
  readonly version: number;
};

export type RecipientDetail = StoredRecipient & {
  readonly survey: StoredSurvey;
  readonly organization: {
    readonly id: string;
    readonly number: string;
    readonly name: string;
    readonly postalCode: string | null;
    readonly address: string | null;
    readonly contactName: string | null;
    readonly email: string | null;
    readonly fax: string | null;
  };
  readonly sentWay: SendingWay | null;
  readonly reminders: number;
  readonly declinedReason: string | null;
  readonly answer: KnownAnswer | undefined;
  readonly wishes: readonly StoredWish[];
};

/** One recipient with the answer and its wishes. */
export async function getRecipient(ctx: Context, id: string): Promise<RecipientDetail> {
  requirePermission(ctx, 'demand-survey.read');
  const [recipient] = isRecordId(id) ? await loadRecipients(ctx.db, { id }) : [];
  if (!recipient) throw new NotFound('demand-recipient', id);
  const survey = await loadSurvey(ctx.db, recipient.surveyId);
  const told = await ctx.db
    .selectFrom('demand_recipient')
    .innerJoin('organization', 'organization.organization_id', 'demand_recipient.organization_id')
    .select([
      'organization.organization_id as id',
      'organization.number',
      'organization.name',
      'organization.postal_code as postalCode',
      'organization.address',
      'organization.contact_name as contactName',
      'organization.email',
      'organization.fax',
      sql<SendingWay | null>`demand_recipient.sent_way`.as('sentWay'),
      'demand_recipient.reminders',
      'demand_recipient.declined_reason as declinedReason',
    ])
    .where('demand_recipient.recipient_id', '=', id)
    .executeTakeFirstOrThrow();
  const { sentWay, reminders, declinedReason, ...organization } = told;
  const answer = await findAnswer(ctx, id);
  return {
    ...recipient,
    survey,
    organization,
    sentWay,
    reminders,
    declinedReason,
    answer,
    wishes: await loadWishes(ctx.db, id),
  };
}

async function findAnswer(ctx: Context, recipientId: string): Promise<KnownAnswer | undefined> {
  return ctx.db
    .selectFrom('demand_answer')
    .select([
      'receipt_number as receiptNumber',
      'wants',
      'contact_name as contactName',
      'contact_phone as contactPhone',
      'contact_email as contactEmail',
      'comment',
      sql<AnswerChannel>`channel`.as('channel'),
      sql<PlainDate>`answered_on`.as('answeredOn'),
      'entered_by as enteredBy',
      'version',
    ])
    .where('recipient_id', '=', recipientId)
    .executeTakeFirst();
}

export type WishOrigin = { readonly surveyId: string; readonly recipientId: string; readonly number: string };

/** The wish that a request came of, if it came of one. */
export async function findWishOf(ctx: Context, requestId: string): Promise<WishOrigin | undefined> {
  requirePermission(ctx, 'demand-survey.read');
  return ctx.db
    .selectFrom('demand_wish')
    .innerJoin('demand_recipient', 'demand_recipient.recipient_id', 'demand_wish.recipient_id')
    .select([
      'demand_recipient.survey_id as surveyId',
      'demand_recipient.recipient_id as recipientId',
      'demand_recipient.number',
    ])
    .where('demand_wish.request_id', '=', requestId)
    .executeTakeFirst();
}
