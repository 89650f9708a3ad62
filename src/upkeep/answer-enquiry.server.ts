import type { Logger } from 'pino';
import { forgetAttempts, takeAttempts, type AttemptsLocked } from '#account/attempt-limits.server.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { createContext, type Clock, type Context } from '#platform/context.server.ts';
import type { Database, Db } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { checkReply, type IntentAnswer, type IntentReplyRefusal } from './domain/intent-enquiry.ts';
import type { UpkeepRefusal } from './domain/upkeep.ts';
import { cornerOfToken, hashOfToken } from './intent-link.server.ts';
import { lockFacts, takeStep } from './move-registration.server.ts';

/** What answering needs of the running desk. */
export type ReplyDesk = { readonly database: Database; readonly clock: Clock; readonly log: Logger };

/** The question that a link asks: whom, by which office, until when. */
export type IntentQuestion = {
  readonly corner: string;
  readonly name: string;
  readonly office: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly expiresOn: PlainDate;
  readonly answer: IntentAnswer | null;
  /** 受付番号 of the answer. */
  readonly receipt: string | null;
};

export type ReplyRefusal = { readonly kind: 'unknown' } | AttemptsLocked | IntentReplyRefusal | UpkeepRefusal;

type Opening = { readonly token: string; /** Where the request came from. */ readonly address: string };

/**
 * Opens the link of a letter. Attempts are counted by source as those of signing in are (SEC-08), before anything is
 * compared; a right link counts against nobody.
 */
export async function openEnquiry(
  desk: ReplyDesk,
  { token, address }: Opening,
): Promise<Result<IntentQuestion, ReplyRefusal>> {
  const found = await findByLink(desk, { token, address });
  return found.ok ? accept(found.value.question) : found;
}

type Reply = Opening & { readonly answer: IntentAnswer; readonly note: string };

/** Takes the one answer of a link, by the person, without an account; it is one step of the registration's upkeep. */
export async function answerEnquiry(
  desk: ReplyDesk,
  { answer, note, ...opening }: Reply,
): Promise<Result<IntentQuestion, ReplyRefusal>> {
  const found = await findByLink(desk, opening);
  if (!found.ok) return found;
  const { question, instructorId } = found.value;
  const ctx = contextOfPerson(desk, { corner: question.corner, instructorId, name: question.name });
  return inTransaction(ctx, async (tx) => {
    const facts = await lockFacts(tx, ctx, instructorId);
    const enquiry = await readEnquiry(tx, opening.token);
    if (!enquiry) return refuse({ kind: 'unknown' } as const);
    const checked = checkReply(enquiry, ctx.today());
    if (!checked.ok) return checked;
    const command = answer === 'willing' ? 'answer-willing' : 'answer-unwilling';
    const order = { command, happenedOn: ctx.today(), reason: note } as const;
    const moved = await takeStep(tx, ctx, { facts, order, onBehalf: false });
    if (!moved.ok) return moved;
    const receipt = (await readEnquiry(tx, opening.token))?.receipt ?? null;
    return accept({ ...question, answer, receipt });
  });
}

async function findByLink(desk: ReplyDesk, { token, address }: Opening) {
  const keys = [{ kind: 'address', subject: address }] as const;
  const taken = await takeAttempts(desk, keys);
  if (!taken.ok) return taken;
  const corner = cornerOfToken(token);
  if (corner === undefined) return refuse({ kind: 'unknown' } as const);
  const db = desk.database.forCorner(corner);
  const enquiry = await readEnquiry(db, token);
  if (!enquiry) return refuse({ kind: 'unknown' } as const);
  await forgetAttempts(desk, keys);
  const office = await db.selectFrom('corner').select(['name', 'phone', 'email']).executeTakeFirst();
  const question: IntentQuestion = {
    corner,
    name: enquiry.name,
    office: office?.name ?? '',
    phone: office?.phone ?? null,
    email: office?.email ?? null,
    expiresOn: enquiry.expiresOn,
    answer: enquiry.answer,
    receipt: enquiry.receipt,
  };
  const checked = checkReply(enquiry, desk.clock.today());
  // Who has answered sees the answer again; nothing else is shown of a link that is used up.
  if (!checked.ok && checked.refusal.kind !== 'answered') return checked;
  return accept({ question, instructorId: enquiry.instructorId });
}

async function readEnquiry(db: Db, token: string) {
  const row = await db
    .selectFrom('intent_enquiry')
    .innerJoin('instructor', 'instructor.instructor_id', 'intent_enquiry.instructor_id')
    .select(['instructor.instructor_id as instructorId', 'instructor.name', 'intent_enquiry.expires_on'])
    .select(['intent_enquiry.answer', 'intent_enquiry.receipt_number as receipt', 'intent_enquiry.closed_at'])
    .where('intent_enquiry.link_hash', '=', hashOfToken(token))
    .where('instructor.deleted_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const { expires_on: expiresOn, closed_at: closedAt, answer, ...person } = row;
  return {
    ...person,
    expiresOn: expiresOn as PlainDate,
    answer: answer as IntentAnswer | null,
    answered: answer !== null,
    closed: closedAt !== null,
  };
}

/** The person acts on their own record, by a link instead of a sign-in. */
function contextOfPerson(
  { database, clock, log }: ReplyDesk,
  { corner, instructorId, name }: { readonly corner: string; readonly instructorId: string; readonly name: string },
): Context {
  const actor = {
    id: instructorId,
    name,
    role: 'instructor',
    cornerCode: corner,
    instructorId,
    source: 'page',
  } as const;
  return createContext({ database, corner, actor, clock, log });
}
