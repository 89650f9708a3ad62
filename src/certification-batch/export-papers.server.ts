import { certificationColumns, toCase } from '#certification/certification-row.server.ts';
import { listEvidenceRows } from '#evidence/evidence-queries.server.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { draftValues, drawLetter } from '#letter/draw-letter.server.ts';
import { NUMBER_PLACEHOLDER, type LetterValues } from '#letter/domain/letter-outline.ts';
import type { LetterForm } from '#letter/letter-form.ts';
import { listLettersOf, readLetter } from '#letter/register-queries.server.ts';
import { loadSenderValues } from '#letter/sender.server.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { renderDocx } from '#platform/document-rendering/render-docx.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { downloadFileName } from '#platform/tabular/file-name.ts';
import { writeXlsx } from '#platform/tabular/write-table.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { findBatch, listBatchCases, type BatchCase, type BatchRow } from './batch-queries.server.ts';
import { applicationForm, describeApplication } from './documents/application-form-document.ts';
import { batchLetter, describeBatch } from './documents/batch-letter-document.ts';
import { batchSheetColumns, buildBatchList, tabulateBatch } from './documents/batch-list-document.ts';
import type { CertificationBatch } from './domain/batch.ts';
import { findFormWords } from './form-words.server.ts';
import { batchLabel, batchText as words } from './text.ts';

/** The papers of a bundle: 送付状, and 一覧 as Word and as Excel. */
export const batchPapers = ['letter', 'list', 'sheet'] as const;
type BatchPaper = (typeof batchPapers)[number];

/** A paper as a file: its name (DAT-08), type and bytes. */
export type PaperFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** One of the papers of a bundle; that it left is logged (SEC-11). */
export async function exportBatchPaper(
  ctx: Context,
  { batchId, paper }: { readonly batchId: string; readonly paper: BatchPaper },
): Promise<PaperFile> {
  requirePermission(ctx, 'certification.read');
  const batch = await findBatch(ctx.db, batchId);
  if (!batch) throw new NotFound('certification-batch', batchId);
  const issued = paper === 'letter' ? await findIssuedLetter(ctx, batch) : undefined;
  if (issued) return issued;
  const cases = await listBatchCases(ctx.db, batch);
  const bytes = await drawBatchPaper(ctx, { paper, batch, cases });
  const extension = paper === 'sheet' ? 'xlsx' : 'docx';
  await logExport(ctx, {
    entity: { kind: 'certification-batch', id: batch.id, label: batchLabel(batch) },
    after: { format: extension, paper, count: cases.length },
  });
  const title = `${paper === 'letter' ? words.letterTitle : words.listTitle}_第${batch.round}回`;
  return { ...nameFile(ctx, { title, extension, fiscalYear: batch.fiscalYear }), bytes };
}

/** The letter with which a bundle went out, as it was issued. */
async function findIssuedLetter(ctx: Context, { id }: BatchRow): Promise<PaperFile | undefined> {
  const [letter] = await listLettersOf(ctx, { kind: 'certification-batch', id });
  if (!letter || letter.isErased) return undefined;
  const { name, bytes } = await readLetter(ctx, letter.id);
  return { name, bytes, mediaType: mediaTypes.docx };
}

type Drawing = { readonly paper: BatchPaper; readonly batch: BatchRow; readonly cases: readonly BatchCase[] };

async function drawBatchPaper(ctx: Context, { paper, batch, cases }: Drawing): Promise<Uint8Array> {
  const on = batch.sentOn ?? ctx.today();
  switch (paper) {
    case 'letter': {
      const { form, values } = await prepareBatchLetter(ctx, ctx.db, { batch, cases, on });
      const shown = batch.state === 'open' ? draftValues(values) : values;
      return drawLetter(ctx.db, { form, fiscalYear: batch.fiscalYear, values: shown });
    }
    case 'list':
      return renderDocx(buildBatchList({ batch, cases, on }));
    case 'sheet': {
      const table = { sheetName: words.listTitle, columns: batchSheetColumns, rows: tabulateBatch(cases) };
      const written = await writeXlsx(table);
      // What a field may hold was checked on entry.
      if (!written.ok) throw new Error(`unwritable characters: ${JSON.stringify(written.refusal)}`);
      return written.value;
    }
  }
}

type BatchFacts = {
  readonly batch: CertificationBatch;
  readonly cases: readonly BatchCase[];
  readonly on: PlainDate;
};

/** 送付状 of a bundle: its form in the wording of the 年度, and what fills it. */
export async function prepareBatchLetter(
  ctx: Context,
  db: Db,
  facts: BatchFacts,
): Promise<{ readonly form: LetterForm; readonly values: LetterValues; readonly addressee: string }> {
  const formWords = await findFormWords(ctx, facts.batch.fiscalYear, db);
  const sender = await loadSenderValues(db, ctx.corner);
  const number = { [NUMBER_PLACEHOLDER]: facts.batch.documentNumber ?? '' };
  return {
    form: batchLetter(formWords.words),
    values: { ...sender, ...number, ...describeBatch(facts) },
    addressee: formWords.words.letterAddressee.replaceAll('\n', '　'),
  };
}

/** 認定申請書 of one application as Word, in the wording or the template of the 年度 in which it was made. */
export async function exportApplicationForm(ctx: Context, caseId: string): Promise<PaperFile> {
  requirePermission(ctx, 'certification.read');
  const row = isRecordId(caseId)
    ? await ctx.db
        .selectFrom('certification_case')
        .select(certificationColumns)
        .where('case_id', '=', caseId)
        .where('deleted_at', 'is', null)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound('certification', caseId);
  const { id, input } = toCase(row);
  const fiscalYear = fiscalYearOf(input.appliedOn ?? ctx.today());
  const { words: formWords } = await findFormWords(ctx, fiscalYear);
  const files = await listEvidenceRows(ctx.db, id);
  const receivedOn = await findReceipt(ctx, id);
  const values = describeApplication({ input, receivedOn, files });
  const bytes = await drawLetter(ctx.db, { form: applicationForm(formWords), fiscalYear, values });
  const entity = { kind: 'certification', id, label: input.name };
  await logExport(ctx, { entity, after: { format: 'docx', file: words.applicationTitle } });
  const title = `${words.applicationTitle}_${input.number}`;
  return { ...nameFile(ctx, { title, extension: 'docx', fiscalYear }), bytes };
}

/** The day on which the corner last received the application. */
async function findReceipt(ctx: Context, caseId: string): Promise<PlainDate | null> {
  const row = await ctx.db
    .selectFrom('certification_event')
    .select('happened_on')
    .where('case_id', '=', caseId)
    .where('command', 'in', ['receive', 'resubmit'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.happened_on ?? null) as PlainDate | null;
}

type Naming = { readonly title: string; readonly extension: 'docx' | 'xlsx'; readonly fiscalYear: number };

function nameFile(ctx: Context, { title, extension, fiscalYear }: Naming) {
  const prefecture = { code: ctx.corner, name: findPrefecture(ctx.corner)?.name ?? ctx.corner };
  return {
    name: downloadFileName({ fiscalYear, title, prefecture, on: ctx.today(), extension }),
    mediaType: mediaTypes[extension],
  };
}

type Export = {
  readonly entity: { readonly kind: string; readonly id: string; readonly label: string };
  readonly after: object;
};

async function logExport(ctx: Context, { entity, after }: Export): Promise<void> {
  await inTransaction(ctx, (tx) => recordAudit(tx, ctx, [{ action: 'exported', entity, after }]));
}
