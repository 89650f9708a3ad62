import type { Logger } from 'pino';
import { forgetAttempts, takeAttempts, type AttemptsLocked } from '#account/attempt-limits.server.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { createContext, type Clock, type Context } from '#platform/context.server.ts';
import type { Database, Db } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { cornerOfToken, hashOfToken } from '#survey/ticket-secret.server.ts';
import { loadRecipients, lockRecipient, type StoredRecipient } from './recipient-store.server.ts';
import { loadSurvey, type StoredSurvey } from './demand-survey-store.server.ts';
import { readDemandAnswer, type AnswerTexts } from './domain/demand-answer.ts';
import { lastLinkDay } from './domain/demand-survey.ts';
import { keepAnswer } from './enter-answer.server.ts';

/** What answering needs of the running desk. */
export type DemandDesk = { readonly database: Database; readonly clock: Clock; readonly log: Logger };

/** The survey behind a link, and whom it asks. Nothing of it is personal: what was answered is not shown. */
export type AskedDemand = {
  readonly corner: string;
  readonly office: string;
  readonly phone: string | null;
  readonly title: string;
  readonly fiscalYear: number;
  readonly answerBy: PlainDate;
  readonly note: string | null;
  readonly number: string;
  readonly host: string;
  /** The receipt of the answer that was given; it takes the place of the form. */
  readonly receipt: { readonly number: string; readonly on: PlainDate } | undefined;
};

/** `gone` is a link that was taken back or replaced, or never was: the desk itself cannot tell them apart. */
export type DemandLinkRefusal =
  | { readonly kind: 'gone' }
  | AttemptsLocked
  | { readonly kind: 'over'; readonly office: string; readonly phone: string | null };

export type DemandAnswerRefusal =
  | DemandLinkRefusal
  | { readonly kind: 'fields'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'answered-before' };

type Opening = { readonly token: string; /** Where the request came from. */ readonly address: string };
type Opened = { readonly asked: AskedDemand; readonly recipient: StoredRecipient; readonly survey: StoredSurvey };

/**
 * Opens the link of a form. Attempts are counted by source as those of signing in are (SEC-08), before anything is compared;
 * a right link counts against nobody. It opens while the survey runs and its last day has not passed.
 */
export async function openDemandSurvey(
  desk: DemandDesk,
  opening: Opening,
): Promise<Result<AskedDemand, DemandLinkRefusal>> {
  const opened = await open(desk, opening);
  return opened.ok ? accept(opened.value.asked) : opened;
}

async function open(desk: DemandDesk, { token, address }: Opening): Promise<Result<Opened, DemandLinkRefusal>> {
  const keys = [{ kind: 'address', subject: address }] as const;
  const taken = await takeAttempts(desk, keys);
  if (!taken.ok) return taken;
  const corner = cornerOfToken(token);
  if (corner === undefined) return refuse({ kind: 'gone' });
  const db = desk.database.forCorner(corner);
  const [recipient] = await loadRecipients(db, { linkHash: hashOfToken(token) });
  if (!recipient || recipient.isRevoked) return refuse({ kind: 'gone' });
  await forgetAttempts(desk, keys);
  const survey = await loadSurvey(db, recipient.surveyId);
  const office = await db.selectFrom('corner').select(['name', 'phone']).executeTakeFirst();
  const contact = { office: office?.name ?? '', phone: office?.phone ?? null };
  const receipt = await findReceipt(db, recipient.id);
  const isOpen = survey.state === 'running' && desk.clock.today() <= lastLinkDay(survey.answerBy);
  if (!isOpen && !receipt) return refuse({ kind: 'over', ...contact });
  const host = await db
    .selectFrom('organization')
    .select('name')
    .where('organization_id', '=', recipient.organizationId)
    .executeTakeFirstOrThrow();
  const { title, fiscalYear, answerBy, note } = survey;
  const asked = {
    corner,
    ...contact,
    title,
    fiscalYear,
    answerBy,
    note,
    number: recipient.number,
    host: host.name,
    receipt,
  };
  return accept({ asked, recipient, survey });
}

async function findReceipt(db: Db, recipientId: string) {
  const row = await db
    .selectFrom('demand_answer')
    .select(['receipt_number as number', 'answered_on as on'])
    .where('recipient_id', '=', recipientId)
    .executeTakeFirst();
  return row && { number: row.number, on: row.on as PlainDate };
}

type Given = Opening & {
  readonly texts: AnswerTexts;
  /** The mark of the form that was filled in: a second press of it is the same answer. */
  readonly submissionKey: string;
};

/** Takes the one answer of a recipient: two at the same moment wait at its row, and the second learns that it was answered. */
export async function answerDemandSurvey(
  desk: DemandDesk,
  { texts, submissionKey, ...opening }: Given,
): Promise<Result<{ readonly receiptNumber: string }, DemandAnswerRefusal>> {
  const opened = await open(desk, opening);
  if (!opened.ok) return opened;
  const { asked, recipient: found } = opened.value;
  const ctx = contextOfHost(desk, asked);
  const read = readDemandAnswer(texts, { today: ctx.today(), onPage: true });
  return inTransaction(ctx, async (tx): Promise<Result<{ readonly receiptNumber: string }, DemandAnswerRefusal>> => {
    const recipient = await lockRecipient(tx, found.id);
    const earlier = await tx
      .selectFrom('demand_answer')
      .select(['receipt_number', 'submission_key'])
      .where('recipient_id', '=', found.id)
      .executeTakeFirst();
    if (earlier?.submission_key === submissionKey && submissionKey !== '')
      return accept({ receiptNumber: earlier.receipt_number });
    if (earlier) return refuse({ kind: 'answered-before' });
    // The link may have been taken back, or the survey closed, since the page was opened.
    const survey = await loadSurvey(tx, recipient.surveyId);
    if (recipient.isRevoked || recipient.linkRound !== found.linkRound) return refuse({ kind: 'gone' });
    if (survey.state !== 'running') return refuse({ kind: 'over', office: asked.office, phone: asked.phone });
    if (!read.ok) return refuse({ kind: 'fields', problems: read.refusal });
    const given = {
      answer: read.value,
      channel: 'web',
      answeredOn: ctx.today(),
      enteredBy: null,
      submissionKey,
    } as const;
    return accept(await keepAnswer(tx, ctx, { recipient, ...given }));
  });
}

/** The host acts, by its own link: no permission is theirs, and the walls of the corner stand. */
function contextOfHost({ database, clock, log }: DemandDesk, { corner, host }: AskedDemand): Context {
  const actor = { id: 'demand-answer', name: host, role: 'instructor', cornerCode: corner, source: 'page' } as const;
  return createContext({ database, corner, actor, clock, log });
}
