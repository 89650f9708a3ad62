import type { CertificationState } from '#certification/domain/certification-state.ts';
import type { EvidenceKind } from '#certification/domain/evidence-kind.ts';
import type { Db } from '#platform/db/database.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { EvidenceFormat } from './domain/evidence-file.ts';

/** The application that files belong to. */
export type EvidenceCase = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly state: CertificationState;
};

/** A file without its bytes. */
export type EvidenceRow = {
  readonly id: string;
  readonly caseId: string;
  readonly kind: EvidenceKind;
  readonly fileName: string;
  readonly format: EvidenceFormat;
  readonly byteSize: number;
  readonly sha256: string;
  readonly uploadedAt: string;
  readonly uploaderName: string;
};

/** The application of an id; `lock` holds it until the transaction ends, so that its files are counted once. */
export async function findEvidenceCase(
  db: Db,
  caseId: string,
  { lock = false } = {},
): Promise<EvidenceCase | undefined> {
  if (!isRecordId(caseId)) return undefined;
  const row = await db
    .selectFrom('certification_case')
    .select(['case_id as id', 'number', 'name', 'state'])
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row && { ...row, state: row.state as CertificationState };
}

/** The files of an application in the order in which they came. */
export async function listEvidenceRows(db: Db, caseId: string): Promise<readonly EvidenceRow[]> {
  const rows = await describeEvidence(db)
    .where('case_id', '=', caseId)
    .orderBy('uploaded_at')
    .orderBy('evidence_id')
    .execute();
  return rows.map(toRow);
}

/** One file of one application, without its bytes. */
export async function findEvidenceRow(
  db: Db,
  { caseId, evidenceId }: EvidenceAddress,
): Promise<EvidenceRow | undefined> {
  if (!isRecordId(caseId) || !isRecordId(evidenceId)) return undefined;
  const row = await describeEvidence(db)
    .where('case_id', '=', caseId)
    .where('evidence_id', '=', evidenceId)
    .executeTakeFirst();
  return row && toRow(row);
}

/** Where a file is: a file of another application is not found under this one. */
export type EvidenceAddress = { readonly caseId: string; readonly evidenceId: string };

/** The bytes of a file. */
export async function readEvidenceBytes(db: Db, evidenceId: string): Promise<Uint8Array> {
  const row = await db
    .selectFrom('evidence_file')
    .select('bytes')
    .where('evidence_id', '=', evidenceId)
    .executeTakeFirstOrThrow();
  return row.bytes;
}

function describeEvidence(db: Db) {
  return db
    .selectFrom('evidence_file')
    .select([
      'evidence_id as id',
      'case_id as caseId',
      'kind',
      'file_name as fileName',
      'format',
      'byte_size as byteSize',
      'sha256',
      'uploaded_at as uploadedAt',
      'uploader_name as uploaderName',
    ]);
}

function toRow(row: Omit<EvidenceRow, 'kind' | 'format'> & { kind: string; format: string }): EvidenceRow {
  return { ...row, kind: row.kind as EvidenceKind, format: row.format as EvidenceFormat };
}
