import { afterAll, beforeAll, expect, test } from 'vitest';
import { listRequests } from '#dispatch/request-queries.server.ts';
import { everyInstructor } from '#instructor/instructor-filters.server.ts';
import { listInstructors } from '#instructor/instructor-queries.server.ts';
import { listOrganizations } from '#organization/organization-queries.server.ts';
import { decodeCursor, PAGE_SIZE, type Page } from '#record/paging.server.ts';
import { listVisits, VISIT_CURSOR_LENGTH, type VisitOrder } from '#schedule/visit-queries.server.ts';
import { useTestDatabase } from './database.ts';
import { openPlanReader, planModes, type PlanStep } from './query-plan.ts';

/*
 * Lists at the size of a large office after many years: a page is read through its index, row for row, and nothing is
 * sorted or thrown away. Plans are looked at, not clocks.
 */
const desk = useTestDatabase({ emptied: false });
let reader: ReturnType<typeof openPlanReader>;
const context = () => ({ ...desk.context(), db: reader.db });
const everyRequest = { q: '', program: '', trade: '', status: '', priority: '', organization: '' } as const;

beforeAll(async () => {
  await desk.asOwner(fill);
  reader = openPlanReader(desk.url(), '35');
}, 120_000);

afterAll(() => reader.close());

/** The steps that read rows of a table, and those that put rows in order. */
function readingOf(steps: readonly PlanStep[], table: string) {
  return {
    reads: steps.filter((step) => step.table === table),
    sorts: steps.filter(({ kind }) => /Sort/u.test(kind)),
  };
}

function expectPage(steps: readonly PlanStep[], table: string, index: string): void {
  const { reads, sorts } = readingOf(steps, table);
  expect(reads.map((step) => [step.kind.replace(' Only', ''), step.index])).toEqual([['Index Scan', index]]);
  expect(reads[0]?.rows).toBeLessThanOrEqual(PAGE_SIZE + 1);
  // No more rows are read than a page has: before PostgreSQL 18 they alone are put in order once more.
  expect([reads[0]?.discarded, sorts.filter(({ rows }) => rows > PAGE_SIZE + 1)]).toEqual([0, []]);
}

/** The first page, and one far behind it. */
async function placesOf(read: (cursor: string | undefined) => Promise<Page<unknown>>) {
  let cursor: string | undefined;
  for (let page = 0; page < 5; page += 1) cursor = (await read(cursor)).next;
  return [undefined, cursor] as const;
}

test.each(planModes.flatMap((mode) => (['latest', 'earliest'] as const).map((order) => [order, mode] as const)))(
  'a page of 50,000 visits, %s first, is read from visit_by_day and not one row more (%s)',
  async (order: VisitOrder, mode) => {
    const read = (cursor: string | undefined, fiscalYear: number | undefined = 2022) =>
      listVisits(context(), { filters: { fiscalYear }, order, cursor: decodeCursor(cursor, VISIT_CURSOR_LENGTH) });
    for (const cursor of await placesOf(read)) {
      expectPage(await reader.planOf(() => read(cursor), mode), 'visit', 'visit_by_day');
    }
  },
);

test.each(planModes)('a page of visits of all years is read from visit_by_day too (%s)', async (mode) => {
  const read = () => listVisits(context(), { filters: {}, order: 'latest', cursor: undefined });
  expectPage(await reader.planOf(read, mode), 'visit', 'visit_by_day');
});

test.each(planModes)('a page of 20,000 hosts by フリガナ is read from organization_by_kana (%s)', async (mode) => {
  const filters = { q: '', kind: '', municipality: '' };
  const read = (cursor: string | undefined) =>
    listOrganizations(context(), { filters, order: 'kana', cursor: decodeCursor(cursor, 2) });
  for (const cursor of await placesOf(read)) {
    expectPage(await reader.planOf(() => read(cursor), mode), 'organization', 'organization_by_kana');
  }
});

/** One in twenty is no longer registered: those between two places of the list are passed over on the way. */
async function countEnded(after: string, before: string): Promise<number> {
  const [row] = await desk.asOwner(`
    select count(*)::integer as count from upkeep join instructor using (corner_code, instructor_id)
    where corner_code = '35' and ended_on is not null and sort_key between '${after}' and '${before}'`);
  return (row as { readonly count: number }).count;
}

test.each(planModes)('a page of 5,000 instructors by フリガナ is read from instructor_by_kana (%s)', async (mode) => {
  const read = (cursor: string | undefined) =>
    listInstructors(context(), {
      filters: everyInstructor,
      order: 'kana',
      fiscalYear: 2022,
      cursor: decodeCursor(cursor, 2),
    });
  for (const cursor of await placesOf(read)) {
    const steps = await reader.planOf(() => read(cursor), mode);
    const reads = steps.filter(({ table }) => table === 'instructor');
    expect(reads.map(({ index }) => index)).toEqual(['instructor_by_kana']);
    const after = decodeCursor(cursor, 2)?.values[0] ?? '';
    const next = (await read((await read(cursor)).next)).rows[0]?.sortKey ?? '';
    expect(reads[0]?.rows).toBeLessThanOrEqual(PAGE_SIZE + 1 + (await countEnded(String(after), next)));
    expect(steps.filter(({ kind }) => kind === 'Seq Scan')).toEqual([]);
  }
});

const searchesOfLedger = [
  ['4999', 'instructor_search'],
  ['49', 'instructor_grams'],
] as const;

