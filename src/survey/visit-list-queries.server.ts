import { sql, type SqlBool } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { countRows, PAGE_SIZE, readPage, type Count, type Cursor, type Page } from '#record/paging.server.ts';
import type { Audience } from './domain/audience.ts';
import { outcomeRules, type AnswerGroup, type OutcomeKey } from './domain/outcome.ts';
import { groupByVisit, type AnsweredBy } from './result-queries.server.ts';

export type SurveyedVisitRow = {
  readonly id: string;
  readonly number: string;
  readonly visitOn: PlainDate;
  readonly host: string;
  readonly trainees: number;
  readonly groups: readonly AnswerGroup[];
};

type VisitListing = AnsweredBy & {
  /** The visits behind one outcome, those without any answer, or all that were held. */
  readonly show: OutcomeKey | 'unanswered' | 'all';
  readonly cursor: Cursor | undefined;
};

/** Held visits of the year with their answers, the latest first. */
export async function listSurveyedVisits(
  ctx: Context,
  { show, cursor, ...on }: VisitListing,
): Promise<Page<SurveyedVisitRow> & Count> {
  requirePermission(ctx, 'survey.read');
  let query = ctx.db
    .selectFrom('visit')
    .innerJoin('organization', 'organization.organization_id', 'visit.organization_id')
    .select(['visit.visit_id as id', 'visit.number', 'visit.visit_on as visitOn', 'visit.trainees'])
    .select('organization.name as host')
    .where('visit.fiscal_year', '=', on.fiscalYear)
    .where('visit.status', '=', 'held')
    .where('visit.visit_on', '<=', on.asOf)
    .where('visit.deleted_at', 'is', null);
  const answered = (column?: 'satisfaction' | 'understanding' | 'prompted', audience?: Audience) => {
    const asked = column ? sql`and survey_answer.${sql.ref(column)} is not null` : sql``;
    const by = audience ? sql`and survey_answer.audience = ${audience}` : sql``;
    return sql<SqlBool>`exists (select from survey_answer where survey_answer.corner_code = visit.corner_code
      and survey_answer.visit_id = visit.visit_id and not survey_answer.withdrawn
      and coalesce(survey_answer.answered_on, visit.visit_on) <= ${on.asOf}::date ${asked} ${by})`;
  };
  if (show === 'unanswered') query = query.where(sql<SqlBool>`not ${answered()}`);
  if (show !== 'unanswered' && show !== 'all') {
    const { audience, question, programs, organizationKinds } = outcomeRules[show];
    query = query.where('visit.program', 'in', [...programs]).where(answered(question, audience));
    if (organizationKinds) query = query.where('organization.kind', 'in', [...organizationKinds]);
  }
  type Row = Omit<SurveyedVisitRow, 'groups'>;
  const rows = query as unknown as Parameters<typeof readPage<Row>>[0];
  const order = { columns: [sql`visit.visit_on`, sql`visit.number`], descending: true };
  const valuesOf = ({ visitOn, number }: Row) => [visitOn, number];
  const page = await readPage<Row>(rows, { order, cursor, limit: PAGE_SIZE, valuesOf });
  const groups = await groupByVisit(
    ctx,
    on,
    page.rows.map(({ id }) => id),
  );
  const withAnswers = page.rows.map((row) => ({ ...row, groups: groups.get(row.id) ?? [] }));
  return { ...page, rows: withAnswers, ...(await countRows(ctx.db, query)) };
}
