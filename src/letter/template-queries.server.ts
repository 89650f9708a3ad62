import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import type { LetterKind } from './domain/letter-outline.ts';

/** A template as lists show it: without its bytes. */
export type KeptTemplate = {
  readonly id: string;
  readonly kind: LetterKind;
  readonly fiscalYear: number;
  readonly fileName: string;
  readonly byteSize: number;
  readonly sha256: string;
  readonly uploadedAt: string;
  readonly uploaderName: string;
};

/** The templates in force in a 年度: for each kind its own, else the newest of an earlier year. */
export async function listTemplates(ctx: Context, fiscalYear: number): Promise<readonly KeptTemplate[]> {
  requirePermission(ctx, 'letter.read');
  const rows = await ctx.db
    .selectFrom('letter_template')
    .distinctOn('kind')
    .select([
      'template_id as id',
      'kind',
      'fiscal_year as fiscalYear',
      'file_name as fileName',
      'byte_size as byteSize',
    ])
    .select(['sha256', 'uploaded_at as uploadedAt', 'uploader_name as uploaderName'])
    .where('fiscal_year', '<=', fiscalYear)
    .orderBy('kind')
    .orderBy('fiscal_year', 'desc')
    .execute();
  return rows as unknown as readonly KeptTemplate[];
}

/** The template of a kind that is in force in a 年度, with its bytes; none while the built-in letter is. */
export async function findTemplate(
  db: Db,
  { kind, fiscalYear }: { readonly kind: LetterKind; readonly fiscalYear: number },
): Promise<{ readonly fiscalYear: number; readonly fileName: string; readonly bytes: Uint8Array } | undefined> {
  return db
    .selectFrom('letter_template')
    .select(['fiscal_year as fiscalYear', 'file_name as fileName', 'bytes'])
    .where('kind', '=', kind)
    .where('fiscal_year', '<=', fiscalYear)
    .orderBy('fiscal_year', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Whether a kind of letter has a template of the corner's own in a 年度. */
export async function hasTemplate(
  ctx: Context,
  { kind, fiscalYear }: { readonly kind: LetterKind; readonly fiscalYear: number },
): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('letter_template')
    .select('template_id')
    .where('kind', '=', kind)
    .where('fiscal_year', '<=', fiscalYear)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
