import { sql } from 'kysely';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import type { DocumentModel } from '#platform/document-rendering/document-model.ts';
import { renderDocx } from '#platform/document-rendering/render-docx.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { downloadFileName } from '#platform/tabular/file-name.ts';
import { isRecordId } from '#record/record-id.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { buildCouncilSheet, buildInstructorSheet } from './documents/feedback-sheets.ts';
import { buildFeedback, type Feedback } from './domain/feedback.ts';
import { feedbackText as words } from './text.ts';
import { groupAnswers, listFreeTexts, type AnsweredBy } from './result-queries.server.ts';

export type InstructorFeedback = { readonly name: string; readonly feedback: Feedback };

/** What an instructor hears of the visits of a year: counts, rates and words that lead to nobody. */
export async function getInstructorFeedback(
  ctx: Context,
  { instructorId, ...on }: AnsweredBy & { readonly instructorId: string },
): Promise<InstructorFeedback> {
  requirePermission(ctx, ctx.actor.role === 'instructor' ? 'own.read' : 'survey.read', { instructorId });
  const person = isRecordId(instructorId)
    ? await ctx.db
        .selectFrom('instructor')
        .select('name')
        .where('instructor_id', '=', instructorId)
        .where('deleted_at', 'is', null)
        .executeTakeFirst()
    : undefined;
  if (!person) throw new NotFound('instructor', instructorId);
  const groups = await groupAnswers(ctx.db, on, { instructorId });
  const texts = await listFreeTexts(ctx.db, on, { instructorId });
  return { name: person.name, feedback: buildFeedback(groups, texts) };
}

/** The years in which an instructor held visits, the latest first. */
export async function listFeedbackYears(ctx: Context, instructorId: string): Promise<readonly number[]> {
  requirePermission(ctx, 'own.read', { instructorId });
  const rows = await ctx.db
    .selectFrom('visit')
    .select('fiscal_year')
    .distinct()
    .where('status', '=', 'held')
    .where('deleted_at', 'is', null)
    .where(
      sql<boolean>`exists (select from visit_instructor where visit_instructor.visit_id = visit.visit_id
        and visit_instructor.instructor_id = ${instructorId}::uuid)`,
    )
    .orderBy('fiscal_year', 'desc')
    .execute();
  return rows.flatMap(({ fiscal_year: year }) => year ?? []);
}

/** What the council hears of a whole year. */
export async function getCouncilFeedback(ctx: Context, on: AnsweredBy) {
  requirePermission(ctx, 'survey.read');
  const groups = await groupAnswers(ctx.db, on);
  return { groups, feedback: buildFeedback(groups, await listFreeTexts(ctx.db, on)) };
}

type SheetOrder = AnsweredBy & { /** Absent: the sheet for the council. */ readonly instructorId?: string };

/** The sheet for an instructor or for the council. */
export async function writeFeedbackSheet(
  ctx: Context,
  { instructorId, ...on }: SheetOrder,
): Promise<{ readonly model: DocumentModel; readonly label: string }> {
  const heading = {
    office: `${findPrefecture(ctx.corner)?.name ?? ctx.corner}地域技能振興コーナー`,
    period: words.period(fiscalYearLabel(on.fiscalYear), formatEraDate(on.asOf)),
    today: formatEraDate(ctx.today()),
  };
  if (instructorId === undefined) {
    const { groups, feedback } = await getCouncilFeedback(ctx, on);
    return { model: buildCouncilSheet({ ...heading, groups, feedback }), label: words.councilTitle };
  }
  const { name, feedback } = await getInstructorFeedback(ctx, { instructorId, ...on });
  return { model: buildInstructorSheet({ ...heading, name, feedback }), label: `${words.instructorTitle} ${name}` };
}

/** The sheet as Word; that it was made is logged (SEC-11). */
export async function exportFeedbackSheet(
  ctx: Context,
  order: SheetOrder,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  requirePermission(ctx, 'survey.read');
  const { model, label } = await writeFeedbackSheet(ctx, order);
  const bytes = await renderDocx(model);
  const entity = { kind: 'survey', id: order.instructorId ?? `council-${order.fiscalYear}`, label };
  await inTransaction(ctx, (tx) => recordAudit(tx, ctx, [{ action: 'exported', entity, after: { format: 'docx' } }]));
  const prefecture = { code: ctx.corner, name: findPrefecture(ctx.corner)?.name ?? ctx.corner };
  const { fiscalYear, asOf } = order;
  return {
    name: downloadFileName({ fiscalYear, title: label, prefecture, on: asOf, extension: 'docx' }),
    bytes,
  };
}
