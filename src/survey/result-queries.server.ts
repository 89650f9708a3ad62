import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Program } from '#dispatch/domain/program.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { OrganizationKind } from '#organization/domain/organization-kind.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import type { Audience } from './domain/audience.ts';
import type { AnswerGroup } from './domain/outcome.ts';

/** The answers of a year as they were known on a day. */
export type AnsweredBy = { readonly fiscalYear: number; readonly asOf: PlainDate };

/** Which of them: all, or those of one visit, or of the visits of one instructor. */
export type AnswerScope = {
  readonly visitIds?: readonly string[];
  readonly instructorId?: string;
};

/**
 * Answers count once their visit is held, on or before the day; an answer without a day of its own came on that of its visit.
 */
function counted({ fiscalYear, asOf }: AnsweredBy, { visitIds, instructorId }: AnswerScope): RawBuilder<SqlBool> {
  const conditions = [
    sql`not survey_answer.withdrawn`,
    sql`visit.deleted_at is null`,
    sql`visit.status = 'held'`,
    sql`visit.fiscal_year = ${fiscalYear}`,
    sql`visit.visit_on <= ${asOf}::date`,
    sql`coalesce(survey_answer.answered_on, visit.visit_on) <= ${asOf}::date`,
    ...(visitIds ? [sql`visit.visit_id = any(${visitIds}::uuid[])`] : []),
    ...(instructorId === undefined
      ? []
      : [
          sql`exists (select from visit_instructor where visit_instructor.corner_code = visit.corner_code
            and visit_instructor.visit_id = visit.visit_id and visit_instructor.instructor_id = ${instructorId}::uuid)`,
        ]),
  ];
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

/** Equal answers, added up by the database. Who asks has been asked before: the status report counts for the Center too. */
export async function groupAnswers(db: Db, on: AnsweredBy, scope: AnswerScope = {}): Promise<readonly AnswerGroup[]> {
  const { rows } = await sql<GroupRow>`
    select visit.program, organization.kind, survey_answer.audience, survey_answer.satisfaction,
      survey_answer.understanding, survey_answer.prompted, count(*) as count
    from survey_answer
    join visit on visit.corner_code = survey_answer.corner_code and visit.visit_id = survey_answer.visit_id
    join organization on organization.corner_code = visit.corner_code
      and organization.organization_id = visit.organization_id
    where ${counted(on, scope)}
    group by 1, 2, 3, 4, 5, 6`.execute(db);
  return rows.map(toGroup);
}

type GroupRow = {
  readonly program: string;
  readonly kind: string;
  readonly audience: string;
  readonly satisfaction: number;
  readonly understanding: number | null;
  readonly prompted: boolean | null;
  readonly count: number;
};

function toGroup({ program, kind, audience, ...rest }: GroupRow): AnswerGroup {
  return {
    ...rest,
    program: program as Program,
    organizationKind: kind as OrganizationKind,
    audience: audience as Audience,
  };
}

/** The same, apart for each visit. */
export async function groupByVisit(
  ctx: Context,
  on: AnsweredBy,
  visitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AnswerGroup[]>> {
  requirePermission(ctx, 'survey.read');
  const { rows } = await sql<GroupRow & { readonly key: string }>`
    select visit.visit_id::text as key, visit.program, organization.kind, survey_answer.audience,
      survey_answer.satisfaction, survey_answer.understanding, survey_answer.prompted, count(*) as count
    from survey_answer
    join visit on visit.corner_code = survey_answer.corner_code and visit.visit_id = survey_answer.visit_id
    join organization on organization.corner_code = visit.corner_code
      and organization.organization_id = visit.organization_id
    where ${counted(on, { visitIds })}
    group by 1, 2, 3, 4, 5, 6, 7`.execute(ctx.db);
  return Map.groupBy(
    rows.map(({ key, ...row }) => ({ key, ...toGroup(row) })),
    ({ key }) => key,
  );
}

export type InstructorAnswers = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly groups: readonly AnswerGroup[];
};

/** The same, apart for each instructor of the year, in the order of their names; a visit of two counts for both. */
export async function groupByInstructor(ctx: Context, on: AnsweredBy): Promise<readonly InstructorAnswers[]> {
  requirePermission(ctx, 'survey.read');
  // The year's answers are added up by visit first: joined all at once, without statistics, they take a minute.
  const { rows } = await sql<GroupRow & { readonly id: string; readonly number: string; readonly name: string }>`
    with answered as materialized (
      select visit.visit_id, visit.program, organization.kind, survey_answer.audience, survey_answer.satisfaction,
        survey_answer.understanding, survey_answer.prompted, count(*) as answers
      from survey_answer
      join visit on visit.corner_code = survey_answer.corner_code and visit.visit_id = survey_answer.visit_id
      join organization on organization.corner_code = visit.corner_code
        and organization.organization_id = visit.organization_id
      where ${counted(on, {})}
      group by 1, 2, 3, 4, 5, 6, 7
    ), taught as materialized (
      select answered.*, visit_instructor.instructor_id
      from answered
      join visit_instructor on visit_instructor.corner_code = ${ctx.corner}
        and visit_instructor.visit_id = answered.visit_id
    )
    select instructor.instructor_id as id, instructor.number, instructor.name, taught.program, taught.kind,
      taught.audience, taught.satisfaction, taught.understanding, taught.prompted, sum(taught.answers)::bigint as count
    from taught
    join instructor on instructor.corner_code = ${ctx.corner} and instructor.instructor_id = taught.instructor_id
    where instructor.deleted_at is null
    group by instructor.sort_key, 1, 2, 3, 4, 5, 6, 7, 8, 9
    order by instructor.sort_key, instructor.number`.execute(ctx.db);
  const people = Map.groupBy(rows, ({ id }) => id);
  return [...people.values()].flatMap((groups) => {
    const [first] = groups;
    if (!first) return [];
    const { id, number, name } = first;
    return [{ id, number, name, groups: groups.map(toGroup) }];
  });
}

export type FreeText = { readonly audience: Audience; readonly text: string };

/** What people wrote, in the order of the words and not in that in which it came. */
export async function listFreeTexts(db: Db, on: AnsweredBy, scope: AnswerScope = {}): Promise<readonly FreeText[]> {
  const { rows } = await sql<{ audience: string; text: string }>`
    select survey_answer.audience, survey_answer.free_text as text
    from survey_answer
    join visit on visit.corner_code = survey_answer.corner_code and visit.visit_id = survey_answer.visit_id
    where ${counted(on, scope)} and survey_answer.free_text is not null
    order by survey_answer.audience, survey_answer.free_text collate "C"`.execute(db);
  return rows.map(({ audience, text }) => ({ audience: audience as Audience, text }));
}

export type OwnAnswerCount = {
  readonly audience: Audience;
  readonly question: string;
  readonly answer: string;
  readonly count: number;
};

/** Answers to the corner's own questions, counted by their words. */
export async function countOwnAnswers(
  ctx: Context,
  on: AnsweredBy,
  scope: AnswerScope = {},
): Promise<readonly OwnAnswerCount[]> {
  requirePermission(ctx, 'survey.read');
  const { rows } = await sql<{ audience: string; question: string; answer: string; count: number }>`
    select survey_answer.audience, own.value ->> 'question' as question, own.value ->> 'answer' as answer,
      count(*) as count
    from survey_answer
    join visit on visit.corner_code = survey_answer.corner_code and visit.visit_id = survey_answer.visit_id
    cross join lateral jsonb_array_elements(survey_answer.own_answers) as own(value)
    where ${counted(on, scope)}
    group by 1, 2, 3
    order by 1, 2, 4 desc, 3`.execute(ctx.db);
  return rows.map((row) => ({ ...row, audience: row.audience as Audience }));
}
