import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import type { LetterKind } from './domain/letter-outline.ts';

type NewTemplate = {
  readonly kind: LetterKind;
  readonly fiscalYear: number;
  readonly fileName: string;
  readonly bytes: Uint8Array;
};

/** Keeps a template as the one of its kind and 年度; what was there before is gone. */
export async function replaceTemplate(tx: Tx, ctx: Context, { kind, fiscalYear, fileName, bytes }: NewTemplate) {
  await deleteTemplate(tx, { kind, fiscalYear });
  const sha256 = digestOf(bytes);
  await tx
    .insertInto('letter_template')
    .values({
      corner_code: ctx.corner,
      template_id: ctx.newId(),
      kind,
      fiscal_year: fiscalYear,
      file_name: fileName,
      byte_size: bytes.length,
      sha256,
      bytes: Buffer.from(bytes),
      uploaded_at: ctx.now(),
      uploaded_by: ctx.actor.id,
      uploader_name: ctx.actor.name,
    })
    .execute();
  return sha256;
}

export async function deleteTemplate(
  tx: Tx,
  { kind, fiscalYear }: { readonly kind: LetterKind; readonly fiscalYear: number },
): Promise<void> {
  await tx.deleteFrom('letter_template').where('kind', '=', kind).where('fiscal_year', '=', fiscalYear).execute();
}

/**
 * The next number of the 年度. The row stays held until the transaction ends: whoever asks meanwhile waits, and a number
 * whose letter was not written is given again.
 */
export async function takeSerial(
  tx: Tx,
  { corner, fiscalYear }: { readonly corner: string; readonly fiscalYear: number },
) {
  const { last_number } = await tx
    .insertInto('document_counter')
    .values({ corner_code: corner, fiscal_year: fiscalYear, last_number: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['corner_code', 'fiscal_year'])
        .doUpdateSet((each) => ({ last_number: each('document_counter.last_number', '+', 1) })),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow();
  return last_number;
}

/** Sets the number after which the 年度 goes on. */
export async function saveCounter(
  tx: Tx,
  { corner, fiscalYear, last }: { readonly corner: string; readonly fiscalYear: number; readonly last: number },
): Promise<void> {
  await tx
    .insertInto('document_counter')
    .values({ corner_code: corner, fiscal_year: fiscalYear, last_number: last })
    .onConflict((conflict) => conflict.columns(['corner_code', 'fiscal_year']).doUpdateSet({ last_number: last }))
    .execute();
}

/** Holds the counter of the 年度 until the transaction ends, and answers the number given last. */
export async function lockCounter(
  tx: Tx,
  { corner, fiscalYear }: { readonly corner: string; readonly fiscalYear: number },
): Promise<number> {
  await sql`insert into document_counter (corner_code, fiscal_year, last_number)
    values (${corner}, ${fiscalYear}, 0) on conflict do nothing`.execute(tx);
  const { last_number } = await tx
    .selectFrom('document_counter')
    .select('last_number')
    .where('fiscal_year', '=', fiscalYear)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return last_number;
}

export async function savePrefix(
  tx: Tx,
  { corner, prefix }: { readonly corner: string; readonly prefix: string },
  at: string,
) {
  const content = { prefix, updated_at: at };
  await tx
    .insertInto('document_numbering')
    .values({ corner_code: corner, ...content })
    .onConflict((conflict) => conflict.column('corner_code').doUpdateSet(content))
    .execute();
}

export type NewLetter = {
  readonly id: string;
  readonly kind: LetterKind;
  readonly fiscalYear: number;
  readonly serial: number | null;
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly addressee: string;
  readonly subject: string;
  readonly entity: { readonly kind: string; readonly id: string };
  readonly recipientId: string | null;
  readonly issueId: string;
  readonly secretOf: string | null;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly searchText: string;
};

export async function insertLetter(tx: Tx, ctx: Context, letter: NewLetter): Promise<void> {
  await tx
    .insertInto('issued_letter')
    .values({
      corner_code: ctx.corner,
      letter_id: letter.id,
      kind: letter.kind,
      fiscal_year: letter.fiscalYear,
      serial: letter.serial,
      number: letter.number,
      issued_on: letter.issuedOn,
      addressee: letter.addressee,
      subject: letter.subject,
      entity_kind: letter.entity.kind,
      entity_id: letter.entity.id,
      recipient_id: letter.recipientId,
      issue_id: letter.issueId,
      secret_of: letter.secretOf,
      issuer_id: ctx.actor.id,
      issuer_name: ctx.actor.name,
      file_name: letter.fileName,
      sha256: digestOf(letter.bytes),
      bytes: Buffer.from(letter.bytes),
      search_text: letter.searchText,
      created_at: ctx.now(),
    })
    .execute();
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
