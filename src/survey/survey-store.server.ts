import { sql } from 'kysely';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { inChunks } from '#record/columns.server.ts';
import type { VisitStatus } from '#schedule/domain/visit-status.ts';
import type { SurveyAnswer } from './domain/answer.ts';
import type { Audience } from './domain/audience.ts';
import type { SurveyInput, SurveyedVisit } from './domain/survey.ts';

/** By which way an answer came. */
export type Channel = 'link' | 'paper' | 'file' | 'api';

export type NewAnswer = SurveyAnswer & {
  readonly visitId: string;
  readonly audience: Audience;
  readonly formId: string | null;
  readonly answeredOn: PlainDate | null;
  readonly channel: Channel;
  readonly entryId: string | null;
};

/** Keeps answers, each under an identity that says nothing. */
export async function insertAnswers(tx: Tx, ctx: Context, answers: readonly NewAnswer[]): Promise<readonly string[]> {
  const rows = answers.map((answer) => ({
    corner_code: ctx.corner,
    answer_id: ctx.newId(),
    visit_id: answer.visitId,
    audience: answer.audience,
    satisfaction: answer.satisfaction,
    understanding: answer.understanding,
    prompted: answer.prompted,
    free_text: answer.freeText,
    own_answers: JSON.stringify(answer.own),
    form_id: answer.formId,
    answered_on: answer.answeredOn,
    channel: answer.channel,
    entry_id: answer.entryId,
  }));
  for (const chunk of inChunks(rows)) await tx.insertInto('survey_answer').values(chunk).execute();
  return rows.map(({ answer_id }) => answer_id);
}

/** An answer of a file or of the API as a row. */
export function toNewAnswer(
  { satisfaction, understanding, prompted, freeText, answeredOn, audience }: SurveyInput,
  { visitId, channel }: { readonly visitId: string; readonly channel: Channel },
): NewAnswer {
  return {
    visitId,
    audience,
    satisfaction,
    understanding,
    prompted: prompted === null ? null : prompted === 'yes',
    freeText,
    own: [],
    formId: null,
    answeredOn,
    channel,
    entryId: null,
  };
}

/** The visits that these numbers name. */
export async function findVisits(db: Db, numbers: readonly string[]): Promise<ReadonlyMap<string, SurveyedVisit>> {
  const rows = await db
    .selectFrom('visit')
    .select(['number', 'visit_id', 'status', 'visit_on'])
    .where(sql<boolean>`number = any(${[...new Set(numbers)]})`)
    .where('deleted_at', 'is', null)
    .execute();
  return new Map(
    rows.map((row) => [
      row.number,
      { id: row.visit_id, status: row.status as VisitStatus, visitOn: row.visit_on as PlainDate },
    ]),
  );
}

/** Answers as files know them. The order is that of what they say, never that in which they came. */
export async function selectInputs(
  db: Db,
  where: {
    readonly fiscalYear?: number | undefined;
    readonly visitIds?: readonly string[];
    readonly answerId?: string;
  },
): Promise<readonly (SurveyInput & { readonly id: string })[]> {
  let query = db
    .selectFrom('survey_answer')
    .innerJoin('visit', 'visit.visit_id', 'survey_answer.visit_id')
    .select(['survey_answer.answer_id', 'visit.number', 'survey_answer.audience', 'survey_answer.satisfaction'])
    .select(['survey_answer.understanding', 'survey_answer.prompted', 'survey_answer.free_text'])
    .select('survey_answer.answered_on')
    .where('survey_answer.withdrawn', '=', false)
    .where('visit.deleted_at', 'is', null);
  if (where.fiscalYear !== undefined) query = query.where('visit.fiscal_year', '=', where.fiscalYear);
  if (where.visitIds) query = query.where(sql<boolean>`survey_answer.visit_id = any(${where.visitIds}::uuid[])`);
  if (where.answerId !== undefined) query = query.where('survey_answer.answer_id', '=', where.answerId);
  const rows = await query
    .orderBy('visit.number')
    .orderBy('survey_answer.audience')
    .orderBy('survey_answer.satisfaction', 'desc')
    .orderBy('survey_answer.understanding', 'desc')
    .orderBy('survey_answer.prompted', 'desc')
    .orderBy('survey_answer.free_text')
    .orderBy('survey_answer.answered_on')
    .orderBy('survey_answer.answer_id')
    .execute();
  return rows.map((row) => ({
    id: row.answer_id,
    visitNumber: row.number,
    audience: row.audience as Audience,
    satisfaction: row.satisfaction,
    understanding: row.understanding,
    prompted: row.prompted === null ? null : row.prompted ? ('yes' as const) : ('no' as const),
    freeText: row.free_text,
    answeredOn: row.answered_on as PlainDate | null,
  }));
}
