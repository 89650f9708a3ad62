import { createHash } from 'node:crypto';
import { isShownToCenter } from '#certification/domain/center-view.ts';
import type { EvidenceKind } from '#certification/domain/evidence-kind.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import {
  decideEvidenceAddition,
  decideEvidenceRemoval,
  type EvidenceRefusal,
  type EvidenceUploadRefusal,
} from './domain/evidence-change.ts';
import { evidenceLimits, mediaTypeOf } from './domain/evidence-file.ts';
import { cleanEvidenceName } from './domain/evidence-name.ts';
import { recogniseEvidence } from './domain/recognise-evidence.ts';
import { stripPicture } from './domain/strip-picture.ts';
import {
  findEvidenceCase,
  findEvidenceRow,
  listEvidenceRows,
  readEvidenceBytes,
  type EvidenceAddress,
  type EvidenceCase,
  type EvidenceRow,
} from './evidence-queries.server.ts';
import { deleteEvidence, insertEvidence, type NewEvidence } from './evidence-store.server.ts';
import { evidenceText as words } from './text.ts';

/** Files that somebody chose for an application, as the browser sent them. */
export type EvidenceUpload = {
  readonly caseId: string;
  readonly kind: EvidenceKind;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly key?: string | undefined;
};

/**
 * 証拠書類の追加. All chosen files are kept, or none. Each is recognised by its content and gets a name that is safe to
 * hand out, and a picture is kept without what its camera wrote into it; what was kept is logged with its digest. The same key answers the same. [SEC-11][SEC-13]
 */
export async function addEvidence(
  ctx: Context,
  upload: EvidenceUpload,
): Promise<Result<readonly string[], EvidenceUploadRefusal>> {
  requirePermission(ctx, 'certification.write');
  if (upload.files.length > evidenceLimits.filesOfCase) {
    return refuse({ kind: 'too-many', files: upload.files.length, limit: evidenceLimits.filesOfCase });
  }
  const checked = checkFiles(ctx, upload);
  if (!checked.ok) return checked;
  const digests = checked.value.map(({ sha256, fileName }) => [sha256, fileName]);
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key: upload.key,
      fingerprint: JSON.stringify(['evidence', upload.caseId, upload.kind, digests]),
      work: () => keepFiles(tx, ctx, { caseId: upload.caseId, files: checked.value }),
      isKept: (answer) => answer.ok,
    }),
  );
}

function checkFiles(
  ctx: Context,
  { files, kind }: EvidenceUpload,
): Result<readonly NewEvidence[], EvidenceUploadRefusal> {
  const checked: NewEvidence[] = [];
  for (const { name, bytes } of files) {
    const recognised = recogniseEvidence(bytes);
    if (!recognised.ok) return refuse({ kind: 'file', fileName: name, refusal: recognised.refusal });
    const { format, length } = recognised.value;
    const kept = stripPicture(bytes.subarray(0, length), format);
    const sha256 = createHash('sha256').update(kept).digest('hex');
    const fileName = cleanEvidenceName(name, format, words.kinds[kind]);
    checked.push({ id: ctx.newId(), kind, fileName, format, sha256, bytes: kept });
  }
  return accept(checked);
}

async function keepFiles(
  tx: Tx,
  ctx: Context,
  { caseId, files }: { readonly caseId: string; readonly files: readonly NewEvidence[] },
): Promise<Result<readonly string[], EvidenceRefusal>> {
  const application = await findEvidenceCase(tx, caseId, { lock: true });
  if (!application) throw new NotFound('certification', caseId);
  const present = await listEvidenceRows(tx, caseId);
  const decision = decideEvidenceAddition(files, { state: application.state, files: present });
  if (!decision.ok) return decision;
  await insertEvidence(tx, files, { corner: ctx.corner, caseId, at: ctx.now(), actor: ctx.actor });
  await recordAudit(
    tx,
    ctx,
    files.map((file) => ({
      action: 'uploaded',
      entity: entityOf(application, file),
      after: { kind: file.kind, format: file.format, bytes: file.bytes.length, sha256: file.sha256 },
    })),
  );
  return accept(files.map(({ id }) => id));
}

