import { accept, refuse, type Result } from '#kernel/result.ts';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { renderDocx } from '#platform/document-rendering/render-docx.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { drawLetter, letterFileName } from './draw-letter.server.ts';
import { sampleValues, starterValues } from './domain/letter-outline.ts';
import type { TemplateRefusal } from './domain/template-refusal.ts';
import { cleanTemplateName } from './domain/template-name.ts';
import { checkTemplateTags } from './domain/template-tags.ts';
import { fillTemplate } from './fill-template.server.ts';
import { inspectTemplate } from './inspect-template.server.ts';
import type { LetterForm } from './letter-form.ts';
import { deleteTemplate, replaceTemplate } from './letter-store.server.ts';
import { findTemplate } from './template-queries.server.ts';
import { letterText as words } from './text.ts';

/** A file of a letter as it leaves the desk. */
export type LetterFile = { readonly name: string; readonly bytes: Uint8Array };

type Upload = { readonly form: LetterForm; readonly fiscalYear: number; readonly file: LetterFile };

/** ひな形の登録: the corner's own Word file becomes the letter of a kind from this 年度 on, once it can be filled. */
export async function uploadTemplate(
  ctx: Context,
  { form, fiscalYear, file }: Upload,
): Promise<Result<null, TemplateRefusal>> {
  requirePermission(ctx, 'letter.manage');
  const judged = await judgeTemplate(form, file.bytes);
  if (!judged.ok) return judged;
  const fileName = cleanTemplateName(file.name, form.title);
  await inTransaction(ctx, async (tx) => {
    await lockRecords(tx, 'letter-template');
    const sha256 = await replaceTemplate(tx, ctx, { kind: form.kind, fiscalYear, fileName, bytes: file.bytes });
    const after = { file: fileName, bytes: file.bytes.length, sha256 };
    await recordAudit(tx, ctx, [{ action: 'uploaded', entity: entityOf(form, fiscalYear), after }]);
  });
  return accept(null);
}

/** Whether a file can be the template of a letter: its content, its placeholders, and that filling it succeeds. */
export async function judgeTemplate(form: LetterForm, bytes: Uint8Array): Promise<Result<null, TemplateRefusal>> {
  const lines = await inspectTemplate(bytes);
  if (!lines.ok) return lines;
  const problems = checkTemplateTags(form, lines.value);
  if (problems.length > 0) return refuse({ kind: 'placeholders', problems });
  try {
    await fillTemplate(bytes, sampleValues(form));
    return accept(null);
  } catch (error) {
    // The library throws for what it cannot fill; the sender learns that the file is at fault.
    if (error instanceof Error) return refuse({ kind: 'not-fillable' });
    throw error;
  }
}

/** ひな形の取消し: the 年度 goes back to what an earlier year has, or to the built-in letter. */
export function removeTemplate(
  ctx: Context,
  { form, fiscalYear }: { readonly form: LetterForm; readonly fiscalYear: number },
): Promise<void> {
  requirePermission(ctx, 'letter.manage');
  return inTransaction(ctx, async (tx) => {
    await lockRecords(tx, 'letter-template');
    const template = await findTemplate(tx, { kind: form.kind, fiscalYear });
    if (template?.fiscalYear !== fiscalYear) throw new NotFound('letter-template', form.kind);
    await deleteTemplate(tx, { kind: form.kind, fiscalYear });
    const before = { file: template.fileName, bytes: template.bytes.length };
    await recordAudit(tx, ctx, [{ action: 'deleted', entity: entityOf(form, fiscalYear), before }]);
  });
}

/** ひな形のファイル: the corner's own, the built-in letter to start from, or the letter filled with its examples. */
export const templateFiles = ['own', 'built-in', 'test'] as const;
export type TemplateFile = (typeof templateFiles)[number];

/** One of the files of a template. A test print shows the letter that would be made, without a number. */
export async function readTemplateFile(
  ctx: Context,
  { form, fiscalYear, file }: { readonly form: LetterForm; readonly fiscalYear: number; readonly file: TemplateFile },
): Promise<LetterFile> {
  requirePermission(ctx, 'letter.read');
  const nameIt = (title: string) => letterFileName(ctx, { title: `${form.title}_${title}`, fiscalYear });
  switch (file) {
    case 'own': {
      const template = await findTemplate(ctx.db, { kind: form.kind, fiscalYear });
      if (!template) throw new NotFound('letter-template', form.kind);
      return { name: template.fileName, bytes: template.bytes };
    }
    case 'built-in':
      return { name: nameIt(words.starterName), bytes: await renderDocx(form.build(starterValues(form))) };
    case 'test':
      return {
        name: nameIt(words.testName),
        bytes: await drawLetter(ctx.db, { form, fiscalYear, values: sampleValues(form) }),
      };
  }
}

function entityOf(form: LetterForm, fiscalYear: number) {
  return { kind: 'letter-template', id: form.kind, label: `${form.title}（${fiscalYearLabel(fiscalYear)}）` };
}
