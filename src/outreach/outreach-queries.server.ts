import { sql } from 'kysely';
import type { OrganizationKind } from '#organization/domain/organization-kind.ts';
import type { Program } from '#dispatch/domain/program.ts';
import { searchForms, searchWords } from '#kernel/japanese-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { likeAnywhere, PAGE_SIZE, readCountedPage, type Count, type Cursor, type Page } from '#record/paging.server.ts';
import type { WorkSource } from '#record/work-source.server.ts';
import type { VisitStatus } from '#schedule/domain/visit-status.ts';
import type { AttendeeSplit, SplitState } from './domain/attendee.ts';
import { outreachKinds, outreachPrograms, type OutreachKind } from './domain/outreach-kind.ts';
import type { OutreachLine } from './domain/outreach-line.ts';

const texts = (codes: readonly string[]) => sql.join(codes.map((code) => sql.lit(code)));

/** The rules of `outreachKindOfVisit` as SQL, from the same table. */
const kindOfVisit = sql<OutreachKind | null>`case ${sql.join(
  [
    ...outreachKinds.map(
      ({ code, programs, hosts }) => sql`when outreach_event.kind = ${sql.lit(code)}
        and visit.program in (${texts(programs)}) and organization.kind in (${texts(hosts)}) then ${sql.lit(code)}`,
    ),
    ...outreachKinds.map(
      ({ code, programs, hosts }) => sql`when visit.program in (${texts(programs)})
        and organization.kind in (${texts(hosts)}) then ${sql.lit(code)}`,
    ),
  ],
  sql` `,
)} end`;

/** The sum of a split; null where nobody was counted (`sumAttendees`). */
export const countedPeople = sql<number | null>`(select sum(people) from unnest(array[outreach_event.pupils,
  outreach_event.teachers, outreach_event.parents, outreach_event.youths, outreach_event.others]) as people)`;

/** The rules of `splitState` as SQL. */
const splitOfVisit = sql<SplitState>`case when ${countedPeople} is null then 'missing'
  when ${countedPeople} = visit.trainees then 'agrees' else 'differs' end`;

export type OutreachFilters = {
  readonly fiscalYear: number;
  readonly q: string;
  readonly kind: OutreachKind | '';
  readonly status: VisitStatus | '';
  /** What waits for its attendees to be counted: held, and the split is missing or differs. */
  readonly split: 'uncounted' | '';
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
};

export type OutreachRow = AttendeeSplit & {
  readonly id: string;
  readonly number: string;
  readonly visitOn: PlainDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly kind: OutreachKind | null;
  readonly program: Program;
  readonly hostKind: OrganizationKind;
  readonly title: string | null;
  readonly place: string | null;
  readonly municipalityCode: string;
  readonly organizationNumber: string;
  readonly organizationName: string;
  readonly tradeCode: string;
  readonly instructorNames: readonly string[];
  readonly trainees: number;
  readonly split: SplitState;
  readonly status: VisitStatus;
  readonly cancelReason: string | null;
  readonly booths: number;
};

const latest = { columns: [sql.ref('visitOn'), sql.ref('number')], descending: true } as const;

/** How many values the cursor of the list has. */
export const OUTREACH_CURSOR_LENGTH = 2;

type Listing = {
  readonly filters: OutreachFilters;
  readonly cursor: Cursor | undefined;
  readonly limit?: number;
};

/** 魅力発信の一覧: every visit of 魅力発信, told of or not, latest first. */
export async function listOutreach(
  ctx: Context,
  { filters, cursor, limit = PAGE_SIZE }: Listing,
): Promise<Page<OutreachRow> & Count> {
  requirePermission(ctx, 'visit.read');
  return readCountedPage<OutreachRow>(ctx.db, {
    query: selectOutreach(ctx, filters),
    byWords: searchWords(filters.q).length > 0,
    order: latest,
    cursor,
    limit,
    valuesOf: ({ visitOn, number }) => [visitOn, number],
  });
}

/** The same without pages, for a file. */
export async function listAllOutreach(ctx: Context, filters: OutreachFilters): Promise<readonly OutreachRow[]> {
  requirePermission(ctx, 'visit.read');
  return selectOutreach(ctx, filters).orderBy('visit.visit_on').orderBy('visit.number').execute();
}

