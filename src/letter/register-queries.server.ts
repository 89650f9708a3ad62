import { sql } from 'kysely';
import { searchWords } from '#kernel/japanese-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import {
  countRows,
  likeAnywhere,
  PAGE_SIZE,
  readPage,
  type Count,
  type Cursor,
  type Page,
} from '#record/paging.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { bindLetters } from './bind-letters.server.ts';
import type { LetterKind } from './domain/letter-outline.ts';
import { letterFileName } from './draw-letter.server.ts';
import { letterText as words } from './text.ts';

/** A line of the register: a letter that went out. */
export type IssuedLetter = {
  readonly id: string;
  readonly kind: LetterKind;
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly addressee: string;
  readonly subject: string;
  readonly entityKind: string;
  readonly entityId: string;
  readonly recipientId: string | null;
  readonly issueId: string;
  readonly issuerName: string;
  /** Its time is over: the number stays, the letter and the addressee are gone. */
  readonly isErased: boolean;
};

const isErased = sql<boolean>`bytes is null`.as('isErased');

const columns = [
  'letter_id as id',
  'kind',
  'number',
  'issued_on as issuedOn',
  'addressee',
  'subject',
  'entity_kind as entityKind',
  'entity_id as entityId',
  'recipient_id as recipientId',
  'issue_id as issueId',
  'issuer_name as issuerName',
  isErased,
] as const;

type Listing = {
  readonly fiscalYear: number;
  readonly filters: {
    readonly kind: string;
    readonly q: string;
    readonly from?: PlainDate | undefined;
    readonly until?: PlainDate | undefined;
  };
  readonly cursor: Cursor | undefined;
};

/** 文書の発行簿 of a 年度, the last number first; searched by number, addressee and subject. */
export async function listLetters(
  ctx: Context,
  { fiscalYear, filters, cursor }: Listing,
): Promise<Page<IssuedLetter> & Count> {
  requirePermission(ctx, 'letter.read');
  let query = ctx.db.selectFrom('issued_letter').select(columns).select('serial').where('fiscal_year', '=', fiscalYear);
  if (filters.kind) query = query.where('kind', '=', filters.kind);
  if (filters.from) query = query.where('issued_on', '>=', filters.from);
  if (filters.until) query = query.where('issued_on', '<=', filters.until);
  for (const word of searchWords(filters.q)) query = query.where('search_text', 'like', likeAnywhere(word));
  type Row = IssuedLetter & { readonly serial: number | null };
  const rows = query as unknown as Parameters<typeof readPage<Row>>[0];
  const order = { columns: [sql`coalesce(serial, 0)`, sql`issued_on`, sql`letter_id`], descending: true };
  const valuesOf = (row: Row) => [row.serial ?? 0, row.issuedOn, row.id];
  const page = await readPage<Row>(rows, { order, cursor, limit: PAGE_SIZE, valuesOf });
  return { ...page, ...(await countRows(ctx.db, query)) };
}

/** What went out about a record, the latest first, at most 200. */
export async function listLettersOf(
  ctx: Context,
  entity: { readonly kind: string; readonly id: string },
): Promise<readonly IssuedLetter[]> {
  requirePermission(ctx, 'letter.read');
  const rows = await ctx.db
    .selectFrom('issued_letter')
    .select(columns)
    .where('entity_kind', '=', entity.kind)
    .where('entity_id', '=', entity.id)
    .orderBy('created_at', 'desc')
    .orderBy('serial', 'desc')
    .orderBy('letter_id')
    .limit(200)
    .execute();
  return rows as unknown as readonly IssuedLetter[];
}

/** An issued letter as it lies in the register; `secretOf` says what is still to be put in before it is handed out. */
export type LetterCopy = {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly secretOf: string | null;
};

/** A letter as it went out; that it was handed out again is logged (SEC-11). */
export function readLetter(ctx: Context, letterId: string): Promise<LetterCopy> {
  requirePermission(ctx, 'letter.read');
  return inTransaction(ctx, async (tx) => {
    const row = isRecordId(letterId)
      ? await tx
          .selectFrom('issued_letter')
          .select(['letter_id as id', 'number', 'file_name as name', 'bytes', 'secret_of as secretOf'])
          .where('letter_id', '=', letterId)
          .executeTakeFirst()
      : undefined;
    if (!row?.bytes) throw new NotFound('letter', letterId);
    const { number, bytes, ...copy } = row;
    await recordAudit(tx, ctx, [{ action: 'downloaded', entity: { kind: 'letter', id: letterId, label: number } }]);
    return { ...copy, bytes };
  });
}

/** All letters that went out together, bound into one file in the order of their numbers. */
export function readIssue(
  ctx: Context,
  issueId: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  requirePermission(ctx, 'letter.read');
  return inTransaction(ctx, async (tx) => {
    const rows = isRecordId(issueId)
      ? await tx
          .selectFrom('issued_letter')
          .select(['number', 'subject', 'fiscal_year as fiscalYear', 'bytes'])
          .where('issue_id', '=', issueId)
          .where('secret_of', 'is', null)
          .where('bytes', 'is not', null)
          .orderBy('serial')
          .orderBy('letter_id')
          .execute()
      : [];
    const [first] = rows;
    if (!first) throw new NotFound('letter', issueId);
    const label = words.bound(first.number, rows.length);
    await recordAudit(tx, ctx, [{ action: 'downloaded', entity: { kind: 'letter', id: issueId, label } }]);
    const name = letterFileName(ctx, { title: `${first.subject}_${label}`, fiscalYear: first.fiscalYear });
    return { name, bytes: await bindLetters(rows.flatMap(({ bytes }) => bytes ?? [])) };
  });
}
