import type { Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { renderDocx } from '#platform/document-rendering/render-docx.server.ts';
import { downloadFileName } from '#platform/tabular/file-name.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import type { LetterForm } from './letter-form.ts';
import { NUMBER_PLACEHOLDER, type LetterValues } from './domain/letter-outline.ts';
import { fillTemplate } from './fill-template.server.ts';
import { findTemplate } from './template-queries.server.ts';
import { letterText as words } from './text.ts';

/** Which letter, of which 年度. */
type LetterOfYear = { readonly form: LetterForm; readonly fiscalYear: number };

/** Fills the letter of a 年度 as Word: in the corner's own template where it has one, else as it is built in. */
export async function openLetter(
  db: Db,
  { form, fiscalYear }: LetterOfYear,
): Promise<(values: LetterValues) => Promise<Uint8Array>> {
  const template = await findTemplate(db, { kind: form.kind, fiscalYear });
  return (values) => (template ? fillTemplate(template.bytes, values) : renderDocx(form.build(values)));
}

/** One letter as Word. */
export async function drawLetter(
  db: Db,
  { values, ...letter }: LetterOfYear & { readonly values: LetterValues },
): Promise<Uint8Array> {
  const draw = await openLetter(db, letter);
  return draw(values);
}

/** What a letter is filled with before it is issued. */
export function draftValues(values: LetterValues): LetterValues {
  return { ...values, [NUMBER_PLACEHOLDER]: words.draft };
}

/** The name of a letter's file (DAT-08). */
export function letterFileName(
  ctx: Context,
  { title, fiscalYear }: { readonly title: string; readonly fiscalYear: number },
): string {
  const prefecture = { code: ctx.corner, name: findPrefecture(ctx.corner)?.name ?? ctx.corner };
  return downloadFileName({ fiscalYear, title, prefecture, on: ctx.today(), extension: 'docx' });
}
