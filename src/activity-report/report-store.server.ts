import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { PhotoConsent } from './domain/photo.ts';
import type { ReportInput } from './domain/report-fields.ts';
import type { PhotoRow, ReportPair, ReportVisit, StoredReport } from './domain/activity-report.ts';
import type { ReportState } from './domain/report-state.ts';

/** A visit with one of its instructors; NotFound where the corner has no such pair. */
export async function loadReportVisit(
  db: Db,
  { visitId, instructorId }: ReportPair,
  { lock = false } = {},
): Promise<ReportVisit> {
  if (!isRecordId(visitId) || !isRecordId(instructorId)) throw new NotFound('visit', visitId);
  const query = db
    .selectFrom('visit_instructor')
    .innerJoin('visit', 'visit.visit_id', 'visit_instructor.visit_id')
    .innerJoin('organization', 'organization.organization_id', 'visit.organization_id')
    .innerJoin('instructor', 'instructor.instructor_id', 'visit_instructor.instructor_id')
    .select(['visit.visit_id as visitId', 'instructor.instructor_id as instructorId', 'visit.number as visitNumber'])
    .select(['visit.visit_on as visitOn', 'visit.status as visitStatus', 'visit.trainees'])
    .select(['organization.name as host', 'instructor.name as instructorName'])
    .where('visit.visit_id', '=', visitId)
    .where('visit_instructor.instructor_id', '=', instructorId)
    .where('visit.deleted_at', 'is', null);
  const row = await (lock ? query.forUpdate('visit') : query).executeTakeFirst();
  if (!row) throw new NotFound('visit', visitId);
  return { ...row, visitOn: row.visitOn as PlainDate };
}

/** The report of a visit and person, if one was begun. */
export async function findReport(
  db: Db,
  { visitId, instructorId }: ReportPair,
  { lock = false } = {},
): Promise<StoredReport | undefined> {
  const query = db
    .selectFrom('activity_report')
    .select(['report_id', 'version', 'state', 'content', 'trainees', 'understanding', 'problems', 'next_time'])
    .select(['on_behalf', 'return_reason', 'checker_name'])
    .select(sql<string | null>`(submitted_at at time zone 'Asia/Tokyo')::date::text`.as('submittedOn'))
    .where('visit_id', '=', visitId)
    .where('instructor_id', '=', instructorId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.report_id,
    version: row.version,
    state: row.state as ReportState,
    input: {
      content: row.content,
      trainees: row.trainees,
      understanding: row.understanding as ReportInput['understanding'],
      problems: row.problems,
      nextTime: row.next_time,
    },
    onBehalf: row.on_behalf,
    returnReason: row.return_reason,
    checkerName: row.checker_name,
    submittedOn: row.submittedOn as PlainDate | null,
  };
}

type Saved = {
  readonly id: string;
  readonly pair: ReportPair;
  readonly input: ReportInput;
  readonly state: ReportState;
  readonly onBehalf: boolean;
};

/** Keeps what was entered: a new report, or the next version of the one that is there. */
export async function saveReport(tx: Tx, ctx: Context, { id, pair, input, state, onBehalf }: Saved): Promise<void> {
  const now = ctx.now();
  const columns = {
    state,
    content: input.content,
    trainees: input.trainees,
    understanding: input.understanding,
    problems: input.problems,
    next_time: input.nextTime,
    on_behalf: onBehalf,
    updated_at: now,
    ...(state === 'submitted' ? { submitted_at: now, return_reason: null } : {}),
  };
  await tx
    .insertInto('activity_report')
    .values({
      corner_code: ctx.corner,
      report_id: id,
      visit_id: pair.visitId,
      instructor_id: pair.instructorId,
      created_at: now,
      ...columns,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['corner_code', 'report_id'])
        .doUpdateSet((row) => ({ ...columns, version: row('activity_report.version', '+', 1) })),
    )
    .execute();
}

/** Keeps the answer of staff: checked by whom, or returned with a reason. */
export async function saveReportStep(
  tx: Tx,
  ctx: Context,
  { id, state, reason }: { readonly id: string; readonly state: ReportState; readonly reason: string | null },
): Promise<void> {
  const isChecked = state === 'checked';
  await tx
    .updateTable('activity_report')
    .set((row) => ({
      state,
      checked_at: isChecked ? ctx.now() : null,
      checker_name: isChecked ? ctx.actor.name : null,
      return_reason: reason,
      updated_at: ctx.now(),
      version: row('version', '+', 1),
    }))
    .where('report_id', '=', id)
    .execute();
}

/** The photos of a report that may still be kept, the oldest first. */
export async function listPhotoRows(db: Db, reportId: string, today: PlainDate): Promise<readonly PhotoRow[]> {
  const rows = await db
    .selectFrom('activity_photo')
    .select(['photo_id as id', 'format', 'expires_on as expiresOn'])
    .where('report_id', '=', reportId)
    .where('expires_on', '>=', today)
    .orderBy('uploaded_at')
    .orderBy('photo_id')
    .execute();
  return rows.map((row) => ({
    ...row,
    format: row.format as PhotoRow['format'],
    expiresOn: row.expiresOn as PlainDate,
  }));
}

export async function readPhotoBytes(
  db: Db,
  { reportId, photoId, today }: { readonly reportId: string; readonly photoId: string; readonly today: PlainDate },
): Promise<{ readonly format: string; readonly bytes: Uint8Array }> {
  const row = isRecordId(photoId)
    ? await db
        .selectFrom('activity_photo')
        .select(['format', 'bytes'])
        .where('photo_id', '=', photoId)
        .where('report_id', '=', reportId)
        .where('expires_on', '>=', today)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound('activity-photo', photoId);
  return row;
}

export type NewPhoto = {
  readonly id: string;
  readonly format: 'jpeg' | 'png';
  readonly consent: PhotoConsent;
  readonly expiresOn: PlainDate;
  readonly sha256: string;
  readonly bytes: Uint8Array;
};

/** Takes away every photo of the corner whose last day is over; a running desk does so by itself. */
export async function deleteExpiredPhotos(tx: Tx, today: PlainDate): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('activity_photo')
    .where('expires_on', '<', today)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Keeps photos; one that the report has already is left as it is. */
export async function insertPhotos(
  tx: Tx,
  ctx: Context,
  { reportId, photos }: { readonly reportId: string; readonly photos: readonly NewPhoto[] },
): Promise<void> {
  for (const photo of photos) {
    await tx
      .insertInto('activity_photo')
      .values({
        corner_code: ctx.corner,
        photo_id: photo.id,
        report_id: reportId,
        format: photo.format,
        consent: photo.consent,
        expires_on: photo.expiresOn,
        byte_size: photo.bytes.length,
        sha256: photo.sha256,
        bytes: Buffer.from(photo.bytes),
        uploaded_at: ctx.now(),
        uploader_name: ctx.actor.name,
      })
      .onConflict((conflict) => conflict.columns(['corner_code', 'report_id', 'sha256']).doNothing())
      .execute();
  }
}

export async function deletePhoto(tx: Tx, reportId: string, photoId: string): Promise<void> {
  await tx.deleteFrom('activity_photo').where('report_id', '=', reportId).where('photo_id', '=', photoId).execute();
}
