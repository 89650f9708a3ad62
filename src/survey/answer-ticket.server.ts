import type { Logger } from 'pino';
import { forgetAttempts, takeAttempts, type AttemptsLocked } from '#account/attempt-limits.server.ts';
import { programLabel } from '#dispatch/domain/program.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { createContext, type Clock, type Context } from '#platform/context.server.ts';
import type { Database, Db } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { readAnswer, type AnswerProblem, type AnswerTexts } from './domain/answer.ts';
import { audienceLabel, somebody, type Audience } from './domain/audience.ts';
import type { OwnQuestion } from './domain/own-question.ts';
import { checkTicket, lastAnswerDay, type TicketRefusal } from './domain/ticket.ts';
import { findForm, lockForms } from './form-store.server.ts';
import { insertAnswers } from './survey-store.server.ts';
import { cornerOfToken, hashOfToken } from './ticket-secret.server.ts';
import { loadAskedVisit, type AskedVisit } from './visit-survey-queries.server.ts';

/** What answering needs of the running desk. */
export type AnswerDesk = { readonly database: Database; readonly clock: Clock; readonly log: Logger };

/** The questionnaire behind a link: about which visit, and what is asked. Nothing of it is personal. */
export type AskedSurvey = {
  readonly corner: string;
  readonly office: string;
  readonly phone: string | null;
  readonly audience: Audience;
  readonly visitOn: PlainDate;
  readonly program: string;
  readonly trade: string;
  readonly lastDay: PlainDate;
  readonly questions: readonly OwnQuestion[];
};

/** `gone` is a link that was answered or taken back, or never was: the desk itself cannot tell them apart. */
export type OpenRefusal = { readonly kind: 'gone' } | AttemptsLocked | TicketRefusal;
export type AnswerRefusal =
  | OpenRefusal
  | { readonly kind: 'fields'; readonly problems: readonly AnswerProblem[] }
  /** The questions have changed since the page was opened. */
  | { readonly kind: 'questions-changed' };

type Opening = { readonly token: string; /** Where the request came from. */ readonly address: string };

/**
 * Opens the link of a sheet. Attempts are counted by source as those of signing in are (SEC-08), before anything is
 * compared; a right link counts against nobody, so that a whole class can answer from one school.
 */
export async function openSurvey(
  desk: AnswerDesk,
  { token, address }: Opening,
): Promise<Result<AskedSurvey, OpenRefusal>> {
  const keys = [{ kind: 'address', subject: address }] as const;
  const taken = await takeAttempts(desk, keys);
  if (!taken.ok) return taken;
  const corner = cornerOfToken(token);
  if (corner === undefined) return refuse({ kind: 'gone' });
  const db = desk.database.forCorner(corner);
  const found = await findTicket(db, token);
  if (!found) return refuse({ kind: 'gone' });
  await forgetAttempts(desk, keys);
  const checked = checkTicket(found.visit, desk.clock.today());
  if (!checked.ok) return checked;
  const office = await db.selectFrom('corner').select(['name', 'phone']).executeTakeFirst();
  const form = await findForm(db, found.audience, found.visit.fiscalYear);
  const { visitOn, program, trade } = found.visit;
  return accept({
    corner,
    office: office?.name ?? '',
    phone: office?.phone ?? null,
    audience: found.audience,
    visitOn,
    program: programLabel(program),
    trade,
    lastDay: lastAnswerDay(visitOn),
    questions: form?.questions ?? [],
  });
}

type Given = Opening & {
  readonly texts: AnswerTexts;
  /** How many questions of the corner's own the page showed, in their words. */
  readonly asked: string;
};

/** What a page remembers of the corner's questions, to see whether they are still the same. */
export function wordsOf(questions: readonly OwnQuestion[]): string {
  return questions.map(({ text }) => text).join('\n');
}

/**
 * Takes the one answer of a sheet. In one transaction the ticket goes and the answer comes: two at the same moment wait at
 * the ticket's row, and the second finds it gone. The answer gets an identity of its own and the day, no hour and nothing of
 * the ticket, and the log tells of which visit it is and not what it says: nobody can lead it back to a sheet.
 */
export async function answerSurvey(
  desk: AnswerDesk,
  { texts, asked, ...opening }: Given,
): Promise<Result<{ readonly audience: Audience }, AnswerRefusal>> {
  const opened = await openSurvey(desk, opening);
  if (!opened.ok) return opened;
  const ctx = contextOfAnswer(desk, opened.value.corner);
  return inTransaction(ctx, async (tx): Promise<Result<{ readonly audience: Audience }, AnswerRefusal>> => {
    const found = await findTicket(tx, opening.token, { lock: true });
    if (!found) return refuse({ kind: 'gone' });
    const { audience, visit, ticketId } = found;
    const checked = checkTicket(visit, ctx.today());
    if (!checked.ok) return checked;
    await lockForms(tx, 'answer');
    const form = await findForm(tx, audience, visit.fiscalYear);
    const questions = form?.questions ?? [];
    if (wordsOf(questions) !== asked) return refuse({ kind: 'questions-changed' });
    const read = readAnswer({ audience, questions }, texts, { strict: true });
    if (!read.ok) return refuse({ kind: 'fields', problems: read.refusal });
    await tx.deleteFrom('survey_ticket').where('ticket_id', '=', ticketId).execute();
    await insertAnswers(tx, ctx, [
      {
        ...read.value,
        visitId: visit.id,
        audience,
        formId: form?.id ?? null,
        answeredOn: ctx.today(),
        channel: 'link',
        entryId: null,
      },
    ]);
    const entity = { kind: 'survey', id: visit.id, label: `${visit.number} ${audienceLabel(audience)}` };
    await recordAudit(tx, ctx, [{ action: 'answered', entity, after: { audience } }]);
    return accept({ audience });
  });
}

type FoundTicket = { readonly ticketId: string; readonly audience: Audience; readonly visit: AskedVisit };

async function findTicket(db: Db, token: string, { lock = false } = {}): Promise<FoundTicket | undefined> {
  const query = db
    .selectFrom('survey_ticket')
    .innerJoin('visit', 'visit.visit_id', 'survey_ticket.visit_id')
    .select(['survey_ticket.ticket_id', 'survey_ticket.visit_id', 'survey_ticket.audience'])
    .where('survey_ticket.link_hash', '=', hashOfToken(token))
    .where('visit.deleted_at', 'is', null);
  const row = await (lock ? query.forUpdate('survey_ticket') : query).executeTakeFirst();
  if (!row) return undefined;
  const visit = await loadAskedVisit(db, row.visit_id);
  return { ticketId: row.ticket_id, audience: row.audience as Audience, visit };
}

/** Somebody without a name acts: everybody who answers is the same to the log. */
function contextOfAnswer({ database, clock, log }: AnswerDesk, corner: string): Context {
  const actor = {
    id: 'survey-answer',
    name: somebody,
    role: 'instructor',
    cornerCode: corner,
    source: 'page',
  } as const;
  return createContext({ database, corner, actor, clock, log });
}
