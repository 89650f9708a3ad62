import { sql } from 'kysely';
import { certificationColumns, toCase } from '#certification/certification-row.server.ts';
import type { CertificationCase } from '#certification/domain/certification.ts';
import type { CertificationState } from '#certification/domain/certification-state.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { CertificationBatch, CertificationBatchState } from './domain/batch.ts';

/** A bundle as the list shows it: how many applications, and what became of them. */
export type BatchRow = CertificationBatch & {
  readonly cases: number;
  readonly decided: number;
  readonly returned: number;
};

/** The bundles of a 年度, the next deadline first. */
export async function listBatches(
  ctx: Context,
  { fiscalYear }: { readonly fiscalYear: number },
): Promise<readonly BatchRow[]> {
  requirePermission(ctx, 'certification.read');
  const rows = await describeBatches(ctx.db)
    .where('fiscal_year', '=', fiscalYear)
    .orderBy('round')
    .orderBy('batch_id')
    .execute();
  return rows.map(toBatchRow);
}

/** The first round of a 年度 that nobody took. */
export async function proposeRound(ctx: Context, fiscalYear: number): Promise<number> {
  requirePermission(ctx, 'certification.write');
  const row = await ctx.db
    .selectFrom('certification_batch')
    .select((each) => each.fn.max('round').as('last'))
    .where('fiscal_year', '=', fiscalYear)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** A bundle with what is in it, and what could be. */
export type BatchDetail = {
  readonly batch: BatchRow;
  readonly cases: readonly BatchCase[];
  /** Received applications that are in no bundle; only while this one is open. */
  readonly candidates: readonly BatchCase[];
};

/** An application of a bundle; `elsewhere` when it was returned and went on without it. */
export type BatchCase = CertificationCase & { readonly files: number; readonly elsewhere: boolean };

const MOST_CANDIDATES = 200;

export async function getBatch(ctx: Context, batchId: string): Promise<BatchDetail> {
  requirePermission(ctx, 'certification.read');
  const batch = await findBatch(ctx.db, batchId);
  if (!batch) throw new NotFound('certification-batch', batchId);
  return {
    batch,
    cases: await listBatchCases(ctx.db, batch),
    candidates: batch.state === 'open' ? await listCandidates(ctx.db) : [],
  };
}

/** The bundle of an id, or nothing. */
export async function findBatch(db: Db, batchId: string): Promise<BatchRow | undefined> {
  if (!isRecordId(batchId)) return undefined;
  const row = await describeBatches(db).where('batch_id', '=', batchId).executeTakeFirst();
  return row && toBatchRow(row);
}

/** What is in an open bundle, or went out with a sent one, in the order of its list. */
export async function listBatchCases(
  db: Db,
  { id, state }: Pick<CertificationBatch, 'id' | 'state'>,
): Promise<readonly BatchCase[]> {
  const rows =
    state === 'open'
      ? await describeCases(db).where('batch_id', '=', id).orderBy('number').orderBy('case_id').execute()
      : await describeCases(db)
          .where('case_id', 'in', (each) =>
            each.selectFrom('certification_sending').select('case_id').where('batch_id', '=', id),
          )
          .orderBy((each) =>
            each
              .selectFrom('certification_sending')
              .select('line')
              .where('batch_id', '=', id)
              .whereRef('certification_sending.case_id', '=', 'certification_case.case_id'),
          )
          .execute();
  return rows.map((row) => toBatchCase(row, id));
}

/** Received applications that are in no bundle, at most 200. */
export async function listCandidates(db: Db): Promise<readonly BatchCase[]> {
  const rows = await describeCases(db)
    .where('state', '=', 'received' satisfies CertificationState)
    .where('deleted_at', 'is', null)
    .orderBy('number')
    .orderBy('case_id')
    .limit(MOST_CANDIDATES)
    .execute();
  return rows.map((row) => toBatchCase(row, null));
}

function describeCases(db: Db) {
  return db.selectFrom('certification_case').select((each) => [
    ...certificationColumns,
    each
      .selectFrom('evidence_file')
      .select((file) => file.fn.countAll<number>().as('count'))
      .whereRef('evidence_file.case_id', '=', 'certification_case.case_id')
      .as('files'),
  ]);
}

type CaseRow = Parameters<typeof toCase>[0] & { readonly files: number | null };

function toBatchCase(row: CaseRow, batchId: string | null): BatchCase {
  const application = toCase(row);
  return { ...application, files: row.files ?? 0, elsewhere: application.batchId !== batchId };
}

function describeBatches(db: Db) {
  return db
    .selectFrom('certification_batch')
    .select([
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
      countCases(sql`true`).as('cases'),
      countCases(sql`cases.state in ('certified', 'rejected', 'withdrawn')`).as('decided'),
      countCases(sql`cases.state = 'returned' or cases.batch_id is distinct from certification_batch.batch_id`).as(
        'returned',
      ),
    ]);
}

/** How many applications of a bundle are so: those in it while it is open, those that went out with it later. */
function countCases(condition: ReturnType<typeof sql>) {
  return sql<number>`(
    select count(*)
    from (
      select held.* from certification_case held
      where certification_batch.state = 'open' and held.batch_id = certification_batch.batch_id
      union all
      select sent.* from certification_case sent join certification_sending s on s.case_id = sent.case_id
      where certification_batch.state <> 'open' and s.batch_id = certification_batch.batch_id
    ) cases
    where ${condition})`;
}

type Row = Omit<BatchRow, 'deadlineOn' | 'state' | 'sentOn' | 'receivedOn'> &
  Record<'deadlineOn' | 'state', string> &
  Record<'sentOn' | 'receivedOn', string | null>;

function toBatchRow(row: Row): BatchRow {
  return {
    ...row,
    deadlineOn: row.deadlineOn as PlainDate,
    state: row.state as CertificationBatchState,
    sentOn: row.sentOn as PlainDate | null,
    receivedOn: row.receivedOn as PlainDate | null,
  };
}
