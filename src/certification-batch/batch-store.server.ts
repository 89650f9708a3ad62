import type { PlainDate } from '#kernel/plain-date.ts';
import type { Tx } from '#platform/db/database.server.ts';
import type { CertificationBatch, CertificationBatchState } from './domain/batch.ts';
import type { CertificationFormWords } from './domain/form-words.ts';

const columns = [
  'batch_id as id',
  'version',
  'fiscal_year as fiscalYear',
  'round',
  'deadline_on as deadlineOn',
  'state',
  'document_number as documentNumber',
  'sent_on as sentOn',
  'received_on as receivedOn',
  'note',
] as const;

/** The bundle of an id, held until the transaction ends. */
export async function lockBatch(tx: Tx, batchId: string): Promise<CertificationBatch | undefined> {
  const row = await tx
    .selectFrom('certification_batch')
    .select(columns)
    .where('batch_id', '=', batchId)
    .forUpdate()
    .executeTakeFirst();
  return row && toBatch(row);
}

type Row = Omit<CertificationBatch, 'deadlineOn' | 'state' | 'sentOn' | 'receivedOn'> &
  Record<'deadlineOn' | 'state', string> &
  Record<'sentOn' | 'receivedOn', string | null>;

function toBatch(row: Row): CertificationBatch {
  return {
    ...row,
    deadlineOn: row.deadlineOn as PlainDate,
    state: row.state as CertificationBatchState,
    sentOn: row.sentOn as PlainDate | null,
    receivedOn: row.receivedOn as PlainDate | null,
  };
}

type Place = { readonly corner: string; readonly at: string };

export async function insertBatch(tx: Tx, batch: CertificationBatch, { corner, at }: Place): Promise<void> {
  await tx
    .insertInto('certification_batch')
    .values({ corner_code: corner, batch_id: batch.id, created_at: at, ...toRow(batch), updated_at: at })
    .execute();
}

/** Writes a bundle as it is now, one version on. */
export async function updateBatch(tx: Tx, batch: CertificationBatch, at: string): Promise<void> {
  await tx
    .updateTable('certification_batch')
    .set({ ...toRow(batch), version: batch.version + 1, updated_at: at })
    .where('batch_id', '=', batch.id)
    .execute();
}

function toRow(batch: CertificationBatch) {
  return {
    fiscal_year: batch.fiscalYear,
    round: batch.round,
    deadline_on: batch.deadlineOn,
    state: batch.state,
    document_number: batch.documentNumber,
    sent_on: batch.sentOn,
    received_on: batch.receivedOn,
    note: batch.note,
  };
}

export async function deleteBatch(tx: Tx, batchId: string): Promise<void> {
  await tx.deleteFrom('certification_batch').where('batch_id', '=', batchId).execute();
}

/** Whether another bundle has this round of the 年度. */
export async function isRoundTaken(
  tx: Tx,
  { id, fiscalYear, round }: Pick<CertificationBatch, 'id' | 'fiscalYear' | 'round'>,
): Promise<boolean> {
  const other = await tx
    .selectFrom('certification_batch')
    .select('batch_id')
    .where('fiscal_year', '=', fiscalYear)
    .where('round', '=', round)
    .where('batch_id', '!=', id)
    .executeTakeFirst();
  return other !== undefined;
}

type FormWordsOfYear = { readonly corner: string; readonly fiscalYear: number; readonly words: CertificationFormWords };

export async function saveFormWords(tx: Tx, { corner, fiscalYear, words }: FormWordsOfYear, at: string): Promise<void> {
  const content = { words: JSON.stringify(words), updated_at: at };
  await tx
    .insertInto('certification_form')
    .values({ corner_code: corner, fiscal_year: fiscalYear, ...content })
    .onConflict((conflict) =>
      conflict
        .columns(['corner_code', 'fiscal_year'])
        .doUpdateSet((each) => ({ ...content, version: each('certification_form.version', '+', 1) })),
    )
    .execute();
}

/** Writes down what goes out with a bundle, in the order of its list. */
export async function insertSendings(
  tx: Tx,
  {
    corner,
    batchId,
    caseIds,
  }: { readonly corner: string; readonly batchId: string; readonly caseIds: readonly string[] },
): Promise<void> {
  const rows = caseIds.map((caseId, index) => ({
    corner_code: corner,
    batch_id: batchId,
    case_id: caseId,
    line: index + 1,
  }));
  await tx.insertInto('certification_sending').values(rows).execute();
}
