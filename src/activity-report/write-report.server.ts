import { createHash } from 'node:crypto';
import { recogniseEvidence } from '#evidence/domain/recognise-evidence.ts';
import { stripPicture } from '#evidence/domain/strip-picture.ts';
import { draftClaimOfReport } from '#expense/claim-of-report.server.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { isRecordId } from '#record/record-id.ts';
import type { PhotoRow, ReportPair, ReportVisit, StoredReport } from './domain/activity-report.ts';
import { photoExpiry, photoLimits, type PhotoConsent, type PhotoRefusal } from './domain/photo.ts';
import { checkWhole, type ReportInput } from './domain/report-fields.ts';
import { moveReport, type ReportState, type ReportStateRefusal } from './domain/report-state.ts';
import {
  deletePhoto,
  findReport,
  insertPhotos,
  listPhotoRows,
  loadReportVisit,
  readPhotoBytes,
  saveReport,
  saveReportStep,
  type NewPhoto,
} from './report-store.server.ts';

export type WriteRefusal =
  | { readonly kind: 'fields'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'photo'; readonly problem: PhotoRefusal }
  | { readonly kind: 'state'; readonly problem: ReportStateRefusal }
  | { readonly kind: 'not-held' };

type Written = ReportPair & {
  /** What the person saw; 0 where nothing was begun. */
  readonly version: number;
  readonly input: ReportInput;
  readonly command: 'save' | 'submit';
  readonly consent: PhotoConsent | undefined;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
};

/** 一時保存 or 提出, by the instructor on their own pages or by staff from a paper. Photos lose where they were taken. */
export function writeReport(
  ctx: Context,
  written: Written,
): Promise<Result<{ readonly state: ReportState }, WriteRefusal>> {
  requirePermission(ctx, 'activity-report.write', { instructorId: written.instructorId });
  return inTransaction(ctx, async (tx) => {
    // The visit is held: of two who begin a report at once, the second finds the report of the first.
    const visit = await loadReportVisit(tx, written, { lock: true });
    if (visit.visitStatus !== 'held') return refuse({ kind: 'not-held' } as const);
    const before = await findReport(tx, written, { lock: true });
    const current = before?.version ?? 0;
    if (current !== written.version) throw new Conflict('activity-report', visit.visitId, written.version, current);
    const moved = moveReport(before?.state ?? 'draft', written.command);
    if (!moved.ok) return refuse({ kind: 'state', problem: moved.refusal } as const);
    const problems = written.command === 'submit' ? checkWhole(written.input) : [];
    if (problems.length > 0) return refuse({ kind: 'fields', problems } as const);
    const kept = before ? await listPhotoRows(tx, before.id, ctx.today()) : [];
    const photos = checkPhotos(ctx, { ...written, visitOn: visit.visitOn, kept: kept.length });
    if (!photos.ok) return refuse({ kind: 'photo', problem: photos.refusal } as const);
    const id = before?.id ?? ctx.newId();
    const onBehalf = ctx.actor.instructorId === undefined;
    await saveReport(tx, ctx, { id, pair: written, input: written.input, state: moved.value, onBehalf });
    await insertPhotos(tx, ctx, { reportId: id, photos: photos.value });
    const after = { ...written.input, state: moved.value, photos: photos.value.map(({ sha256 }) => sha256) };
    const action = before ? 'updated' : 'created';
    await recordAudit(tx, ctx, [{ action, entity: entityOf(id, visit), before: before?.input ?? null, after }]);
    return accept({ state: moved.value });
  });
}

type Photos = Pick<Written, 'files' | 'consent'> & { readonly visitOn: PlainDate; readonly kept: number };

function checkPhotos(
  ctx: Context,
  { files, consent, visitOn, kept }: Photos,
): Result<readonly NewPhoto[], PhotoRefusal> {
  if (files.length === 0) return accept([]);
  const count = kept + files.length;
  if (count > photoLimits.files) return refuse({ kind: 'too-many', limit: photoLimits.files, count });
  if (consent === undefined) return refuse({ kind: 'no-consent' });
  const photos: NewPhoto[] = [];
  for (const { name, bytes } of files) {
    const known = recogniseEvidence(bytes);
    if (!known.ok && known.refusal.kind === 'too-large')
      return refuse({ kind: 'too-large', name, limit: photoLimits.bytes });
    if (!known.ok && known.refusal.kind === 'damaged') return refuse({ kind: 'damaged', name });
    if (!known.ok || known.value.format === 'pdf') return refuse({ kind: 'not-a-photo', name });
    const { format, length } = known.value;
    const stripped = stripPicture(bytes.subarray(0, length), format);
    const sha256 = createHash('sha256').update(stripped).digest('hex');
    photos.push({ id: ctx.newId(), format, consent, expiresOn: photoExpiry(visitOn), sha256, bytes: stripped });
  }
  return accept(photos);
}

