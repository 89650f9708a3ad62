import { requestRecords } from '#dispatch/request-records.server.ts';
import { listRequests, requestOrders } from '#dispatch/request-queries.server.ts';
import { instructorRecords } from '#instructor/instructor-records.server.ts';
import { everyInstructor } from '#instructor/instructor-filters.server.ts';
import { listInstructors } from '#instructor/instructor-queries.server.ts';
import { listOrganizations } from '#organization/organization-queries.server.ts';
import { organizationRecords } from '#organization/organization-records.server.ts';
import { listPlanItems } from '#plan/plan-item-queries.server.ts';
import { planItemRecords } from '#plan/plan-item-records.server.ts';
import { decodeCursor, type Page } from '#record/paging.server.ts';
import { listVisits, VISIT_CURSOR_LENGTH } from '#schedule/visit-queries.server.ts';
import { visitRecords } from '#schedule/visit-records.server.ts';
import { listAnswers } from '#survey/answer-list-queries.server.ts';
import { toAudience } from '#survey/domain/audience.ts';
import { surveyRecords } from '#survey/survey-records.server.ts';
import { BadParameter } from './query-values.ts';
import type { ApiPage, Resource } from './record-resource.server.ts';
import { readVisitFilters } from './visit-filters.ts';

const q = '番号・名称・フリガナなどの一部';

/** The collections of the API. Each list shows what the list on the screen shows, in the same order. */
export const resources: readonly Resource[] = [
  {
    path: '/organizations',
    title: '派遣先',
    schemaName: 'Organization',
    records: organizationRecords,
    filters: { q, kind: '区分の符号', municipality: '市区町村コード' },
    list: async (ctx, { query, limit, cursor }) => {
      const filters = { q: query['q'] ?? '', kind: query['kind'] ?? '', municipality: query['municipality'] ?? '' };
      return toApiPage(
        await listOrganizations(ctx, { filters, order: 'number', cursor: decodeCursor(cursor, 1), limit }),
      );
    },
  },
  {
    path: '/instructors',
    title: 'マイスター等',
    schemaName: 'Instructor',
    records: instructorRecords,
    filters: { q, kind: '種別の符号', trade: '職種の符号', municipality: '市区町村コード', course: '講習の符号' },
    list: async (ctx, { query, limit, cursor, year }) => {
      const filters = { ...everyInstructor, ...pick(query, ['q', 'kind', 'trade', 'municipality', 'course']) };
      const listing = { filters, order: 'number', cursor: decodeCursor(cursor, 1), fiscalYear: year, limit } as const;
      return toApiPage(await listInstructors(ctx, listing));
    },
  },
  {
    path: '/requests',
    title: '派遣要請',
    schemaName: 'Request',
    records: requestRecords,
    filters: { q, program: '事業区分の符号', trade: '職種の符号', priority: '優先度', organization: '派遣先番号' },
    list: async (ctx, { query, limit, cursor, year }) => {
      const blank = { q: '', program: '', trade: '', status: '', priority: '', organization: '' } as const;
      const filters = {
        ...blank,
        ...pick(query, ['q', 'program', 'trade', 'priority', 'organization']),
        fiscalYear: year,
      };
      const place = decodeCursor(cursor, requestOrders.received.columns.length);
      return toApiPage(await listRequests(ctx, { filters, order: 'received', cursor: place, limit }));
    },
  },
  {
    path: '/visits',
    title: '派遣',
    schemaName: 'Visit',
    records: visitRecords,
    filters: {
      q,
      from: '最初の日',
      to: '最後の日',
      program: '事業区分の符号',
      line: '実施状況の行（sme, school）',
      status: '状態（planned, held, cancelled）',
      organization: '派遣先番号',
      instructor: '登録番号',
      trade: '職種の符号',
    },
    list: async (ctx, { query, limit, cursor, year }) => {
      const filters = readVisitFilters(query, year);
      return toApiPage(
        await listVisits(ctx, { filters, order: 'latest', cursor: decodeCursor(cursor, VISIT_CURSOR_LENGTH), limit }),
      );
    },
  },
  {
    path: '/surveys',
    title: 'アンケートの回答',
    schemaName: 'Survey',
    records: surveyRecords,
    filters: { visit: '派遣番号', audience: '回答者（host, trainee, pupil）' },
    list: async (ctx, { query, limit, cursor, year }) => {
      const filters = { visit: query['visit'] ?? '', audience: query['audience'] ?? '' };
      if (filters.audience && !toAudience(filters.audience)) throw new BadParameter('audience');
      const place = decodeCursor(cursor, 2);
      return toApiPage(await listAnswers(ctx, { filters, fiscalYear: year, cursor: place, limit }));
    },
  },
  {
    path: '/plan-items',
    title: '推進計画の項目',
    schemaName: 'PlanItem',
    records: planItemRecords,
    filters: {},
    list: async (ctx, { year }) => ({ items: await listPlanItems(ctx, { fiscalYear: year }), nextCursor: null }),
  },
];

function toApiPage<Row extends object>({ rows, next }: Page<Row>): ApiPage {
  return { items: rows.map(({ ...row }) => withoutSortKey(row)), nextCursor: next ?? null };
}

/** What only serves the order of the list is nobody else's business. */
function withoutSortKey(row: object): object {
  if (!('sortKey' in row)) return row;
  const { sortKey: _, ...shown } = row;
  return shown;
}

function pick<Name extends string>(
  query: Readonly<Record<string, string>>,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  return Object.fromEntries(
    names.filter((name) => query[name] !== undefined).map((name) => [name, query[name]]),
  ) as Partial<Record<Name, string>>;
}
