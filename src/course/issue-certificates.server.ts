import { formatEraDate } from '#kernel/japanese-era.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { drawLetter, letterFileName } from '#letter/draw-letter.server.ts';
import type { LetterValues } from '#letter/domain/letter-outline.ts';
import { loadSenderValues } from '#letter/sender.server.ts';
import { hasTemplate } from '#letter/template-queries.server.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { DocumentModel } from '#platform/document-rendering/document-model.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { getCourse } from './course-queries.server.ts';
import { courseCertificate } from './documents/course-letters.ts';
import { certifiedKinds } from './domain/course-kind.ts';
import { contentNames, courseKindLabel, courseText as words } from './text.ts';

export type IssuedCertificate = { readonly instructorId: string; readonly model: DocumentModel };

type Certified = { readonly instructorId: string; readonly values: LetterValues };

/** 修了証 of everybody who completed a course; none of a kind that is not certified. */
export async function buildCertificates(
  ctx: Context,
  courseId: string,
): Promise<{ readonly certificates: readonly IssuedCertificate[]; readonly hasTemplate: boolean }> {
  const { fiscalYear, certified } = await gatherCertificates(ctx, courseId);
  return {
    certificates: certified.map(({ instructorId, values }) => ({
      instructorId,
      model: courseCertificate.build(values),
    })),
    hasTemplate: await hasTemplate(ctx, { kind: courseCertificate.kind, fiscalYear }),
  };
}

async function gatherCertificates(
  ctx: Context,
  courseId: string,
): Promise<{ readonly fiscalYear: number; readonly certified: readonly Certified[] }> {
  const { input, lastDay, attendees } = await getCourse(ctx, courseId);
  const fiscalYear = fiscalYearOf(lastDay);
  if (!certifiedKinds.includes(input.kind)) return { fiscalYear, certified: [] };
  const shared = {
    ...(await loadSenderValues(ctx.db, ctx.corner)),
    講習名: courseKindLabel(input.kind),
    講習の内容: contentNames(input.contents),
    修了年月日: formatEraDate(lastDay),
  };
  const certified = attendees
    .filter(({ state }) => state === 'completed')
    .map(({ id, name, number }) => ({ instructorId: id, values: { ...shared, 氏名: name, 登録番号: number } }));
  return { fiscalYear, certified };
}

/** One 修了証 as Word; that it left is logged (SEC-11). */
export async function exportCertificate(
  ctx: Context,
  { courseId, instructorId }: { readonly courseId: string; readonly instructorId: string },
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  requirePermission(ctx, 'course.read');
  const { fiscalYear, certified } = await gatherCertificates(ctx, courseId);
  const found = certified.find((known) => known.instructorId === instructorId);
  if (!found) throw new NotFound('course', courseId);
  const bytes = await drawLetter(ctx.db, { form: courseCertificate, fiscalYear, values: found.values });
  const entity = { kind: 'course', id: courseId, label: words.certificateTitle };
  await inTransaction(ctx, (tx) =>
    recordAudit(tx, ctx, [{ action: 'exported', entity, after: { format: 'docx', instructor: instructorId } }]),
  );
  const title = words.certificateTitle;
  return { name: letterFileName(ctx, { title, fiscalYear: fiscalYearOf(ctx.today()) }), bytes };
}