type Answered = ReportPair & {
  readonly version: number;
  readonly command: 'check' | 'return';
  readonly reason: string | null;
};

/** 確認 or 差戻し of a report that was handed in: staff's, never the instructor's own. A checked one becomes a claim. */
export function answerReport(
  ctx: Context,
  { version, command, reason, ...pair }: Answered,
): Promise<Result<{ readonly state: ReportState }, ReportStateRefusal>> {
  requirePermission(ctx, 'activity-report.write');
  return inTransaction(ctx, async (tx) => {
    const visit = await loadReportVisit(tx, pair);
    const report = await findReport(tx, pair, { lock: true });
    if (!report) throw new NotFound('activity-report', pair.visitId);
    if (report.version !== version) throw new Conflict('activity-report', report.id, version, report.version);
    const moved = moveReport(report.state, command, reason);
    if (!moved.ok) return moved;
    const told = command === 'return' ? (reason?.trim() ?? null) : null;
    await saveReportStep(tx, ctx, { id: report.id, state: moved.value, reason: told });
    await recordAudit(tx, ctx, [
      {
        action: 'moved',
        entity: entityOf(report.id, visit),
        before: { state: report.state },
        after: { state: moved.value, reason: told },
      },
    ]);
    if (moved.value === 'checked') await draftClaimOfReport(tx, ctx, pair);
    return accept({ state: moved.value });
  });
}

/** 写真の削除, while the report is open to change. */
export function removePhoto(
  ctx: Context,
  { photoId, ...pair }: ReportPair & { readonly photoId: string },
): Promise<Result<null, ReportStateRefusal>> {
  requirePermission(ctx, 'activity-report.write', { instructorId: pair.instructorId });
  return inTransaction(ctx, async (tx) => {
    const visit = await loadReportVisit(tx, pair);
    const report = await findReport(tx, pair, { lock: true });
    if (!report || !isRecordId(photoId)) throw new NotFound('activity-photo', photoId);
    const moved = moveReport(report.state, 'save');
    if (!moved.ok) return moved;
    await deletePhoto(tx, report.id, photoId);
    const before = { photo: photoId };
    await recordAudit(tx, ctx, [{ action: 'deleted', entity: entityOf(report.id, visit), before }]);
    return accept(null);
  });
}

/** A visit with its report, if one was begun, and the photos of it. */
export async function getReport(
  ctx: Context,
  pair: ReportPair,
): Promise<{
  readonly visit: ReportVisit;
  readonly report: StoredReport | undefined;
  readonly photos: readonly PhotoRow[];
}> {
  requirePermission(ctx, 'activity-report.read', { instructorId: pair.instructorId });
  const visit = await loadReportVisit(ctx.db, pair);
  const report = await findReport(ctx.db, pair);
  const photos = report ? await listPhotoRows(ctx.db, report.id, ctx.today()) : [];
  return { visit, report, photos };
}

/** One photo as it leaves the desk; logged where staff takes it (SEC-11). */
export function downloadPhoto(
  ctx: Context,
  { photoId, ...pair }: ReportPair & { readonly photoId: string },
): Promise<{ readonly format: string; readonly bytes: Uint8Array }> {
  requirePermission(ctx, 'activity-report.read', { instructorId: pair.instructorId });
  return inTransaction(ctx, async (tx) => {
    const visit = await loadReportVisit(tx, pair);
    const report = await findReport(tx, pair);
    if (!report) throw new NotFound('activity-photo', photoId);
    const photo = await readPhotoBytes(tx, { reportId: report.id, photoId, today: ctx.today() });
    const after = { photo: photoId };
    await recordAudit(tx, ctx, [{ action: 'downloaded', entity: entityOf(report.id, visit), after }]);
    return photo;
  });
}

function entityOf(id: string, { visitNumber, instructorName }: ReportVisit) {
  return { kind: 'activity-report', id, label: `${visitNumber} ${instructorName}` };
}