test.each(planModes.flatMap((mode) => searchesOfLedger.map(([q, index]) => [q, index, mode] as const)))(
  'the ledger is searched for %s through %s, not by reading every row (%s) [SEA-06]',
  async (q, index, mode) => {
    const listing = { filters: { ...everyInstructor, q }, order: 'kana', fiscalYear: 2022, cursor: undefined } as const;
    const steps = await reader.planOf(() => listInstructors(context(), listing), mode);
    expect(steps.flatMap((step) => (step.index?.startsWith('instructor_') ? [step.index] : []))).toContain(index);
    const reads = steps.filter(({ table }) => table === 'instructor');
    expect(reads.map(({ kind }) => kind)).toEqual(['Bitmap Heap Scan']);
  },
);

const searchesOfVisits = [
  ['V-49999', ['visit_search', 'organization_search', 'instructor_search']],
  ['49', ['visit_grams', 'organization_grams', 'instructor_grams']],
] as const;

test.each(planModes.flatMap((mode) => searchesOfVisits.map(([q, indexes]) => [q, indexes, mode] as const)))(
  'visits are searched for %s through %j, and visits are not read from end to end (%s) [SEA-06]',
  async (q, indexes, mode) => {
    const listing = { filters: { fiscalYear: 2022, q }, order: 'latest', cursor: undefined } as const;
    const steps = await reader.planOf(() => listVisits(context(), listing), mode);
    const searched = steps.flatMap(({ index }) => (/_(?:search|grams)$/u.test(index ?? '') ? [index] : []));
    expect(new Set(searched)).toEqual(new Set(indexes));
    expect(steps.filter(({ kind, table }) => kind === 'Seq Scan' && table === 'visit')).toEqual([]);
  },
);

test.each(planModes)('a page of the requests of a 年度 is read from request_by_year (%s)', async (mode) => {
  const read = (cursor: string | undefined) =>
    listRequests(context(), {
      filters: { ...everyRequest, fiscalYear: 2022 },
      order: 'received',
      cursor: decodeCursor(cursor, 2),
    });
  for (const cursor of await placesOf(read)) {
    expectPage(await reader.planOf(() => read(cursor), mode), 'request', 'request_by_year');
  }
});

/**
 * 20,000 hosts, 5,000 instructors of whom one in ten is not active, 20,000 requests and 50,000 visits
 * of five years, and a tenth of it in another corner. Statistics are taken from every row and stay: a sample would let
 * chance choose the plan.
 */
const fill = `
do $$
declare
  filled text;
begin
  foreach filled in array array['organization', 'instructor', 'instructor_trade', 'upkeep', 'request', 'visit',
    'visit_instructor'] loop
    execute format('alter table %I set (autovacuum_enabled = off)', filled);
  end loop;
end $$;
insert into organization (corner_code, organization_id, number, kind, name, name_kana, municipality_code, search_text, sort_key)
select corner, gen_random_uuid(), 'O-' || n, 'sme', '架空' || n, 'カクウ', '352039', '架空' || n, md5(n::text)
from unnest(array['34', '35']) corner, generate_series(1, 20000) n where corner = '35' or n % 10 = 0;
insert into instructor (corner_code, instructor_id, number, kind, name, name_kana, municipality_code, search_text, sort_key)
select corner, gen_random_uuid(), 'M-' || n, 'meister', '架空' || n, 'カクウ', '352039', '架空' || n, md5(n::text)
from unnest(array['34', '35']) corner, generate_series(1, 5000) n where corner = '35' or n % 10 = 0;
insert into instructor_trade (corner_code, instructor_id, trade_code)
select corner_code, instructor_id, 'kikai-kako' from instructor;
insert into upkeep (corner_code, instructor_id, state, ended_on)
select corner_code, instructor_id, case when ended then 'deregistered' else 'dormant' end, case when ended then date '2022-03-31' end
from instructor, lateral (select substring(number from 3)::integer % 20 = 0 as ended) as registration
where substring(number from 3)::integer % 10 = 0;
insert into request (corner_code, request_id, number, organization_id, program, trade_code, wished_sessions,
  expected_trainees, candidate_dates, received_on, fiscal_year, search_text)
select corner_code, gen_random_uuid(), 'R-' || n, organization_id, 'practical-instruction', 'kikai-kako', 2, 5, '[]',
  date '2018-04-01' + n % 1826, 2018 + n % 5, 'R-' || n
from organization, lateral (select substring(number from 3)::integer as n) as numbered;
insert into visit (corner_code, visit_id, number, request_id, organization_id, program, trade_code, visit_on, trainees,
  status, search_text)
select request.corner_code, gen_random_uuid(), 'V-' || v, request_id, organization_id, 'practical-instruction',
  'kikai-kako', date '2018-04-01' + v % 1826, 5, 'held', 'V-' || v
from generate_series(1, 50000) v join request on request.number = 'R-' || (1 + v % 20000);
insert into visit_instructor (corner_code, visit_id, instructor_id, position)
select visit.corner_code, visit_id, instructor_id, 0
from visit join instructor on instructor.corner_code = visit.corner_code
  and instructor.number = 'M-' || (1 + substring(visit.number from 3)::integer % 5000);
select gin_clean_pending_list(name::regclass) from unnest(array['instructor_search', 'instructor_grams',
  'organization_search', 'organization_grams', 'visit_search', 'visit_grams']) as name;
set default_statistics_target = 1000;
analyze;
reset default_statistics_target`;
