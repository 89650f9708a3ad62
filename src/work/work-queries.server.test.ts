import { expect, test } from 'vitest';
import type { Context } from '#platform/context.server.ts';
import { Forbidden } from '#platform/errors.server.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { countWork } from './count-work.server.ts';
import { countedKinds, sumWork, workKinds } from './domain/work-kind.ts';
import { readWorkFilters } from './work-filters.ts';
import { addDrafts, fillOffice, setTerms } from './work-fixture.server.ts';
import { listWork, sumByKind, summarizeWork, WORK_CURSOR_LENGTH } from './work-queries.server.ts';
import { workSources } from './work-sources.server.ts';

const desk = useTestDatabase();
const fiscalYear = 2022;
const filtersOf = (query = '') => readWorkFilters(new URLSearchParams(query));
const list = (ctx: Context, query = '', cursor?: string) =>
  listWork(ctx, { fiscalYear, filters: filtersOf(query), cursor: decodeCursor(cursor, WORK_CURSOR_LENGTH) });

test('what was due first stands first, then what comes due, then what has no day, the longest waiting first', async () => {
  const ctx = desk.context();
  await fillOffice(ctx);
  await setTerms(desk.context({ role: 'chief' }), { from: '2022-04-01', reportDueDays: 14, surveyDueDays: 30 });
  await addDrafts(ctx, 1);
  const { rows, count } = await list(ctx);
  expect(rows.map(({ kind, due, since }) => [kind, due, since])).toEqual([
    ['unplanned', '2022-10-16', '2022-11-01'],
    ['report-missing', '2022-11-24', '2022-11-10'],
    ['unreported', '2022-11-28', '2022-11-28'],
    ['offered', '2022-11-29', '2022-11-20'],
    ['survey-missing', '2022-12-10', '2022-11-10'],
    ['mail', null, '2022-11-29'],
  ]);
  expect(count).toBe(6);
  expect(rows.find(({ kind }) => kind === 'report-missing')?.shown?.[0]).toBe('V-003');
  expect(rows.find(({ kind }) => kind === 'offered')?.ownerName).toBe('見本 職員');
});

test('a term counts from the day it holds; where the corner set none, nothing is overdue [domain.md §5.3]', async () => {
  const ctx = desk.context();
  await fillOffice(ctx);
  const dueOf = async (kind: string) => (await list(ctx, `kind=${kind}`)).rows[0]?.due;
  expect(await dueOf('report-missing')).toBeNull();
  await setTerms(desk.context({ role: 'chief' }), { from: '2022-04-01', reportDueDays: 7, surveyDueDays: null });
  expect([await dueOf('report-missing'), await dueOf('survey-missing')]).toEqual(['2022-11-17', null]);
  await setTerms(desk.context({ role: 'chief' }), { from: '2022-11-11', reportDueDays: 3, surveyDueDays: 3 });
  expect(await dueOf('report-missing')).toBe('2022-11-17');
  await setTerms(desk.context({ role: 'chief' }), { from: '2022-11-10', reportDueDays: 5, surveyDueDays: 5 });
  expect([await dueOf('report-missing'), await dueOf('survey-missing')]).toEqual(['2022-11-15', '2022-11-15']);
});

test.each(['officer', 'coordinator', 'clerk', 'auditor'] as const)(
  'for %s the lines of the front page, the list and the number in the frame are the same',
  async (role) => {
    const officer = desk.context();
    await fillOffice(officer);
    await addDrafts(officer, 3);
    const ctx = desk.context({ role });
    const counts = await countWork(ctx, { fiscalYear });
    const lines = await summarizeWork(ctx, fiscalYear);
    expect(lines.length).toBeGreaterThan(3);
    for (const { kind, count } of lines) {
      expect([kind, (await list(ctx, `kind=${kind}`)).count]).toEqual([kind, count]);
      expect([kind, counts[kind]]).toEqual([kind, count]);
    }
    expect(sumWork(counts)).toBe(lines.reduce((sum, { count }) => sum + count, 0));
    const every = await sumByKind(ctx, { fiscalYear, filters: filtersOf() });
    expect((await list(ctx)).count).toBe(every.reduce((sum, { count }) => sum + count, 0));
  },
);

test('by pages nothing comes twice and nothing is left out', async () => {
  const ctx = desk.context();
  await fillOffice(ctx);
  await addDrafts(ctx, 120);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(ctx, '', cursor);
    seen.push(...page.rows.map(({ kind, recordId, personId }) => `${kind} ${recordId} ${personId}`));
    cursor = page.next;
  } while (cursor);
  const { count } = await list(ctx);
  expect([seen.length, new Set(seen).size]).toEqual([count, count]);
});

test('the list narrows to a role, to what is overdue, to the week and to what names the person', async () => {
  const ctx = desk.context({ actor: { name: '見本 職員' } });
  await fillOffice(ctx);
  const kinds = async (query: string) => (await list(ctx, query)).rows.map(({ kind }) => kind);
  expect(await kinds('due=overdue')).toEqual(['unreported', 'offered']);
  expect(await kinds('due=week')).toEqual(['unreported', 'offered', 'unplanned']);
  expect(await kinds('whose=mine')).toEqual(['offered']);
  expect(await kinds('whose=clerk')).not.toContain('interview');
  expect(await kinds('kind=offered&whose=everybody')).toEqual(['offered']);
  expect(await kinds('kind=nonsense&whose=nonsense&due=nonsense')).toEqual(await kinds(''));
});

test('nobody outside the corner sees its work, and every kind can be asked for', async () => {
  await fillOffice(desk.context());
  expect((await list(desk.context({ corner: '34', actor: { cornerCode: '34' } }))).rows).toEqual([]);
  await expect(list(desk.context({ role: 'instructor' }))).rejects.toThrow(Forbidden);
  const { rows } = await list(desk.context(), 'whose=everybody');
  expect(new Set(rows.map(({ kind }) => kind)).size).toBeGreaterThan(3);
  expect(Object.keys(workSources)).toEqual(expect.arrayContaining([...workKinds]));
  expect(workKinds).toEqual(expect.arrayContaining([...countedKinds]));
});
