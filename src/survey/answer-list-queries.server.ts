import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { readPage, type Cursor, type Page } from '#record/paging.server.ts';
import { toAudience } from './domain/audience.ts';

export type ListedAnswer = {
  readonly id: string;
  readonly visitNumber: string;
  readonly audience: string;
  readonly satisfaction: number;
  readonly understanding: number | null;
  readonly prompted: string | null;
  readonly freeText: string | null;
  readonly answeredOn: PlainDate | null;
};

type AnswerListing = {
  readonly filters: { readonly visit: string; readonly audience: string };
  readonly fiscalYear: number;
  readonly cursor: Cursor | undefined;
  readonly limit: number;
};

/** Answers of a year by visit; within one they stand in the order of identities that mean nothing. */
export async function listAnswers(
  ctx: Context,
  { filters, fiscalYear, cursor, limit }: AnswerListing,
): Promise<Page<ListedAnswer>> {
  requirePermission(ctx, 'survey.read');
  let query = ctx.db
    .selectFrom('survey_answer')
    .innerJoin('visit', 'visit.visit_id', 'survey_answer.visit_id')
    .select(['survey_answer.answer_id as id', 'visit.number as visitNumber', 'survey_answer.audience'])
    .select(['survey_answer.satisfaction', 'survey_answer.understanding', 'survey_answer.free_text as freeText'])
    .select('survey_answer.answered_on as answeredOn')
    .select(
      sql<string | null>`case survey_answer.prompted when true then 'yes' when false then 'no' end`.as('prompted'),
    )
    .where('survey_answer.withdrawn', '=', false)
    .where('visit.deleted_at', 'is', null)
    .where('visit.fiscal_year', '=', fiscalYear);
  if (filters.visit) query = query.where('visit.number', '=', filters.visit);
  const audience = toAudience(filters.audience);
  if (filters.audience) query = query.where('survey_answer.audience', '=', audience ?? '');
  const rows = query as unknown as Parameters<typeof readPage<ListedAnswer>>[0];
  const order = { columns: [sql`visit.number`, sql`survey_answer.answer_id::text`], descending: false };
  return readPage<ListedAnswer>(rows, { order, cursor, limit, valuesOf: ({ id, visitNumber }) => [visitNumber, id] });
}
