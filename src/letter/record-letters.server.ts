import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { bindLetters } from './bind-letters.server.ts';
import { draftValues, letterFileName, openLetter } from './draw-letter.server.ts';
import { issueLetters } from './issue-letter.server.ts';
import type { RecordLetter, RecordLetterContent } from './record-letter.ts';
import { letterText as words } from './text.ts';

type Address = { readonly letter: RecordLetter; readonly id: string; readonly fiscalYear: number };

/** What a paper of a record would say today. */
export function showRecordLetter(
  ctx: Context,
  { letter, id, fiscalYear }: Address,
): Promise<Result<RecordLetterContent, string>> {
  requirePermission(ctx, 'letter.read');
  return letter.load(ctx, { id, fiscalYear });
}

/** The paper as Word before it is issued, marked 「案」 where it gets a number; that it left is logged (SEC-11). */
export async function draftRecordLetter(
  ctx: Context,
  address: Address,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, string>> {
  const shown = await showRecordLetter(ctx, address);
  if (!shown.ok) return shown;
  const { form } = address.letter;
  const { label, entity, letters } = shown.value;
  const fiscalYear = fiscalYearOf(ctx.today());
  const draw = await openLetter(ctx.db, { form, fiscalYear });
  const files: Uint8Array[] = [];
  for (const { values } of letters) files.push(await draw(draftValues(values)));
  const after = { format: 'docx', kind: form.title, count: files.length };
  await inTransaction(ctx, (tx) => recordAudit(tx, ctx, [{ action: 'exported', entity: { ...entity, label }, after }]));
  const title = form.numbered ? `${words.draft}_${form.title}` : form.title;
  return accept({ name: letterFileName(ctx, { title, fiscalYear }), bytes: await bindLetters(files) });
}

/** 発行: into the register with the corner's next number, or with the record's own where the paper bears none. */
export function issueRecordLetter(
  ctx: Context,
  { letter, id, fiscalYear, key }: Address & { readonly key: string | undefined },
): Promise<Result<{ readonly issueId: string; readonly numbers: readonly string[] }, string>> {
  requirePermission(ctx, 'letter.manage');
  const { form } = letter;
  if (letter.isKept === false) return Promise.resolve(refuse(words.notKept));
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['record-letter', form.kind, id, fiscalYear]),
      isKept: (answer) => answer.ok,
      work: async () => {
        // What the letter says is read where it is written down: nobody changes the record in between.
        const loaded = await letter.load({ ...ctx, db: tx }, { id, fiscalYear });
        if (!loaded.ok) return refuse(loaded.refusal);
        const { subject, entity, number, letters, notYet } = loaded.value;
        if (notYet !== undefined) return refuse(notYet);
        const given = form.numbered ? null : number;
        return accept(await issueLetters(tx, ctx, { form, issuedOn: ctx.today(), subject, entity, given, letters }));
      },
    }),
  );
}
