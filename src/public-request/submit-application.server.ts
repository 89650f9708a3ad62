import { sql } from 'kysely';
import type { Logger } from 'pino';
import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { draftMail } from '#outbox/draft-mail.server.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { createContext, type Clock, type Context } from '#platform/context.server.ts';
import type { Database, Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { createFloodGate, floodLimits, type FloodGate } from './domain/flood-gate.ts';
import type { ApplicationState, PublicRequestContent, SubmitRefusal } from './domain/public-request.ts';
import { cornerOfToken, hashOfToken, readStamp, tokenOfApplication } from './form-stamp.server.ts';
import { publicRequestText, receiptMail } from './text.ts';

/** What the public form needs of the running desk. */
export type PublicDesk = {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly key: string;
};

/** Whose form it is, and how to reach them otherwise. */
export type Office = {
  readonly corner: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
};

const LINK_DAYS = 180;

/** The office of a corner; nothing where the desk serves no such corner. */
export async function findOffice(
  { database }: Pick<PublicDesk, 'database'>,
  corner: string,
): Promise<Office | undefined> {
  if (!/^(0[1-9]|[1-3]\d|4[0-7])$/u.test(corner)) return undefined;
  const row = await database
    .forCorner(corner)
    .selectFrom('corner')
    .select(['name', 'phone', 'email'])
    .executeTakeFirst();
  return row && { corner, ...row };
}

type Submission = {
  readonly office: Office;
  readonly address: string;
  readonly stamp: string;
  /** What stands in the field that no person sees. */
  readonly trap: string;
  readonly content: PublicRequestContent;
};

const gate = createFloodGate(floodLimits);

/**
 * Takes one application of somebody without an account. What costs nothing is asked first: a forged, hurried or trapped
 * form never reaches the database. A second press of the same form answers the first application.
 */
export async function submitApplication(
  desk: PublicDesk,
  { office, address, stamp, trap, content }: Submission,
  flood: FloodGate = gate,
): Promise<Result<{ readonly token: string }, SubmitRefusal>> {
  const nowMs = Date.parse(desk.clock.now());
  const read = readStamp(stamp, { key: desk.key, corner: office.corner, nowMs });
  if (!read.ok) return read;
  if (trap !== '') return refuse({ kind: 'robot' });
  const ctx = contextOfHost(desk, office.corner);
  return inTransaction(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`public-request ${office.corner}`}, 0))`.execute(tx);
    const earlier = await tx
      .selectFrom('public_request')
      .select(['application_id', 'content'])
      .where('submission_key', '=', read.value)
      .executeTakeFirst();
    if (earlier) {
      // The database gives back the keys of a JSON in an order of its own.
      const isSame = canonical(earlier.content) === canonical(JSON.parse(JSON.stringify(content)));
      if (!isSame) return refuse({ kind: 'sent-before' } as const);
      return accept({ token: tokenOfApplication(desk.key, office.corner, earlier.application_id) });
    }
    if (!flood.take(address, nowMs)) return refuse({ kind: 'too-many' } as const);
    if ((await countWaiting(tx)) >= floodLimits.queue) return refuse({ kind: 'queue-full' } as const);
    return accept({ token: await keep(tx, ctx, { desk, office, submissionKey: read.value, content }) });
  });
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}

async function countWaiting(tx: Tx): Promise<number> {
  const { count } = await tx
    .selectFrom('public_request')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('state', '=', 'new')
    .executeTakeFirstOrThrow();
  return count;
}

type Keeping = {
  readonly desk: PublicDesk;
  readonly office: Office;
  readonly submissionKey: string;
  readonly content: PublicRequestContent;
};

async function keep(tx: Tx, ctx: Context, { desk, office, submissionKey, content }: Keeping): Promise<string> {
  const id = ctx.newId();
  const token = tokenOfApplication(desk.key, office.corner, id);
  const today = ctx.today();
  const receiptNumber = await nextReceiptNumber(tx, today);
  const expiresOn = addDays(today, LINK_DAYS);
  await tx
    .insertInto('public_request')
    .values({
      corner_code: ctx.corner,
      application_id: id,
      receipt_number: receiptNumber,
      received_at: ctx.now(),
      received_on: today,
      submission_key: submissionKey,
      content: JSON.stringify(content),
      host_name: content.name,
      state: 'new',
      link_hash: hashOfToken(token),
      link_expires_on: expiresOn,
    })
    .execute();
  const entity = { kind: 'public-request', id, label: receiptNumber };
  await recordAudit(tx, ctx, [{ action: 'created', entity }]);
  const mail = receiptMail({ office, content, receiptNumber, expiresOn });
  await draftMail(tx, ctx, { kind: 'application-receipt', to: content.contactEmail ?? '', ...mail, entity });
  return token;
}

/** 「A20221130-0001」: the day and the place in it; the lock above keeps two from having one. */
async function nextReceiptNumber(tx: Tx, today: PlainDate): Promise<string> {
  const { count } = await tx
    .selectFrom('public_request')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('received_on', '=', today)
    .executeTakeFirstOrThrow();
  return `A${today.replaceAll('-', '')}-${String(count + 1).padStart(4, '0')}`;
}

/** What the status page says, to whoever has the link. */
export type ApplicationStatus = {
  readonly office: Office;
  readonly receiptNumber: string;
  readonly hostName: string;
  readonly receivedOn: PlainDate;
  readonly state: ApplicationState;
  readonly reason: string | null;
  readonly expiresOn: PlainDate;
};

/** Opens the secret link of an application. A link that is unknown, revoked or expired opens nothing. */
export async function openApplication(
  desk: Pick<PublicDesk, 'database' | 'clock'>,
  token: string,
): Promise<Result<ApplicationStatus, { readonly kind: 'unknown' | 'ended' }>> {
  const corner = cornerOfToken(token);
  const office = corner === undefined ? undefined : await findOffice(desk, corner);
  if (!office) return refuse({ kind: 'unknown' });
  const row = await desk.database
    .forCorner(office.corner)
    .selectFrom('public_request')
    .select(['receipt_number', 'host_name', 'received_on', 'state', 'reason', 'link_expires_on', 'link_revoked_at'])
    .where('link_hash', '=', hashOfToken(token))
    .executeTakeFirst();
  if (!row) return refuse({ kind: 'unknown' });
  if (row.link_revoked_at !== null || row.link_expires_on < desk.clock.today()) return refuse({ kind: 'ended' });
  return accept({
    office,
    receiptNumber: row.receipt_number,
    hostName: row.host_name,
    receivedOn: row.received_on as PlainDate,
    state: row.state as ApplicationState,
    reason: row.state === 'refused' ? row.reason : null,
    expiresOn: row.link_expires_on as PlainDate,
  });
}

/** Somebody without an account: the walls of the corner stand, and no permission is theirs. */
function contextOfHost({ database, clock, log }: PublicDesk, corner: string): Context {
  const actor = {
    id: 'public-form',
    name: publicRequestText.actor,
    role: 'instructor',
    cornerCode: corner,
    source: 'page',
  } as const;
  return createContext({ database, corner, actor, clock, log });
}
