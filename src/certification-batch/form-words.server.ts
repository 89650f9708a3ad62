import { z } from 'zod';
import type { Result } from '#kernel/result.ts';
import { accept, refuse } from '#kernel/result.ts';
import { findForbiddenCharacter, graphemeLength } from '#kernel/japanese-text.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import type { Problem } from '#record/domain/field.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { saveFormWords } from './batch-store.server.ts';
import { formWordFields, type CertificationFormWords } from './domain/form-words.ts';
import { shippedWords, wordsPageText } from './words-text.ts';

const wordsSchema = z.object(
  Object.fromEntries(formWordFields.map(({ key }) => [key, z.string()])) as Record<
    keyof CertificationFormWords,
    z.ZodString
  >,
);

/** The wording of a 年度 and whose it is: its own, an earlier year's, or the one that is shipped. */
export type WordsOfYear = {
  readonly words: CertificationFormWords;
  readonly source:
    { readonly kind: 'own' } | { readonly kind: 'earlier'; readonly year: number } | { readonly kind: 'shipped' };
};

/** 文面. What the papers of a 年度 say: the latest that the corner saved for it or a year before, else the shipped one. */
export async function findFormWords(ctx: Context, fiscalYear: number, db: Db = ctx.db): Promise<WordsOfYear> {
  const row = await db
    .selectFrom('certification_form')
    .select(['fiscal_year', 'words'])
    .where('fiscal_year', '<=', fiscalYear)
    .orderBy('fiscal_year', 'desc')
    .limit(1)
    .executeTakeFirst();
  const shipped = shippedWords(await getSender(ctx, db));
  if (!row) return { words: shipped, source: { kind: 'shipped' } };
  const own = row.fiscal_year === fiscalYear;
  return {
    // A text that a later version of the desk added has the shipped words until somebody saves.
    words: wordsSchema.parse({ ...shipped, ...(row.words as object) }),
    source: own ? { kind: 'own' } : { kind: 'earlier', year: row.fiscal_year },
  };
}

async function getSender(ctx: Context, db: Db) {
  const corner = await db
    .selectFrom('corner')
    .select(['name', 'host_association', 'phone', 'email'])
    .executeTakeFirst();
  const prefecture = findPrefecture(ctx.corner)?.name ?? ctx.corner;
  const office = corner?.name ?? `${prefecture}地域技能振興コーナー`;
  const contact = [office, corner?.phone && `電話　${corner.phone}`, corner?.email && `メール　${corner.email}`];
  return { office, host: corner?.host_association ?? '', contact: contact.filter(Boolean).join('\n') };
}

type WordProblem = { readonly key: keyof CertificationFormWords; readonly problem: Problem };

/** Keeps the wording of a 年度, whole; empty texts and characters that no paper may hold are refused. */
export async function changeFormWords(
  ctx: Context,
  { fiscalYear, words }: { readonly fiscalYear: number; readonly words: CertificationFormWords },
): Promise<Result<null, readonly WordProblem[]>> {
  requirePermission(ctx, 'certification.decide');
  const problems = formWordFields.flatMap(({ key, limit, lines }): WordProblem[] => {
    const problem = findProblem(words[key], { limit, multiline: lines > 1 });
    return problem ? [{ key, problem }] : [];
  });
  if (problems.length > 0) return refuse(problems);
  return inTransaction(ctx, async (tx) => {
    const before = await findFormWords(ctx, fiscalYear, tx);
    await saveFormWords(tx, { corner: ctx.corner, fiscalYear, words }, ctx.now());
    const entity = { kind: 'certification-form', id: String(fiscalYear), label: wordsPageText.title };
    await recordAudit(tx, ctx, [{ action: 'updated', entity, before: before.words, after: words }]);
    return accept(null);
  });
}

function findProblem(
  text: string,
  { limit, multiline }: { readonly limit: number; readonly multiline: boolean },
): Problem | undefined {
  if (text.trim() === '') return { kind: 'missing' };
  const length = graphemeLength(text);
  return length > limit ? { kind: 'too-long', limit, length } : findForbiddenCharacter(text, { multiline });
}
