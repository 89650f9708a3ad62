import { sql } from 'kysely';
import type { Db, Tx } from '#platform/db/database.server.ts';
import type { Audience } from './domain/audience.ts';
import type { OwnQuestion } from './domain/own-question.ts';
import type { SurveyForm } from './domain/survey-form.ts';

/**
 * The form of a 年度: its own, or the latest of the years before, so that questions need not be typed in again each April.
 * Nothing where the corner has no questions of its own.
 */
export async function findForm(db: Db, audience: Audience, fiscalYear: number): Promise<SurveyForm | undefined> {
  const row = await db
    .selectFrom('survey_form')
    .selectAll()
    .where('audience', '=', audience)
    .where('fiscal_year', '<=', fiscalYear)
    .orderBy('fiscal_year', 'desc')
    .orderBy('version', 'desc')
    .executeTakeFirst();
  return (
    row && {
      id: row.form_id,
      audience: row.audience as Audience,
      fiscalYear: row.fiscal_year,
      version: row.version,
      questions: row.questions as unknown as readonly OwnQuestion[],
    }
  );
}

/** How many have answered a form. */
export async function countAnswersOf(db: Db, formId: string): Promise<number> {
  const { count } = await db
    .selectFrom('survey_answer')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('form_id', '=', formId)
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertForm(tx: Tx, corner: string, form: SurveyForm): Promise<void> {
  const { id, audience, fiscalYear, version, questions } = form;
  await tx
    .insertInto('survey_form')
    .values({
      corner_code: corner,
      form_id: id,
      audience,
      fiscal_year: fiscalYear,
      version,
      questions: JSON.stringify(questions),
    })
    .execute();
}

export async function deleteForm(tx: Tx, formId: string): Promise<void> {
  await tx.deleteFrom('survey_form').where('form_id', '=', formId).execute();
}

/**
 * Keeps a form from being answered while it is changed, and from being changed while it is answered. Answers do not wait
 * for each other.
 */
export async function lockForms(tx: Tx, use: 'answer' | 'change'): Promise<void> {
  const key = sql`hashtextextended('survey forms ' || current_corner(), 0)`;
  await (
    use === 'change' ? sql`select pg_advisory_xact_lock(${key})` : sql`select pg_advisory_xact_lock_shared(${key})`
  ).execute(tx);
}
