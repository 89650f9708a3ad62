import { expect, test } from 'vitest';
import { foldSearchText } from '#kernel/japanese-text.ts';
import type { Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { Forbidden } from '#platform/errors.server.ts';
import { planItemRecords } from '#plan/plan-item-records.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { getDashboard } from './dashboard-queries.server.ts';
import { searchEverything } from './search-queries.server.ts';
import { listResultGroups } from './search-results.ts';

const desk = useTestDatabase();

type Visit = { readonly number: string; readonly on: string; readonly status?: string; readonly request?: string };

async function fill(ctx: Context, visits: readonly Visit[]): Promise<void> {
  const [host, instructor] = [ctx.newId(), ctx.newId()];
  const corner = { corner_code: '35' };
  const requests = new Map(['R-1', 'R-2'].map((number) => [number, ctx.newId()]));
  await inTransaction(ctx, async (tx) => {
    const place = { municipality_code: '352039', sort_key: '' };
    const name = { name: '髙﨑精機㈱', search_text: foldSearchText('髙﨑精機㈱ O-1') };
    await tx
      .insertInto('organization')
      .values({ ...corner, ...place, ...name, organization_id: host, number: 'O-1', kind: 'sme' })
      .execute();
    const person = {
      name: '見本 太郎',
      name_kana: 'ミホン タロウ',
      search_text: foldSearchText('見本太郎 M-1'),
      kind: 'meister',
    };
    await tx
      .insertInto('instructor')
      .values({ ...corner, ...place, ...person, instructor_id: instructor, number: 'M-1' })
      .execute();
    for (const [number, id] of requests) {
      const wish = {
        wished_sessions: 2,
        expected_trainees: 5,
        candidate_dates: '[]',
        received_on: '2022-10-01',
        fiscal_year: 2022,
      };
      const what = {
        program: 'practical-instruction',
        trade_code: '機械加工',
        search_text: foldSearchText(number),
        organization_id: host,
      };
      await tx
        .insertInto('request')
        .values({ ...corner, ...wish, ...what, request_id: id, number })
        .execute();
    }
    for (const { number, on, status = 'planned', request } of visits) {
      const key = { ...corner, visit_id: ctx.newId() };
      const what = {
        program: 'practical-instruction',
        trade_code: '機械加工',
        search_text: foldSearchText(number),
        trainees: 5,
      };
      const values = {
        ...key,
        ...what,
        number,
        visit_on: on,
        status,
        organization_id: host,
        request_id: (request && requests.get(request)) ?? null,
      };
      await tx.insertInto('visit').values(values).execute();
      await tx
        .insertInto('visit_instructor')
        .values({ ...key, instructor_id: instructor, position: 0 })
        .execute();
    }
  });
}

const dashboardOf = (ctx: Context) => getDashboard(ctx, { fiscalYear: 2022 });

async function waitingOf(ctx: Context) {
  const { waiting } = await dashboardOf(ctx);
  return Object.fromEntries(waiting.map(({ kind, count }) => [kind, count]));
}

/** As if the instructor of every visit had said no to its present day and time. */
async function declineEverything(ctx: Context): Promise<void> {
  const said = {
    answer: 'declined',
    reason: '通院',
    answered_by: '見本 太郎',
    on_behalf: false,
    answered_at: ctx.now(),
  };
  const visits = await ctx.db
    .selectFrom('visit')
    .innerJoin('visit_instructor', 'visit_instructor.visit_id', 'visit.visit_id')
    .select([
      'visit.corner_code',
      'visit.visit_id',
      'visit_instructor.instructor_id',
      'visit.visit_on',
      'visit.starts_at',
    ])
    .execute();
  await inTransaction(ctx, (tx) =>
    tx
      .insertInto('visit_reply')
      .values(visits.map((visit) => ({ ...visit, ...said })))
      .execute(),
  );
}

test('what waits today: visits without a report, requests without a visit, plan items without 実施状況', async () => {
  const ctx = desk.context();
  const item = { heading: '項目', guideline: null, plan: '行う。', targets: null, owner: null, status: null };
  await planItemRecords.create(ctx, { input: { ...item, number: '1(1)' }, fiscalYear: 2022 });
  await planItemRecords.create(ctx, { input: { ...item, number: '1(2)', status: '行った。' }, fiscalYear: 2022 });
  await planItemRecords.create(ctx, { input: { ...item, number: '1', plan: null }, fiscalYear: 2022 });
  await fill(ctx, [
    { number: 'V-1', on: '2022-11-29', request: 'R-1' },
    { number: 'V-2', on: '2022-12-01', status: 'cancelled', request: 'R-2' },
    { number: 'V-3', on: '2022-11-01', status: 'held' },
    { number: 'V-4', on: '2022-12-02' },
  ]);
  expect(await waitingOf(ctx)).toEqual({ unreported: 1, unplanned: 1, unwritten: 1 });
  await declineEverything(ctx);
  expect(await waitingOf(ctx)).toMatchObject({ declined: 1 });
  expect(await waitingOf(desk.context({ today: '2022-10-31' }))).toEqual({ unplanned: 1, declined: 2 });
});

test("this week's visits run from Monday to Sunday, the earliest first", async () => {
  const ctx = desk.context();
  await fill(ctx, [
    { number: 'V-4', on: '2022-12-05' },
    { number: 'V-3', on: '2022-12-04' },
    { number: 'V-2', on: '2022-11-28', status: 'held' },
    { number: 'V-1', on: '2022-11-27' },
  ]);
  const { week, openRequests } = await dashboardOf(ctx);
  expect([week.from, week.to, week.visits.map(({ number }) => number)]).toEqual([
    '2022-11-28',
    '2022-12-04',
    ['V-2', 'V-3'],
  ]);
  expect(openRequests.count).toBe(2);
});

test('an empty office has an empty dashboard; the Center has none', async () => {
  const empty = await dashboardOf(desk.context());
  expect([empty.waiting, empty.week.visits, empty.openRequests.rows]).toEqual([[], [], []]);
  await expect(dashboardOf(desk.context({ role: 'center' }))).rejects.toThrow(Forbidden);
});

test.each([
  ['高崎', ['O-1', 'R-2', 'R-1', 'V-1']],
  ['M-1', ['M-1', 'V-1']],
  ['V-1', ['V-1']],
  ['R-2', ['R-2']],
  ['無い言葉', []],
])('the search for %s finds %j in numbers and names [SEA-01]', async (q, numbers) => {
  const ctx = desk.context();
  await fill(ctx, [{ number: 'V-1', on: '2022-12-05' }]);
  const found = await searchEverything(ctx, { q, fiscalYear: 2022 });
  const groups = found ? listResultGroups(found, { q, href: (path) => `/35/2022/${path}` }) : [];
  expect(groups.flatMap(({ items }) => items.map(({ number }) => number))).toEqual(numbers);
});

test('nothing is looked for without a word', async () => {
  expect(await searchEverything(desk.context(), { q: ' 　', fiscalYear: 2022 })).toBeUndefined();
});
