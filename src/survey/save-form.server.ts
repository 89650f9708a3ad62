import { accept, refuse, type Result } from '#kernel/result.ts';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { audienceLabel, type Audience } from './domain/audience.ts';
import { readQuestions, type QuestionProblem, type TypedQuestion } from './domain/own-question.ts';
import { changeForm, type SurveyForm } from './domain/survey-form.ts';
import { countAnswersOf, deleteForm, findForm, insertForm, lockForms } from './form-store.server.ts';

export type CurrentForm = SurveyForm & { readonly answers: number };

/** The corner's own questions that hold in a 年度, with how many have answered them. */
export async function getForm(ctx: Context, audience: Audience, fiscalYear: number): Promise<CurrentForm | undefined> {
  requirePermission(ctx, 'survey.read');
  const form = await findForm(ctx.db, audience, fiscalYear);
  return form && { ...form, answers: await countAnswersOf(ctx.db, form.id) };
}

type FormOrder = {
  readonly audience: Audience;
  readonly fiscalYear: number;
  /** The form that the person saw; empty where there was none. */
  readonly seenId: string;
  readonly questions: readonly TypedQuestion[];
};

/** Sets the corner's own questions of a 年度; throws Conflict where somebody else did meanwhile. */
export function saveForm(
  ctx: Context,
  { audience, fiscalYear, seenId, questions }: FormOrder,
): Promise<Result<{ readonly version: number }, readonly QuestionProblem[]>> {
  requirePermission(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    const read = readQuestions(questions);
    if (!read.ok) return refuse(read.refusal);
    await lockForms(tx, 'change');
    const current = await findForm(tx, audience, fiscalYear);
    if ((current?.id ?? '') !== seenId) throw new Conflict('survey-form', seenId, 0, 1);
    const answers = current ? await countAnswersOf(tx, current.id) : 0;
    const change = changeForm(current && { ...current, answers }, { fiscalYear, questions: read.value });
    if (change.kind === 'unchanged') return accept({ version: current?.version ?? 0 });
    if (change.kind === 'replace') await deleteForm(tx, change.replacedId);
    const { version } = change;
    await insertForm(tx, ctx.corner, { id: ctx.newId(), audience, fiscalYear, version, questions: read.value });
    const label = `${fiscalYearLabel(fiscalYear)} ${audienceLabel(audience)} 第${version}版`;
    const entity = { kind: 'survey-form', id: `${audience}-${fiscalYear}`, label };
    const textsOf = (form: Pick<SurveyForm, 'questions'>) => ({ questions: form.questions.map(({ text }) => text) });
    await recordAudit(tx, ctx, [
      {
        action: 'updated',
        entity,
        before: current ? textsOf(current) : null,
        after: textsOf({ questions: read.value }),
      },
    ]);
    return accept({ version });
  });
}
