import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { DocumentModel } from '#platform/document-rendering/document-model.ts';
import { renderDocx } from '#platform/document-rendering/render-docx.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { downloadFileName } from '#platform/tabular/file-name.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { getCourse } from './course-queries.server.ts';
import { buildCourseCertificate } from './documents/course-certificate.ts';
import { certifiedKinds } from './domain/course-kind.ts';
import { courseText as words } from './text.ts';

export type IssuedCertificate = { readonly instructorId: string; readonly model: DocumentModel };

/** 修了証 of everybody who completed a course; none of a kind that is not certified. */
export async function buildCertificates(ctx: Context, courseId: string): Promise<readonly IssuedCertificate[]> {
  const course = await getCourse(ctx, courseId);
  const { kind, contents } = course.input;
  if (!certifiedKinds.includes(kind)) return [];
  const office = await loadOffice(ctx);
  return course.attendees
    .filter(({ state }) => state === 'completed')
    .map(({ id, name, number }) => ({
      instructorId: id,
      model: buildCourseCertificate({ kind, contents, lastDay: course.lastDay, name, number, office }),
    }));
}

/** One 修了証 as Word; that it left is logged (SEC-11). */
export async function exportCertificate(
  ctx: Context,
  { courseId, instructorId }: { readonly courseId: string; readonly instructorId: string },
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  requirePermission(ctx, 'course.read');
  const found = (await buildCertificates(ctx, courseId)).find((known) => known.instructorId === instructorId);
  if (!found) throw new NotFound('course', courseId);
  const bytes = await renderDocx(found.model);
  const entity = { kind: 'course', id: courseId, label: words.certificateTitle };
  await inTransaction(ctx, (tx) =>
    recordAudit(tx, ctx, [{ action: 'exported', entity, after: { format: 'docx', instructor: instructorId } }]),
  );
  const today = ctx.today();
  const prefecture = { code: ctx.corner, name: findPrefecture(ctx.corner)?.name ?? ctx.corner };
  const title = words.certificateTitle;
  const name = downloadFileName({ fiscalYear: fiscalYearOf(today), title, prefecture, on: today, extension: 'docx' });
  return { name, bytes };
}

async function loadOffice({ db, corner }: Context): Promise<string> {
  const row = await db.selectFrom('corner').select(['name', 'host_association']).executeTakeFirst();
  return row ? `${row.host_association}\n${row.name}` : (findPrefecture(corner)?.name ?? corner);
}
