import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { searchTextOf } from '#kernel/japanese-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { recordAudit, type AuditEvent } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { documentNumberText, standardPrefix } from './domain/document-number.ts';
import { NUMBER_PLACEHOLDER, type LetterValues } from './domain/letter-outline.ts';
import { letterFileName, openLetter } from './draw-letter.server.ts';
import type { LetterForm } from './letter-form.ts';
import { insertLetter, lockCounter, takeSerial } from './letter-store.server.ts';

/** One letter of an issue: to whom, and what it is filled with. */
export type LetterOrder = {
  readonly values: LetterValues;
  readonly addressee: string;
  /** The person of the ledger to whom it goes. */
  readonly recipientId?: string;
  /** A text that is not to lie in the register, and what it follows from when the letter is printed again. */
  readonly secret?: { readonly name: string; readonly of: string };
};

/** Letters of one kind that go out together. */
export type LetterIssue = {
  readonly form: LetterForm;
  readonly issuedOn: PlainDate;
  readonly subject: string;
  /** The record that they belong to. */
  readonly entity: { readonly kind: string; readonly id: string };
  /** A number that another register gave; without it each letter gets the next of this one. */
  readonly given?: string | null;
  readonly letters: readonly LetterOrder[];
};

/**
 * 発行: gives each letter its 文書番号 and keeps it as it went out, in the transaction of whoever issues it. What fails
 * there leaves no letter and no gap in the numbers. Who issues what is the caller's rule; this asks for the register's.
 */
export async function issueLetters(
  tx: Tx,
  ctx: Context,
  issue: LetterIssue,
): Promise<{ readonly issueId: string; readonly numbers: readonly string[] }> {
  requirePermission(ctx, 'letter.manage');
  const { form, issuedOn, letters } = issue;
  const fiscalYear = fiscalYearOf(issuedOn);
  const draw = await openLetter(tx, { form, fiscalYear });
  const issueId = ctx.newId();
  const entries: AuditEvent[] = [];
  for (const { values, addressee, recipientId = null, secret } of letters) {
    const id = ctx.newId();
    const { serial, number } = await giveNumber(tx, ctx, { fiscalYear, given: issue.given });
    const hidden = secret && { [secret.name]: secretMark(id) };
    const bytes = await draw({ ...values, [NUMBER_PLACEHOLDER]: number, ...hidden });
    await insertLetter(tx, ctx, {
      id,
      kind: form.kind,
      fiscalYear,
      serial,
      number,
      issuedOn,
      addressee,
      subject: issue.subject,
      entity: issue.entity,
      recipientId,
      issueId,
      secretOf: secret?.of ?? null,
      fileName: letterFileName(ctx, { title: `${form.title}_${number}`, fiscalYear }),
      bytes,
      searchText: searchTextOf([number, addressee, issue.subject]),
    });
    const after = { documentNumber: number, kind: form.title, addressee };
    entries.push({ action: 'issued', entity: { kind: 'letter', id, label: number }, after });
  }
  await recordAudit(tx, ctx, entries);
  return { issueId, numbers: entries.map(({ entity }) => entity.label) };
}

type Numbering = { readonly fiscalYear: number; readonly given: string | null | undefined };

async function giveNumber(tx: Tx, ctx: Context, { fiscalYear, given }: Numbering) {
  if (given) return { serial: null, number: given };
  const serial = await takeSerial(tx, { corner: ctx.corner, fiscalYear });
  return { serial, number: documentNumberText(await findPrefix(tx, ctx), serial) };
}

/**
 * Holds the row of numbers of a day's 年度 until the transaction ends. Whoever writes to the audit log before the letter
 * is issued calls this first: everybody waits for the numbers and then for the log, never the other way round.
 */
export async function holdNumbers(tx: Tx, ctx: Context, issuedOn: PlainDate): Promise<void> {
  await lockCounter(tx, { corner: ctx.corner, fiscalYear: fiscalYearOf(issuedOn) });
}

/** What stands in the kept letter for a text that is put in at each printing. */
export function secretMark(letterId: string): string {
  return `takumi${letterId.replaceAll('-', '')}`;
}

/** What the corner's numbers begin with. */
export async function findPrefix(db: Db, { corner }: Context): Promise<string> {
  const row = await db.selectFrom('document_numbering').select('prefix').executeTakeFirst();
  return row?.prefix ?? standardPrefix(findPrefecture(corner)?.name ?? corner);
}
