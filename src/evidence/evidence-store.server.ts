import type { EvidenceKind } from '#certification/domain/evidence-kind.ts';
import type { Tx } from '#platform/db/database.server.ts';
import type { EvidenceFormat } from './domain/evidence-file.ts';

/** A file that was checked, as it is kept. */
export type NewEvidence = {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly fileName: string;
  readonly format: EvidenceFormat;
  readonly sha256: string;
  readonly bytes: Uint8Array;
};

type Upload = {
  readonly corner: string;
  readonly caseId: string;
  readonly at: string;
  readonly actor: { readonly id: string; readonly name: string };
};

export async function insertEvidence(tx: Tx, files: readonly NewEvidence[], upload: Upload): Promise<void> {
  for (const file of files) {
    await tx
      .insertInto('evidence_file')
      .values({
        corner_code: upload.corner,
        evidence_id: file.id,
        case_id: upload.caseId,
        kind: file.kind,
        file_name: file.fileName,
        format: file.format,
        byte_size: file.bytes.length,
        sha256: file.sha256,
        bytes: Buffer.from(file.bytes),
        uploaded_at: upload.at,
        uploaded_by: upload.actor.id,
        uploader_name: upload.actor.name,
      })
      .execute();
  }
}

export async function deleteEvidence(tx: Tx, evidenceId: string): Promise<void> {
  await tx.deleteFrom('evidence_file').where('evidence_id', '=', evidenceId).execute();
}