/** One event of any 年度, as the list shows it. */
export async function getOutreachRow(ctx: Context, id: string): Promise<OutreachRow> {
  requirePermission(ctx, 'visit.read');
  const row = isRecordId(id)
    ? await selectOutreach(ctx, { ...noFilters, fiscalYear: undefined })
        .where('visit.visit_id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound('visit', id);
  return row;
}

const noFilters = { q: '', kind: '', status: '', split: '', from: '', to: '' } as const;

type Selection = Omit<OutreachFilters, 'fiscalYear'> & { readonly fiscalYear: number | undefined };

function selectOutreach(ctx: Context, { fiscalYear, q, kind, status, split, from, to }: Selection) {
  let query = ctx.db
    .selectFrom('visit')
    .innerJoin('organization', 'organization.organization_id', 'visit.organization_id')
    .leftJoin('outreach_event', 'outreach_event.visit_id', 'visit.visit_id')
    .select([
      'visit.visit_id as id',
      'visit.number',
      sql<PlainDate>`visit.visit_on`.as('visitOn'),
      'visit.starts_at as startsAt',
      'visit.ends_at as endsAt',
      kindOfVisit.as('kind'),
      sql<Program>`visit.program`.as('program'),
      sql<OrganizationKind>`organization.kind`.as('hostKind'),
      'outreach_event.title',
      'outreach_event.place',
      sql<string>`coalesce(outreach_event.municipality_code, organization.municipality_code)`.as('municipalityCode'),
      'organization.number as organizationNumber',
      'organization.name as organizationName',
      'visit.trade_code as tradeCode',
      sql<readonly string[]>`array(
        select instructor.name from visit_instructor
        join instructor on instructor.instructor_id = visit_instructor.instructor_id
        where visit_instructor.visit_id = visit.visit_id order by visit_instructor.position)`.as('instructorNames'),
      'visit.trainees',
      splitOfVisit.as('split'),
      sql<VisitStatus>`visit.status`.as('status'),
      'visit.cancel_reason as cancelReason',
      sql<number>`(select count(*) from outreach_booth where outreach_booth.visit_id = visit.visit_id)`.as('booths'),
      'outreach_event.pupils',
      'outreach_event.teachers',
      'outreach_event.parents',
      'outreach_event.youths',
      'outreach_event.others',
    ])
    .where('visit.deleted_at', 'is', null)
    .where('visit.program', 'in', outreachPrograms);
  if (fiscalYear !== undefined) query = query.where('visit.fiscal_year', '=', fiscalYear);
  if (kind) query = query.where(kindOfVisit, '=', kind);
  if (status) query = query.where('visit.status', '=', status);
  if (split) query = query.where('visit.status', '=', 'held').where(splitOfVisit, '<>', 'agrees');
  if (from) query = query.where('visit.visit_on', '>=', from);
  if (to) query = query.where('visit.visit_on', '<=', to);
  for (const word of searchWords(q)) query = query.where(isFound(word));
  return query;
}

/** A word stands in the visit, in what is told of it, or in the name of its host or of somebody who leads it. */
function isFound(word: string) {
  const forms = searchForms(word).map((form) => sql`outreach_event.search_text like ${likeAnywhere(form)}`);
  const pattern = likeAnywhere(word);
  return sql<boolean>`(visit.search_text like ${pattern} or ${sql.join(forms, sql` or `)}
    or organization.search_text like ${pattern}
    or exists (select from visit_instructor
      join instructor on instructor.instructor_id = visit_instructor.instructor_id
      where visit_instructor.visit_id = visit.visit_id and instructor.search_text like ${pattern}))`;
}

/** The line of a plan that a 事業区分 at a kind of host belongs to, from the table of the kinds. */
export function lineOf(program: string, hostKind: string) {
  const cases = outreachKinds.map(
    ({ programs, hosts, line }) => sql`when ${sql.ref(program)} in (${texts(programs)})
      and ${sql.ref(hostKind)} in (${texts(hosts)}) then ${sql.lit(line)}`,
  );
  return sql<OutreachLine | null>`case ${sql.join(cases, sql` `)} end`;
}

/** 魅力発信 that was held, and of which the people are not counted apart. */
export const uncountedWork: WorkSource = {
  act: 'outreach.write',
  rows: ({ year }) => ({
    from: sql`visit join organization using (corner_code, organization_id)
      left join outreach_event using (corner_code, visit_id)
      where visit.fiscal_year = ${year} and visit.status = 'held' and visit.deleted_at is null
        and visit.program in (${texts(outreachPrograms)}) and ${kindOfVisit} is not null and ${splitOfVisit} <> 'agrees'`,
    record: sql`visit_id`,
    since: sql`visit.visit_on`,
    ownerId: sql`visit.coordinator_id`,
  }),
  shown: sql`(select jsonb_build_array(visit.number, organization.name)
    from visit join organization using (corner_code, organization_id) where visit.visit_id = page.record_id)`,
  path: (id) => `outreach/${id}/result`,
};
