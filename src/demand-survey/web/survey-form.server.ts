import { randomUUID } from 'node:crypto';
import { data, redirect } from 'react-router';
import { Conflict } from '#platform/errors.server.ts';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { problemText } from '#record/text.ts';
import type { FormState } from '#record/web/record-form.tsx';
import { readTexts } from '#record/web/record-pages.server.ts';
import { recordWords } from '#record/web/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { getDemandSurvey } from '../demand-survey-queries.server.ts';
import { demandSurveyFields } from '../domain/survey-fields.ts';
import { changeDemandSurvey, createDemandSurvey } from '../save-survey.server.ts';
import { demandText as words } from '../text.ts';

/** The form of a survey as it is now. */
export async function openSurveyForm({ ctx, params }: StaffCall) {
  requirePermission(ctx, 'demand-survey.manage');
  const { id, number, title, answerBy, classes, note, version } = await getDemandSurvey(ctx, params['id'] ?? '');
  const texts = formatFields(demandSurveyFields, { title, answerBy, classes, note });
  return { id, number, title, state: { texts, errors: [], key: randomUUID(), version } satisfies FormState };
}

/** Takes a posted form: makes or changes the survey and goes to its page, or shows the form again with what is wrong. */
export async function saveSurveyForm({ ctx, params, year, request, href }: StaffCall) {
  requirePermission(ctx, 'demand-survey.manage');
  const form = await readForm(request);
  const texts = readTexts(demandSurveyFields, form);
  const key = textIn(form, 'idempotency-key');
  const version = form.has('version') ? Number(textIn(form, 'version')) : undefined;
  const again = (errors: FormState['errors'], status: number) =>
    data<FormState>({ texts, errors, key, ...(version === undefined ? {} : { version }) }, { status });
  const parsed = parseFields(demandSurveyFields, texts);
  if (!parsed.ok) {
    const errors = parsed.refusal.map(({ key: name, header, problem }) => ({
      name,
      message: problemText(header, problem),
    }));
    return again(errors, 422);
  }
  const input = parsed.value;
  try {
    if (version !== undefined) {
      const id = params['id'] ?? '';
      await changeDemandSurvey(ctx, { id, version, input });
      throw redirect(href(`demand-surveys/${id}`));
    }
    const { id } = await createDemandSurvey(ctx, { input, fiscalYear: year, key: key || undefined });
    throw redirect(href(`demand-surveys/${id}`));
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again([{ message: recordWords.sentBefore }], 409);
    if (error instanceof Conflict) return again([{ message: words.conflict }], 409);
    throw error;
  }
}
