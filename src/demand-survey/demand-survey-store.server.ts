import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { DemandSurveyState } from './domain/demand-survey.ts';
import type { RecipientClass } from './domain/recipient-class.ts';
import type { DemandSurveyInput } from './domain/survey-fields.ts';

/** 派遣希望調査 as it is stored. */
export type StoredSurvey = DemandSurveyInput & {
  readonly id: string;
  readonly number: string;
  readonly fiscalYear: number;
  readonly state: DemandSurveyState;
  readonly version: number;
};

const surveyColumns = [
  'survey_id as id',
  'number',
  'fiscal_year as fiscalYear',
  'title',
  'classes',
  'note',
  'version',
] as const;

/** The survey of this id; its row stays locked until the transaction ends where `lock` says so. */
export async function loadSurvey(db: Db, id: string, { lock = false } = {}): Promise<StoredSurvey> {
  const query = db
    .selectFrom('demand_survey')
    .select(surveyColumns)
    .select([sql<PlainDate>`answer_by`.as('answerBy'), sql<DemandSurveyState>`state`.as('state')])
    .where('survey_id', '=', id);
  const row = isRecordId(id) ? await (lock ? query.forUpdate() : query).executeTakeFirst() : undefined;
  if (!row) throw new NotFound('demand-survey', id);
  return { ...row, classes: row.classes as RecipientClass[] };
}

/** The surveys of a 年度 by number. */
export async function loadSurveysOf(db: Db, fiscalYear: number): Promise<readonly StoredSurvey[]> {
  const rows = await db
    .selectFrom('demand_survey')
    .select(surveyColumns)
    .select([sql<PlainDate>`answer_by`.as('answerBy'), sql<DemandSurveyState>`state`.as('state')])
    .where('fiscal_year', '=', fiscalYear)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ ...row, classes: row.classes as RecipientClass[] }));
}

/** Writes a new survey. */
export async function insertSurvey(
  tx: Tx,
  ctx: Context,
  survey: DemandSurveyInput & Pick<StoredSurvey, 'id' | 'number' | 'fiscalYear'>,
): Promise<void> {
  await tx
    .insertInto('demand_survey')
    .values({
      corner_code: ctx.corner,
      survey_id: survey.id,
      number: survey.number,
      fiscal_year: survey.fiscalYear,
      ...columnsOf(survey),
    })
    .execute();
}

const columnsOf = ({ title, answerBy, classes, note }: DemandSurveyInput) => ({
  title,
  answer_by: answerBy,
  classes: [...classes],
  note,
});

/** Overwrites what staff say of a survey, or where it stands. */
export async function updateSurvey(
  tx: Tx,
  ctx: Context,
  { id, input, state }: { readonly id: string; readonly input?: DemandSurveyInput; readonly state?: DemandSurveyState },
): Promise<void> {
  await tx
    .updateTable('demand_survey')
    .set((row) => ({
      ...(input && columnsOf(input)),
      ...(state && { state }),
      version: row('version', '+', 1),
      updated_at: ctx.now(),
    }))
    .where('survey_id', '=', id)
    .execute();
}

/** Stops whoever saw an older version of what is about to be overwritten. */
export function requireVersion(
  kind: string,
  { id, seen, current }: { readonly id: string; readonly seen: number; readonly current: number },
): void {
  if (seen !== current) throw new Conflict(kind, id, seen, current);
}