/** The files of an application, for those who may read it. */
export async function listEvidence(
  ctx: Context,
  caseId: string,
): Promise<{ readonly application: EvidenceCase; readonly files: readonly EvidenceRow[] }> {
  requirePermission(ctx, 'certification.read');
  const application = await findEvidenceCase(ctx.db, caseId);
  if (!application) throw new NotFound('certification', caseId);
  return { application, files: await listEvidenceRows(ctx.db, caseId) };
}

/** One file of an application that may still be taken away. */
export async function getEvidence(
  ctx: Context,
  address: EvidenceAddress,
): Promise<{ readonly application: EvidenceCase; readonly file: EvidenceRow }> {
  requirePermission(ctx, 'certification.read');
  return findBoth(ctx.db, address);
}

/** A file as it leaves the desk. */
export type EvidenceDownload = { readonly fileName: string; readonly mediaType: string; readonly bytes: Uint8Array };

/** Hands a file out to the staff of its corner; that it was handed out is logged first (SEC-11). */
export async function downloadEvidence(ctx: Context, address: EvidenceAddress): Promise<EvidenceDownload> {
  requirePermission(ctx, 'certification.read');
  return handOut(ctx, address);
}

/** Hands a file out to the Center, of an application that was sent to it; any other is not found. */
export async function downloadEvidenceForReview(ctx: Context, address: EvidenceAddress): Promise<EvidenceDownload> {
  requirePermission(ctx, 'certification.review');
  const { application } = await findBoth(ctx.db, address);
  if (!isShownToCenter(application.state)) throw new NotFound('evidence', address.evidenceId);
  return handOut(ctx, address);
}

/** The files that the Center may open: none before the application was sent, and none while it is back at the corner. */
export async function listEvidenceForReview(ctx: Context, caseId: string): Promise<readonly EvidenceRow[]> {
  requirePermission(ctx, 'certification.review');
  const application = await findEvidenceCase(ctx.db, caseId);
  return application && isShownToCenter(application.state) ? listEvidenceRows(ctx.db, caseId) : [];
}

async function handOut(ctx: Context, address: EvidenceAddress): Promise<EvidenceDownload> {
  return inTransaction(ctx, async (tx) => {
    const { application, file } = await findBoth(tx, address);
    const bytes = await readEvidenceBytes(tx, file.id);
    await recordAudit(tx, ctx, [
      { action: 'downloaded', entity: entityOf(application, file), after: { sha256: file.sha256 } },
    ]);
    return { fileName: file.fileName, mediaType: mediaTypeOf(file.format), bytes };
  });
}

/** 証拠書類の取り外し. The bytes are erased; that there was a file, and its digest, stay in the log. */
export function removeEvidence(ctx: Context, address: EvidenceAddress): Promise<Result<null, EvidenceRefusal>> {
  requirePermission(ctx, 'certification.write');
  return inTransaction(ctx, async (tx) => {
    const { application, file } = await findBoth(tx, address, { lock: true });
    const decision = decideEvidenceRemoval(application.state);
    if (!decision.ok) return decision;
    await deleteEvidence(tx, file.id);
    const before = { kind: file.kind, format: file.format, bytes: file.byteSize, sha256: file.sha256 };
    await recordAudit(tx, ctx, [{ action: 'deleted', entity: entityOf(application, file), before }]);
    return accept(null);
  });
}

async function findBoth(db: Context['db'], address: EvidenceAddress, { lock = false } = {}) {
  const application = await findEvidenceCase(db, address.caseId, { lock });
  if (!application) throw new NotFound('certification', address.caseId);
  const file = await findEvidenceRow(db, address);
  if (!file) throw new NotFound('evidence', address.evidenceId);
  return { application, file };
}

function entityOf(application: EvidenceCase, file: { readonly id: string; readonly fileName: string }) {
  return { kind: 'evidence', id: file.id, label: `${application.number} ${file.fileName}` };
}
